//! Generated forms: sound ones of any length, to measure what a page costs, and wild ones, to check that nonsensical
//! rules do no harm.

mod rules;

use crate::{
    answer::{AnswerStyle, SimulationContext, answer},
    condition_values::ConditionValues,
    goal::Goal,
    rng::Rng,
};
use form_engine::{
    answers::{Answers, ListItem},
    definition::{
        After, Before, Calculation, Content, DataUse, DateIs, Form, FormHeader, HomeGroup, InnerList, ListDef, Page,
        Question, QuestionKind, QuestionOption, Section, ValueType,
    },
    fields::Fields,
};
use jiff::civil::Date;
use std::sync::Arc;

/// The maximum number of questions on a page.
const ON_A_PAGE: usize = 5;
/// Pages in a section.
const IN_A_SECTION: usize = 8;
const OPTIONS: [&str; 3] = ["a", "b", "c"];

/// A sound form with this many questions, each of which may depend on earlier ones.
pub fn sound(questions: usize, seed: u64) -> Form {
    FormGenerator::new(seed, false).form(questions)
}

/// A form whose rules look at anything: later answers, their own, each other in circles, missing ones.
pub fn wild(questions: usize, seed: u64) -> Form {
    FormGenerator::new(seed, true).form(questions)
}

/// Something that rules may look at.
#[derive(Clone)]
struct GeneratedQuestion {
    key: String,
    reading: ValueType,
    /// Its options; empty if it isn't chosen.
    values: Vec<String>,
    /// The length of the chain of answers that it depends on.
    depth: usize,
}

/// The longest chain in a form that people could follow, however long the form is.
const DEEPEST: usize = 5;

struct FormGenerator {
    rng: Rng,
    is_wild: bool,
    known: Vec<GeneratedQuestion>,
    calculations: Vec<Calculation>,
    made: usize,
    /// The chain length of the page being generated.
    depth: usize,
}

impl FormGenerator {
    fn new(seed: u64, is_wild: bool) -> Self {
        let mut maker =
            Self { rng: Rng::new(seed), is_wild, known: Vec::new(), calculations: Vec::new(), made: 0, depth: 0 };
        if is_wild {
            maker.know_anything();
        }
        maker
    }

    fn form(mut self, questions: usize) -> Form {
        let mut pages = Vec::new();
        while self.made < questions {
            pages.push(self.page(questions));
            if pages.len() % 4 == 0 {
                self.calculation();
            }
        }
        let sections = pages
            .chunks(IN_A_SECTION)
            .enumerate()
            .map(|(number, pages)| Section::new(format!("Part {}", number + 1), pages.to_vec()));
        let mut form = Form::new(head(), sections.collect());
        form.data =
            DataUse { purpose: Some("test".into()), legal_basis: Some("test".into()), retention: Some("test".into()) };
        form.calculations = self.calculations;
        form
    }

    fn page(&mut self, questions: usize) -> Page {
        let when = if self.rng.per_cent(25) { self.condition().map(Arc::new) } else { None };
        self.depth = self.depth_of(when.as_deref());
        let slug = format!("page-{}", self.made + 1);
        let is_list = self.made > 0 && self.rng.per_cent(15);
        let content = if is_list { Content::List(self.list()) } else { Content::Questions(self.questions(questions)) };
        Page { when, content, ..self::page(&slug, Vec::new()) }
    }

    fn questions(&mut self, all: usize) -> Vec<Question> {
        let many = self.rng.count(3..=ON_A_PAGE).min(all - self.made);
        (0..many).map(|_| self.question(true)).collect()
    }

    /// Nothing else looks at the questions of list items.
    fn question(&mut self, is_known: bool) -> Question {
        let key = self.key("q");
        let kind = self.kind();
        let when = if self.rng.per_cent(30) { self.condition().map(Arc::new) } else { None };
        let question = Question {
            when,
            optional: self.rng.per_cent(20),
            ..Question::new(&key, "What is it?", "Enter what it is", kind)
        };
        if is_known && !self.is_wild {
            let values = match question.kind {
                QuestionKind::YesNo => vec!["yes".to_owned(), "no".to_owned()],
                _ => question.options().iter().map(|option| option.value.clone()).collect(),
            };
            let depth = self.depth_of(question.when.as_deref()).max(self.depth);
            self.known.push(GeneratedQuestion { key, reading: question.reading(), values, depth });
        }
        question
    }

    fn list(&mut self) -> ListDef {
        let mut list_def = self.list_def("l");
        if self.rng.per_cent(50) {
            let when = if self.rng.per_cent(50) { self.condition().map(Arc::new) } else { None };
            list_def.lists.push(InnerList { title: "More".into(), intro: None, when, they: None, list: self.list_def("i") });
        }
        list_def
    }

