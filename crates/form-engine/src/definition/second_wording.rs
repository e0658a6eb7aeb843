//! The second wording of a form's texts: what they say if the form is about somebody other than the person who fills it
//! in. "You" becomes "they".

use super::{Calculation, Content, Form, InnerList, ListDef, Page, Question, QuestionKind, QuestionOption, Section};
use crate::{answers::Answers, condition::Condition, journey::Journey};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// When a form is about somebody else, and who that is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SomeoneElse {
    pub when: Arc<Condition>,
    /// The questions whose answers are the person's name, in the order of the name. Empty if no page shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<String>,
}

/// Declares [`SecondWording`] with a field for each of these texts, so that they are listed only here.
macro_rules! second_wording {
    ($($text:ident),+) => {
        /// The texts of a section, page, list, question or calculation for a form about somebody else. `None` keeps the
        /// first wording. A translation gives the options by value.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields, bound(serialize = "Options: Serialize + Default + PartialEq"))]
        pub struct SecondWording<Options = Vec<OptionWording>> {
            $(
                #[serde(skip_serializing_if = "Option::is_none")]
                pub $text: Option<String>,
            )+
            /// Only the options that differ.
            #[serde(skip_serializing_if = "is_default")]
            pub options: Options,
        }

        impl<Options> SecondWording<Options> {
            /// Every text but those of options, with its name, in the file's order of fields.
            pub fn texts(&self) -> impl Iterator<Item = (&'static str, Option<&String>)> {
                [$((stringify!($text), self.$text.as_ref())),+].into_iter()
            }

            /// The same texts, for changing them.
            pub fn texts_mut(&mut self) -> impl Iterator<Item = (&'static str, &mut Option<String>)> {
                [$((stringify!($text), &mut self.$text)),+].into_iter()
            }
        }
    };
}

second_wording!(title, task, intro, body, label, hint, missing, unit, statement, item, none);

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// The texts of an option for a form about somebody else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OptionWording {
    pub value: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

/// The form in its second wording, made on first use like the index.
#[derive(Debug, Default)]
pub struct SecondForm(OnceLock<Arc<Form>>);

impl Clone for SecondForm {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for SecondForm {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for SecondForm {}

impl Form {
    /// The form in the wording for these answers.
    #[must_use]
    pub fn worded_for(self: &Arc<Self>, answers: &Answers, today: Date) -> Arc<Self> {
        if !Journey::new(self, answers, today).is_about_someone_else() {
            return self.clone();
        }
        self.second.0.get_or_init(|| Arc::new(self.in_second_wording())).clone()
    }

