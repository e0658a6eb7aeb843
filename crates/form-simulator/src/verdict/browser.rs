//! Compares what a browser makes of a page, from the page rules that the server sent with it, with what the server
//! makes of it.

use form_engine::{
    amount::Amount,
    answers::Answers,
    definition::{Page, Question},
    fields::Fields,
    journey::{ItemJourney, Journey, PageRules},
};
use std::collections::BTreeMap;

/// The results of what is typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrowserResult {
    pub asked: Vec<String>,
    pub amounts: BTreeMap<String, Option<Amount>>,
}

impl BrowserResult {
    /// What a browser shows while this is typed.
    pub fn browser(rules: &PageRules, typed: &Fields) -> Self {
        let followed = rules.follow(typed);
        Self { asked: followed.asked.into_iter().map(str::to_owned).collect(), amounts: followed.amounts }
    }

    /// What the server makes of the same, once it is saved.
    fn server<'q>(journey: &Journey<'_>, asked: impl Iterator<Item = &'q Question>, browser: &Self) -> Self {
        let amount = |key: &String| (key.clone(), journey.calculated(key));
        Self {
            asked: asked.map(|question| question.key.clone()).collect(),
            amounts: browser.amounts.keys().map(amount).collect(),
        }
    }

    /// # Errors
    /// A description of the difference.
    pub fn same_as(self, server: &Self, at: &str) -> Result<Self, String> {
        if self == *server {
            return Ok(self);
        }
        Err(format!("at {at} the browser says {self:?}, the server {server:?}"))
    }
}

/// The rules of a page as they arrive in a browser.
///
/// # Errors
/// Rules that don't survive serialisation.
pub fn sent(rules: &PageRules) -> Result<PageRules, String> {
    let read = || serde_json::from_str(&serde_json::to_string(rules)?);
    let arrived: PageRules = read().map_err(|error: serde_json::Error| format!("the page rules can't be sent: {error}"))?;
    if arrived == *rules { Ok(arrived) } else { Err(format!("the page rules arrive changed: {rules:?}, {arrived:?}")) }
}

/// Compares a page of the form with what is saved for it.
pub fn of_page(journey: &Journey<'_>, answers: &Answers, page: &Page) -> Result<BrowserResult, String> {
    let rules = sent(&journey.rules(page.questions()))?;
    page_after(journey, answers, page, BrowserResult::browser(&rules, &answers.of_page(page)))
}

/// Compares what a browser made of a page with what the server makes of it once it is saved.
pub fn page_after(
    journey: &Journey<'_>,
    answers: &Answers,
    page: &Page,
    browser: BrowserResult,
) -> Result<BrowserResult, String> {
    // A page that isn't visible is shown to nobody.
    if !journey.has_page(&page.slug) {
        return Ok(browser);
    }
    let server = BrowserResult::server(journey, journey.questions(page), &browser);
    browser.same_as(&server, &format!("{} with {:?}", page.slug, answers.of_page(page)))
}

/// Compares the page of a list item; `around` is the outer item if it is in a nested list.
pub fn of_item(
    journey: &Journey<'_>,
    list_item: &ItemJourney<'_>,
    around: Option<&ItemJourney<'_>>,
) -> Result<BrowserResult, String> {
    let rules = sent(&rules_of(journey, list_item, around))?;
    item_after(journey, list_item, BrowserResult::browser(&rules, list_item.fields()))
}

/// The rules of the page about a list item.
pub fn rules_of(journey: &Journey<'_>, list_item: &ItemJourney<'_>, around: Option<&ItemJourney<'_>>) -> PageRules {
    let questions = &list_item.list().questions;
    match around {
        Some(around) => journey.rules_of(around, questions, None),
        None => journey.rules_of(journey, questions, Some((&list_item.list().key, list_item.item()))),
    }
}

pub fn item_after(
    journey: &Journey<'_>,
    list_item: &ItemJourney<'_>,
    browser: BrowserResult,
) -> Result<BrowserResult, String> {
    let server = BrowserResult::server(journey, list_item.questions(), &browser);
    browser.same_as(&server, &format!("{} with {:?}", list_item.list().key, list_item.fields()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::generated_forms::{head, page};
    use form_engine::{
        condition::Condition,
        definition::{Form, QuestionKind, Section},
    };
    use jiff::civil::Date;

    #[test]
    fn a_browser_that_asks_different_questions_is_detected() {
        let when = Condition::Is { key: "a".into(), values: vec!["yes".into()] };
        let a = Question::new("a", "A", "Select it", QuestionKind::YesNo);
        let b = Question { when: Some(when.into()), ..Question::new("b", "B", "Select it", QuestionKind::YesNo) };
        let form = Form::new(head(), vec![Section::new("Part", vec![page("first", vec![a, b])])]);
        let mut answers = Answers::default();
        answers.fields.insert("a".into(), vec!["no".into()]);
        let journey = Journey::new(&form, &answers, Date::constant(2026, 11, 23));
        let first = form.page("first").unwrap();
        assert!(of_page(&journey, &answers, first).is_ok());

        let mut rules = journey.rules(first.questions());
        rules.questions[1].when = None;
        let shown = BrowserResult::browser(&rules, &answers.of_page(first));
        let difference = page_after(&journey, &answers, first, shown).unwrap_err();
        assert!(difference.starts_with("at first"), "{difference}");
    }
}
