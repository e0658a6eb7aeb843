//! What may be wrong with a form although it can be published: unreachable pages, dead ends, lost answers.

mod list_names;
mod second_wording;

use crate::{
    check::DefinitionError,
    condition::{Comparison, Condition},
    definition::{Content, Form, Question, QuestionKind},
};
use std::collections::{BTreeMap, BTreeSet};

/// How many alternatives of a condition are looked at. Beyond that, it counts as satisfiable.
const MOST_WAYS: usize = 2000;

/// Unreachable pages and questions, and dead ends for everybody.
pub fn lints(form: &Form) -> Vec<DefinitionError> {
    let mut reach = Reachability { form, known: BTreeMap::new() };
    let mut found = Vec::new();
    for page in form.pages() {
        let ways = reach.ways(page.when.as_deref());
        if ways.is_empty() {
            let reason = format!("nobody reaches the page \"{}\": its condition never holds", page.slug);
            found.push(lint(&page.slug, reason, "change the condition, or take the page away"));
            continue;
        }
        if matches!(page.content, Content::Stop(_)) && page.when.is_none() {
            let reason = format!("the form ends at the page \"{}\" for everybody", page.slug);
            found.push(lint(&page.slug, reason, "give the page a `when`"));
        }
        for question in page.questions() {
            let ways = both(&ways, &reach.ways(question.when.as_deref()));
            if ways.is_empty() {
                let reason = format!("nobody is asked \"{}\": its condition never holds there", question.key);
                found.push(lint(&question.key, reason, "change the condition, or take the question away"));
            }
        }
    }
    found.extend(list_names::alike(form));
    found.extend(second_wording::missing(form, &mut reach));
    found
}

/// Questions of an older version whose answers don't fit a newer one.
pub fn lost_answers(old: &Form, new: &Form) -> Vec<String> {
    let questions: BTreeMap<&str, &Question> =
        new.all_questions().map(|question| (question.key.as_str(), question)).collect();
    let lost = |question: &&Question| {
        let there = questions.get(question.key.as_str());
        question.is_typed() && !there.is_some_and(|there| takes(there, question))
    };
    old.all_questions().filter(lost).map(|question| question.key.clone()).collect()
}

/// Whether a question accepts every answer that another accepted.
fn takes(new: &Question, old: &Question) -> bool {
    let is_same_type = std::mem::discriminant(&new.kind) == std::mem::discriminant(&old.kind)
        || matches!(
            (&old.kind, &new.kind),
            (QuestionKind::Text { .. }, QuestionKind::LongText { .. })
                | (QuestionKind::OneOf { .. }, QuestionKind::ManyOf { .. })
        );
    let values: BTreeSet<&str> = new.options().iter().map(|option| option.value.as_str()).collect();
    is_same_type && old.options().iter().all(|option| values.contains(option.value.as_str()))
}

fn lint(at: &str, reason: String, instead: &str) -> DefinitionError {
    DefinitionError { at: at.to_owned(), reason, instead: instead.to_owned() }
}

/// One way to satisfy a condition: what it requires of each answer.
#[derive(Clone, Debug, Default)]
struct Alternative<'f>(BTreeMap<&'f str, Requirement<'f>>);

/// What is required of one answer.
#[derive(Clone, Debug)]
struct Requirement<'f> {
    is_answered: Option<bool>,
    /// Sets of values, one of which must be among the answers.
    one_of: Vec<BTreeSet<&'f str>>,
    none_of: BTreeSet<&'f str>,
    least: i64,
    most: i64,
}

impl Default for Requirement<'_> {
    fn default() -> Self {
        Self { is_answered: None, one_of: Vec::new(), none_of: BTreeSet::new(), least: i64::MIN, most: i64::MAX }
    }
}

struct Reachability<'f> {
    form: &'f Form,
    /// The alternatives under which a question is asked.
    known: BTreeMap<&'f str, Vec<Alternative<'f>>>,
}