    fn in_second_wording(&self) -> Self {
        let mut form = self.clone();
        form.share_index(self);
        form.sections.iter_mut().for_each(section);
        form.calculations.iter_mut().for_each(calculation);
        form
    }
}

impl SecondWording {
    /// The second wording of an option.
    pub fn option(&self, value: &str) -> Option<&OptionWording> {
        self.options.iter().find(|option| option.value == value)
    }
}

fn replace(text: &mut String, other: Option<&String>) {
    if let Some(other) = other {
        text.clone_from(other);
    }
}

fn replace_optional(text: &mut Option<String>, other: Option<&String>) {
    if let Some(text) = text {
        replace(text, other);
    }
}

fn calculation(calculation: &mut Calculation) {
    if let Some(they) = calculation.they.take() {
        replace(&mut calculation.label, they.label.as_ref());
    }
}

fn section(section: &mut Section) {
    if let Some(they) = section.they.take() {
        replace(&mut section.title, they.title.as_ref());
    }
    for shared in section.pages.iter_mut().filter(|page| differs(page)) {
        page(Arc::make_mut(shared));
    }
}

/// Other pages are shared with the first wording.
fn differs(page: &Page) -> bool {
    let of_list = |list_def: &ListDef| list_def.they.is_some() || list_def.lists.iter().any(|inner| inner.they.is_some());
    page.they.is_some() || page.all_questions().any(|question| question.they.is_some()) || page.list().is_some_and(of_list)
}

fn page(page: &mut Page) {
    let they = page.they.take().unwrap_or_default();
    replace(&mut page.title, they.title.as_ref());
    replace_optional(&mut page.task, they.task.as_ref());
    replace_optional(&mut page.intro, they.intro.as_ref());
    match &mut page.content {
        Content::Text(body) | Content::Stop(body) => replace(body, they.body.as_ref()),
        Content::Questions(questions) => questions.iter_mut().for_each(question),
        Content::List(list_def) => {
            let they = list_def.they.take().unwrap_or_default();
            list(list_def, &they);
        }
    }
}

fn list(list_def: &mut ListDef, they: &SecondWording) {
    replace(&mut list_def.item, they.item.as_ref());
    replace(&mut list_def.none, they.none.as_ref());
    list_def.questions.iter_mut().for_each(question);
    list_def.lists.iter_mut().for_each(inner_list);
}

fn inner_list(inner: &mut InnerList) {
    let they = inner.they.take().unwrap_or_default();
    replace(&mut inner.title, they.title.as_ref());
    replace_optional(&mut inner.intro, they.intro.as_ref());
    list(&mut inner.list, &they);
}

fn question(question: &mut Question) {
    let Some(they) = question.they.take() else { return };
    replace(&mut question.label, they.label.as_ref());
    replace(&mut question.missing, they.missing.as_ref());
    replace_optional(&mut question.hint, they.hint.as_ref());
    match &mut question.kind {
        QuestionKind::Number { unit, .. } => replace_optional(unit, they.unit.as_ref()),
        QuestionKind::Declaration { statement } => replace(statement, they.statement.as_ref()),
        QuestionKind::Notice { body, .. } | QuestionKind::Link { body, .. } => replace(body, they.body.as_ref()),
        QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => {
            for option in options {
                reword(option, &they);
            }
        }
        _ => {}
    }
}

fn reword(option: &mut QuestionOption, they: &SecondWording) {
    if let Some(other) = they.option(&option.value) {
        replace(&mut option.label, other.label.as_ref());
        replace_optional(&mut option.hint, other.hint.as_ref());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_form::{form, is, page_mut};
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 30);

    fn answers(pairs: &[(&str, &str)]) -> Answers {
        Answers {
            fields: pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect(),
            ..Answers::default()
        }
    }

    /// The small form with a second wording of the heading and the list's first question.
    fn worded() -> Arc<Form> {
        let mut form = form();
        let when = is("who", "other").unwrap();
        form.someone_else = Some(SomeoneElse { when, name: vec!["p_name".into()] });
        let page = page_mut(&mut form, "drugs");
        page.they = Some(Box::new(SecondWording { title: Some("Their drugs".into()), ..SecondWording::default() }));
        let Content::List(list_def) = &mut page.content else { panic!("no list") };
        let label = SecondWording { label: Some("Which do they take?".into()), ..SecondWording::default() };
        list_def.questions[0].they = Some(Box::new(label));
        let none = SecondWording { none: Some("None for them.".into()), ..SecondWording::default() };
        list_def.they = Some(Box::new(none));
        Arc::new(form)
    }

    #[test]
    fn a_form_about_somebody_else_has_the_second_wording() {
        let form = worded();
        let texts = |answers: &Answers| {
            let form = form.worded_for(answers, TODAY);
            let page = form.page("drugs").unwrap();
            (
                page.title.clone(),
                page.list().unwrap().questions[0].label.clone(),
                page.list().unwrap().questions[1].label.clone(),
                page.list().unwrap().none.clone(),
            )
        };
        let first = ("drugs".into(), "drug_name?".into(), "help?".into(), "None added.".into());
        assert_eq!(texts(&answers(&[("who", "me")])), first);
        assert_eq!(texts(&answers(&[])), first);
        let second = ("Their drugs".into(), "Which do they take?".into(), "help?".into(), "None for them.".into());
        assert_eq!(texts(&answers(&[("who", "other")])), second);
    }

    #[test]
    fn the_name_is_known_once_it_is_typed_in_a_form_about_somebody_else() {
        let form = worded();
        let page = form.page("drugs").unwrap();
        let name = |pairs: &[(&str, &str)]| Journey::new(&form, &answers(pairs), TODAY).someone_elses_name(page);
        assert_eq!(name(&[("who", "other"), ("rel", "son")]), None);
        assert_eq!(name(&[("who", "me"), ("p_name", "Ann")]), None);
        let known = [("who", "other"), ("rel", "son"), ("p_name", " Ann ")];
        assert_eq!(name(&known).as_deref(), Some("Ann"));
        let known = answers(&known);
        let name_on = |page: Page| Journey::new(&form, &known, TODAY).someone_elses_name(&page);
        assert_eq!(name_on(Page { about_you: true, ..page.clone() }), None);
        assert_eq!(name_on(Page { quick_exit: true, ..page.clone() }), None);
    }

    #[test]
    fn pages_without_a_second_wording_are_shared() {
        let form = worded();
        let second = form.worded_for(&answers(&[("who", "other")]), TODAY);
        let is_shared = |section: usize, page: usize| {
            Arc::ptr_eq(&form.sections[section].pages[page], &second.sections[section].pages[page])
        };
        assert_eq!([is_shared(0, 0), is_shared(0, 1), is_shared(0, 2), is_shared(1, 0)], [true, true, true, false]);
        assert_eq!(form.places(), second.places());
    }

    #[test]
    fn the_second_wording_is_made_once() {
        let form = worded();
        let other = answers(&[("who", "other")]);
        assert!(Arc::ptr_eq(&form.worded_for(&other, TODAY), &form.worded_for(&other, TODAY)));
    }
}
