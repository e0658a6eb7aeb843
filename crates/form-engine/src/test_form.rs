//! A small form for tests, with one of everything a journey can meet.

use crate::{
    condition::Condition,
    definition::{
        After, Before, Content, DataUse, Form, FormHeader, HomeGroup, ListDef, Page, Question, QuestionKind, QuestionOption,
        Section,
    },
};
use std::sync::Arc;

#[expect(clippy::unnecessary_wraps, reason = "used where a question takes an optional condition")]
pub fn is(key: &str, value: &str) -> Option<Arc<Condition>> {
    Some(Arc::new(Condition::Is { key: key.into(), values: vec![value.into()] }))
}

pub fn question(key: &str, kind: QuestionKind) -> Question {
    Question::new(key, &format!("{key}?"), &format!("Enter {key}"), kind)
}

pub const fn line() -> QuestionKind {
    QuestionKind::Text { max: 200, width: None, autocomplete: None }
}

pub fn page(slug: &str, content: Content) -> Page {
    Page::new(slug, slug, content)
}

pub fn page_mut<'f>(form: &'f mut Form, slug: &str) -> &'f mut Page {
    form.sections.iter_mut().flat_map(Section::pages_mut).find(|page| page.slug == slug).expect("no such page")
}

pub fn form() -> Form {
    let who = QuestionKind::OneOf {
        options: vec![QuestionOption::plain("me", "Me"), QuestionOption::plain("other", "Somebody else")],
    };
    let rel = Question { when: is("who", "other"), ..question("rel", line()) };
    let person = Page { when: is("rel", "-"), ..page("person", Content::Questions(vec![question("p_name", line())])) };
    let person = Page { when: Some(Condition::Answered { key: "rel".into() }.into()), ..person };
    let drug = Question { when: is("help", "yes"), ..question("drug_who", line()) };
    let list = ListDef {
        key: "drugs".into(),
        item: "medicine".into(),
        article: "a".into(),
        min: 1,
        max: 3,
        none: "None added.".into(),
        they: None,
        reuse: false,
        named_by: Vec::new(),
        lists: Vec::new(),
        questions: vec![question("drug_name", line()), question("help", QuestionKind::YesNo), drug],
    };
    let about_you = vec![
        page("start", Content::Text("Hello".into())),
        page("who", Content::Questions(vec![question("who", who), rel])),
        person,
    ];
    let sections =
        vec![Section::new("About you", about_you), Section::new("Health", vec![page("drugs", Content::List(list))])];
    form_of(sections)
}

pub fn form_of(sections: Vec<Section>) -> Form {
    let head = FormHeader {
        key: "small".into(),
        name: "A small form".into(),
        group: HomeGroup::Me,
        summary: "Small.".into(),
        time: "a minute".into(),
        answer_within: "a day".into(),
        before: Before { who: "All".into(), ready: Vec::new(), next: "We look".into(), urgent: None },
        after: After { next: "We look".into(), often: Vec::new() },
    };
    let mut form = Form::new(head, sections);
    form.data = uses();
    form
}

fn uses() -> DataUse {
    DataUse { purpose: Some("test".into()), legal_basis: Some("test".into()), retention: Some("test".into()) }
}