impl<'f> Reachability<'f> {
    /// The alternatives that satisfy a condition.
    fn ways(&mut self, when: Option<&'f Condition>) -> Vec<Alternative<'f>> {
        let Some(when) = when else { return vec![Alternative::default()] };
        let ways = self.of(when, true);
        ways.into_iter().filter(|way| self.is_possible(way)).collect()
    }

    fn of(&mut self, condition: &'f Condition, holds: bool) -> Vec<Alternative<'f>> {
        match (condition, holds) {
            (Condition::Not(inner), _) => self.of(inner, !holds),
            (Condition::All(parts), true) | (Condition::Any(parts), false) => {
                parts.iter().fold(vec![Alternative::default()], |ways, part| {
                    let more = self.of(part, holds);
                    both(&ways, &more)
                })
            }
            (Condition::Any(parts), true) | (Condition::All(parts), false) => {
                parts.iter().flat_map(|part| self.of(part, holds)).take(MOST_WAYS).collect()
            }
            (part, _) => self.part(part, holds),
        }
    }

    fn part(&mut self, part: &'f Condition, holds: bool) -> Vec<Alternative<'f>> {
        let answered = |want: Requirement<'f>| Requirement { is_answered: Some(true), ..want };
        let set = |values: &'f [String]| values.iter().map(String::as_str).collect::<BTreeSet<_>>();
        let one_of = |values| answered(Requirement { one_of: vec![set(values)], ..Requirement::default() });
        let none_of = |values| Requirement { none_of: set(values), ..Requirement::default() };
        let unanswered = Requirement { is_answered: Some(false), ..Requirement::default() };
        let wants = match (part, holds) {
            (Condition::Is { values, .. }, true) => vec![one_of(values)],
            (Condition::Is { values, .. }, false) => vec![none_of(values)],
            (Condition::IsNot { values, .. }, true) => vec![answered(none_of(values))],
            (Condition::IsNot { values, .. }, false) => vec![unanswered, one_of(values)],
            (Condition::Answered { .. }, true) => vec![answered(Requirement::default())],
            (Condition::Answered { .. }, false) => vec![unanswered],
            (Condition::Compares { with, .. }, true) => vec![answered(between(*with))],
            _ => return vec![Alternative::default()],
        };
        let Some(key) = part.key() else { return vec![Alternative::default()] };
        let asked = self.asked(key);
        let of_want = |want: Requirement<'f>| {
            let needs_asking = want.is_answered == Some(true);
            let own = vec![Alternative([(key.as_str(), want)].into())];
            if needs_asking { both(&own, &asked) } else { own }
        };
        wants.into_iter().flat_map(of_want).collect()
    }

    /// The alternatives under which a question is asked.
    fn asked(&mut self, key: &'f str) -> Vec<Alternative<'f>> {
        if let Some(known) = self.known.get(key) {
            return known.clone();
        }
        let form = self.form;
        let Some((place, question)) = form.question(key) else { return vec![Alternative::default()] };
        let page = form.at(place).and_then(|(_, page)| page.when.as_deref());
        let (of_page, of_question) = (self.ways(page), self.ways(question.when.as_deref()));
        let ways = both(&of_page, &of_question);
        self.known.insert(key, ways.clone());
        ways
    }

    fn is_possible(&self, way: &Alternative<'f>) -> bool {
        way.0.iter().all(|(key, want)| self.form.question(key).is_none_or(|(_, question)| want.is_possible(question)))
    }
}

/// Every pair of alternatives, combined. Beyond the limit there is no requirement, so that undecided conditions count
/// as possible.
fn both<'f>(left: &[Alternative<'f>], right: &[Alternative<'f>]) -> Vec<Alternative<'f>> {
    if left.len().saturating_mul(right.len()) > MOST_WAYS {
        return vec![Alternative::default()];
    }
    left.iter().flat_map(|one| right.iter().map(move |other| one.and(other))).collect()
}

fn between(with: Comparison) -> Requirement<'static> {
    let want = Requirement::default();
    match with {
        // Pounds have pence: more than 20 may be 20.50.
        Comparison::AtLeast(limit) | Comparison::MoreThan(limit) => Requirement { least: limit, ..want },
        Comparison::AtMost(limit) | Comparison::LessThan(limit) => Requirement { most: limit, ..want },
    }
}

impl Alternative<'_> {
    fn and(&self, other: &Self) -> Self {
        let mut wants = self.0.clone();
        for (key, want) in &other.0 {
            wants.entry(key).or_default().add(want);
        }
        Self(wants)
    }
}

impl Requirement<'_> {
    fn add(&mut self, other: &Self) {
        self.is_answered = match (self.is_answered, other.is_answered) {
            // These contradict each other: an empty set can never be met.
            (Some(own), Some(theirs)) if own != theirs => {
                self.one_of.push(BTreeSet::new());
                Some(own)
            }
            (own, theirs) => own.or(theirs),
        };
        self.one_of.extend(other.one_of.iter().cloned());
        self.none_of.extend(&other.none_of);
        self.least = self.least.max(other.least);
        self.most = self.most.min(other.most);
    }