    fn list_def(&mut self, sort: &str) -> ListDef {
        let key = self.key(sort);
        let questions = (0..3).map(|_| self.question(false)).collect();
        let min = self.rng.count(0..=1);
        let max = min + self.rng.count(1..=4);
        ListDef {
            key,
            item: "thing".into(),
            article: "a".into(),
            min,
            max,
            none: "Nothing yet.".into(),
            they: None,
            reuse: false,
            named_by: Vec::new(),
            questions,
            lists: Vec::new(),
        }
    }

    fn key(&mut self, sort: &str) -> String {
        self.made += 1;
        format!("{sort}{}", self.made)
    }

    fn kind(&mut self) -> QuestionKind {
        let options = |last: bool| {
            OPTIONS.map(|value| QuestionOption { exclusive: last && value == "c", ..QuestionOption::plain(value, value) })
        };
        match self.rng.count(0..=11) {
            0 => QuestionKind::LongText { max: 500, rows: 4 },
            1 | 2 => QuestionKind::YesNo,
            3 | 4 => QuestionKind::OneOf { options: options(false).to_vec() },
            5 | 6 => QuestionKind::ManyOf { options: options(true).to_vec() },
            7 => QuestionKind::Date { when_is: DateIs::Any },
            8 => QuestionKind::Number { min: Some(0), max: Some(200), unit: None },
            9 => QuestionKind::Money { max_pence: Some(10_000_000) },
            10 => QuestionKind::Phone { autocomplete: None },
            _ => QuestionKind::Text { max: 100, width: None, autocomplete: None },
        }
    }
}

/// Answers to every question, valid or not, with two items in each list.
pub fn answers(form: &Form, seed: u64, today: Date) -> Answers {
    let mut rng = Rng::new(seed);
    let world = SimulationContext { today, aims: &ConditionValues::default(), goal: &Goal::default() };
    let mut answer_all = |questions: &[Question]| -> Fields {
        questions.iter().flat_map(|question| answer(question, AnswerStyle::any(&mut rng), world, &mut rng)).collect()
    };
    let mut answers = Answers::default();
    for page in form.pages() {
        answers.visited.insert(page.slug.clone());
        answers.fields.extend(answer_all(page.questions()));
        if let Some(list_def) = page.list() {
            let mut list_item = |id: &str, list_def: &ListDef| {
                let items = list_def.lists.iter().map(|inner| (inner.list.key.clone(), Vec::new())).collect();
                ListItem { id: id.into(), fields: answer_all(&list_def.questions), items }
            };
            let mut first = list_item("i1", list_def);
            for inner in &list_def.lists {
                first.items.insert(inner.list.key.clone(), vec![list_item("i2", &inner.list)]);
            }
            answers.items.insert(list_def.key.clone(), vec![first, list_item("i3", list_def)]);
        }
    }
    answers
}

/// A page that only asks questions.
pub(crate) fn page(slug: &str, questions: Vec<Question>) -> Page {
    Page::new(slug, slug, Content::Questions(questions))
}

/// The texts every form needs.
pub(crate) fn head() -> FormHeader {
    FormHeader {
        key: "made".into(),
        name: "A form that nobody wrote".into(),
        group: HomeGroup::Me,
        summary: "Made.".into(),
        time: "a while".into(),
        answer_within: "a day".into(),
        before: Before { who: "All".into(), ready: Vec::new(), next: "We look".into(), urgent: None },
        after: After { next: "We look".into(), often: Vec::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{verdict, walk, walk::End};
    use form_engine::check::definition_errors;

    const TODAY: Date = Date::constant(2026, 11, 23);

    #[test]
    fn a_sound_form_has_no_errors_and_the_requested_length() {
        for seed in 0..60 {
            let form = sound(140, seed);
            assert_eq!(definition_errors(&form), [], "{seed}");
            assert!((120..150).contains(&form.all_questions().count()), "{seed}");
        }
        assert_eq!(definition_errors(&sound(1400, 5)), []);
    }

    /// Thousands of random rules: browser and server agree, and every walk ends.
    #[test]
    fn browser_and_server_agree_on_generated_forms() {
        for seed in 0..many(400) {
            let form = sound(60, seed);
            let walked = walk(&form, seed, TODAY);
            assert!(!matches!(walked.end, End::Trouble(_)), "{seed}: {:?}", walked.end);
        }
    }

    /// `FUZZ` multiplies the number of seeds.
    fn many(seeds: u64) -> u64 {
        let times = std::env::var("FUZZ").ok().and_then(|times| times.parse::<u64>().ok()).unwrap_or(1);
        seeds * times
    }

    /// `care-online forms check` refuses such forms. Should one get through, a page may show nonsense, but evaluation
    /// must end.
    #[test]
    fn nonsensical_rules_are_evaluated_and_terminate() {
        for seed in 0..many(400) {
            let form = wild(40, seed);
            let answers = answers(&form, seed, TODAY);
            // Browser and server may differ here: contradictory rules have no defined result.
            let _ = verdict(&form, &answers, TODAY);
            assert!(!definition_errors(&form).is_empty(), "{seed}: this form must be refused");
        }
    }
}
