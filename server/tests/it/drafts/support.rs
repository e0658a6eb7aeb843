//! Filling in forms as a browser without scripts does.

use crate::support::ENGLISH;
use crate::support::{Browser, Page, TestApp};
use form_engine::{
    answers::{Answers, ItemPath},
    definition::{Content, DateIs, Page as FormPage, Question, QuestionKind},
    fields::Fields,
    journey::{Journey, NextPage},
};
use jiff::civil::date;

/// Starts a form, even if the browser has begun the same one before. Returns the draft's identifier.
pub async fn start(browser: &mut Browser, form: &str) -> String {
    browser.get(&format!("/forms/{form}")).await;
    let page = browser.post("/api/drafts/start", &[("form", form), ("again", "yes")]).await;
    page.path.trim_start_matches("/drafts/").to_owned()
}

/// Opens a page of a draft and submits answers from it.
pub async fn save(browser: &mut Browser, draft: &str, page: &str, go: &str, answers: &[(&str, &str)]) -> Page {
    let open = browser.get(&format!("/drafts/{draft}/{page}")).await;
    save_from(browser, &open, draft, page, go, answers).await
}

/// Submits answers from a page that was opened before.
pub async fn save_from(
    browser: &mut Browser,
    open: &Page,
    draft: &str,
    page: &str,
    go: &str,
    answers: &[(&str, &str)],
) -> Page {
    let revision = open.hidden("revision");
    let mut pairs =
        vec![("draft", draft.to_owned()), ("page", page.to_owned()), ("revision", revision), ("go", go.to_owned())];
    let named: Vec<(String, String)> =
        answers.iter().map(|(key, value)| (format!("answers[{key}][]"), (*value).to_owned())).collect();
    for name in ["item", "list", "inner"] {
        let value = open.hidden(name);
        if !value.is_empty() {
            pairs.push((name, value));
        }
    }
    let pairs: Vec<(&str, &str)> =
        pairs.iter().map(|(k, v)| (*k, v.as_str())).chain(named.iter().map(|(k, v)| (k.as_str(), v.as_str()))).collect();
    browser.post("/api/drafts/save-page", &pairs).await
}

/// A valid answer to a question, as name and value of each input.
pub fn good(question: &Question) -> Vec<(String, String)> {
    let key = question.key.as_str();
    let one = |value: &str| vec![(key.to_owned(), value.to_owned())];
    let parts =
        |pairs: &[(&str, &str)]| pairs.iter().map(|(part, value)| (format!("{key}-{part}"), (*value).to_owned())).collect();
    match &question.kind {
        _ if !question.is_typed() => Vec::new(),
        QuestionKind::Text { .. } => one(&format!("Siân {key}").chars().take(40).collect::<String>()),
        QuestionKind::LongText { .. } => one(&format!("What I say about {key}.\nOn two lines.")),
        QuestionKind::YesNo | QuestionKind::Declaration { .. } => one("yes"),
        QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => one(&options[0].value),
        QuestionKind::Date { when_is: DateIs::Future } => parts(&[("day", "1"), ("month", "1"), ("year", "2030")]),
        QuestionKind::Date { .. } => parts(&[("day", "3"), ("month", "march"), ("year", "1947")]),
        QuestionKind::Number { min, max, .. } => one(&min.or(*max).unwrap_or(2).to_string()),
        QuestionKind::Money { .. } => one("1,200.50"),
        QuestionKind::Email { .. } => one("ann@example.com"),
        QuestionKind::Phone { .. } => one("01632 960 001"),
        QuestionKind::Address { .. } => parts(&[("line1", "1 Lake Road"), ("town", "Northmere"), ("postcode", "nm11aa")]),
        QuestionKind::NationalInsurance => one("JG 10 37 59 A"),
        QuestionKind::NhsNumber => one("943 476 5919"),
        QuestionKind::Length { min, .. } | QuestionKind::Weight { min, .. } => one(&min.unwrap_or(50).to_string()),
        _ => Vec::new(),
    }
}

/// Fills in every page that is still open, by "Continue", up to "Check your answers". Returns the answers given.
pub async fn fill(app: &TestApp, browser: &mut Browser, draft: &str, form: &str) -> Answers {
    let form = app.web.ports.forms.get(form, ENGLISH).unwrap();
    let today = date(2026, 11, 23);
    let mut answers = Answers::default();
    for step in 0..200 {
        let page = match Journey::new(&form, &answers, today).first_open() {
            NextPage::Page(page) => page.clone(),
            NextPage::Check => return answers,
        };
        fill_page(browser, draft, &page, &mut answers, today).await;
        assert!(step < 199, "the form never ends; the last page was {}", page.slug);
    }
    answers
}

async fn fill_page(browser: &mut Browser, draft: &str, page: &FormPage, answers: &mut Answers, today: jiff::civil::Date) {
    let _ = today;
    if let Content::List(group) = &page.content {
        let list = browser.get(&format!("/drafts/{draft}/{}", page.slug)).await;
        let start = format!("/drafts/{draft}/{}/", page.slug);
        let add = list.text.split(&start).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        let path = format!("{}/{add}", page.slug);
        let open = browser.get(&format!("/drafts/{draft}/{path}")).await;
        let given = fields(&group.questions);
        let mut after = save_from(browser, &open, draft, &page.slug, "continue", &borrowed(&given)).await;
        // The item's nested lists may stay empty.
        while after.path.starts_with(&format!("/drafts/{draft}/{path}/")) {
            after = save_from(browser, &after, draft, &page.slug, "continue", &[]).await;
        }
        assert_eq!(after.path, format!("/drafts/{draft}/{}", page.slug), "the item was not accepted: {}", after.text);
        answers.replace_item(ItemPath { list: &group.key, id: &add, inner: None }, &group.questions, &posted(&given));
    }
    let given = fields(page.questions());
    let after = save(browser, draft, &page.slug, "continue", &borrowed(&given)).await;
    assert!(!after.path.contains("?check"), "{} was not accepted: {}", page.slug, after.text);
    answers.replace_page(page, &posted(&given));
    answers.visited.insert(page.slug.clone());
}

fn fields(questions: &[Question]) -> Vec<(String, String)> {
    questions.iter().flat_map(good).collect()
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect()
}

fn posted(fields: &[(String, String)]) -> Fields {
    let mut posted = Fields::new();
    for (key, value) in fields {
        posted.entry(key.clone()).or_default().push(value.clone());
    }
    posted
}