    fn is_possible(&self, question: &Question) -> bool {
        if self.least > self.most || self.one_of.iter().any(BTreeSet::is_empty) {
            return false;
        }
        let options: BTreeSet<&str> = question.options().iter().map(|option| option.value.as_str()).collect();
        if options.is_empty() || self.is_answered != Some(true) {
            return true;
        }
        let free: BTreeSet<&str> = options.difference(&self.none_of).copied().collect();
        let meets = |set: &BTreeSet<&str>, among: &BTreeSet<&str>| set.iter().any(|value| among.contains(value));
        if matches!(question.kind, QuestionKind::ManyOf { .. }) {
            return self.of_several(question, &free);
        }
        free.iter().any(|value| self.one_of.iter().all(|set| meets(set, &[*value].into())))
    }

    /// For a question with several answers: any non-exclusive options together, or one exclusive option.
    fn of_several(&self, question: &Question, free: &BTreeSet<&str>) -> bool {
        let alone = question.options().iter().filter(|option| option.exclusive).map(|option| option.value.as_str());
        let alone: BTreeSet<&str> = alone.collect();
        let together: BTreeSet<&str> = free.difference(&alone).copied().collect();
        let met_by = |among: &BTreeSet<&str>| {
            !among.is_empty() && self.one_of.iter().all(|set| set.iter().any(|value| among.contains(value)))
        };
        met_by(&together) || alone.intersection(free).any(|value| met_by(&[*value].into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        definition::{Page, QuestionOption},
        test_form::{form, is, line, page, page_mut, question},
    };
    use std::sync::Arc;

    fn reasons(when: Option<Arc<Condition>>) -> Vec<String> {
        let mut form = form();
        let content = Content::Questions(vec![question("more", line())]);
        form.sections[1].pages.push(Arc::new(Page { when, ..page("more-page", content) }));
        lints(&form).into_iter().map(|lint| lint.at).collect()
    }

    #[expect(clippy::unnecessary_wraps, reason = "used where a question takes an optional condition")]
    fn all(parts: [Option<Arc<Condition>>; 2]) -> Option<Arc<Condition>> {
        Some(Condition::All(parts.into_iter().flatten().map(Arc::unwrap_or_clone).collect()).into())
    }

    #[test]
    fn reachable_pages_give_no_warning() {
        assert_eq!(reasons(None), Vec::<String>::new());
        assert_eq!(reasons(is("who", "me")), Vec::<String>::new());
        assert_eq!(
            reasons(all([is("who", "other"), Some(Condition::Answered { key: "rel".into() }.into())])),
            Vec::<String>::new()
        );
    }

    #[test]
    fn contradictory_conditions_are_found() {
        assert_eq!(reasons(all([is("who", "me"), is("who", "other")])), ["more-page"]);
        // "rel" is only asked of others.
        assert_eq!(reasons(all([is("who", "me"), Some(Condition::Answered { key: "rel".into() }.into())])), ["more-page"]);
        let not = |condition: Option<Arc<Condition>>| {
            condition.map(|condition| Condition::Not(Box::new(Arc::unwrap_or_clone(condition))).into())
        };
        assert_eq!(reasons(all([is("who", "me"), not(is("who", "me"))])), ["more-page"]);
    }

    #[test]
    fn none_of_these_cannot_be_combined() {
        let mut form = form();
        let options = vec![
            QuestionOption::plain("a", "A"),
            QuestionOption::plain("b", "B"),
            QuestionOption { exclusive: true, ..QuestionOption::plain("none", "None") },
        ];
        let several = question("several", QuestionKind::ManyOf { options });
        let with = |when| Question { when, ..question("more", line()) };
        let both = all([is("several", "a"), is("several", "b")]);
        form.sections[1].pages.push(Arc::new(page("more-page", Content::Questions(vec![several.clone(), with(both)]))));
        assert_eq!(lints(&form), []);
        let clash = all([is("several", "a"), is("several", "none")]);
        page_mut(&mut form, "more-page").content = Content::Questions(vec![several, with(clash)]);
        assert_eq!(lints(&form).len(), 1);
    }

    #[test]
    fn answers_that_a_new_version_would_lose_are_named() {
        let old = form();
        let mut new = form();
        new.sections[0].pages.remove(2);
        assert_eq!(lost_answers(&old, &new), ["p_name"]);
        assert_eq!(lost_answers(&old, &old), Vec::<String>::new());
    }
}
