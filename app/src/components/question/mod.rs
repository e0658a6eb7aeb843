//! A question of a form as the component it is asked with.

mod choices;
mod line;
mod parts;

use super::{
    govuk::{
        Attributes, FormGroup,
        character_count::{CharacterCount, CountWords, character_count},
        fieldset::{Fieldset, Legend},
        group,
        hint::Hint,
        input::{Input, input},
        label::Label,
    },
    problems::problem_beside,
    rich_text::rich_text,
};
use crate::{context, pages::drafts::Told};
use choices::{many_of, one_of};
use domain::{
    answers::{Fields, typed},
    definition::{Choice, Kind, Question},
};
use leptos::prelude::*;
use line::line;
pub use parts::{AddressPart, address_part};
use parts::{address, date};

/// A question with what was typed and what is wrong with it. Its wrapper is what the browser hides while it isn't asked.
pub fn question(question: &Question, fields: &Fields, problems: &[Told]) -> impl IntoView + use<> {
    let problem = problems.iter().find(|problem| problem.key == question.key);
    let view = asked(question, fields, problem);
    view! { <div data-question=question.key.clone()>{view}</div> }
}

/// The name under which an input is sent.
pub fn input_name(field: &str) -> String {
    format!("answers[{field}][]")
}

fn label(question: &Question) -> String {
    if question.optional { context::words().question_optional(question.label.as_str()) } else { question.label.clone() }
}

fn asked(question: &Question, fields: &Fields, problem: Option<&Told>) -> AnyView {
    let help = question.hint.as_deref().map(|hint| context::site().council.fill(hint));
    let error = problem.map(|problem| problem.message.clone());
    let value = typed(fields, &question.key).to_owned();
    match &question.kind {
        Kind::LongText { max, rows } => character_count(CharacterCount {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(problem_beside),
            value,
            rows: Some(u16::from(*rows)),
            maxlength: Some(*max),
            textarea_description_text: context::words().count_most().into(),
            words: count_words(),
            ..CharacterCount::default()
        }),
        Kind::YesNo | Kind::OneOf { .. } => one_of(question, fields, help, error),
        Kind::ManyOf { .. } => many_of(question, question.options().unwrap_or_default(), fields, help, error),
        Kind::Declaration { statement } => many_of(question, vec![Choice::plain("yes", statement)], fields, help, error),
        Kind::Date { .. } => date(question, fields, help, problem),
        Kind::Address { autocomplete } => address(question, fields, help, problem, *autocomplete),
        Kind::Account { .. } => from_account(question, value),
        Kind::Notice { body, warning } => notice(&question.key, &question.label, body, *warning),
        _ => input(Input {
            id: question.key.clone(),
            name: input_name(&question.key),
            label: Label::medium(label(question)),
            hint: help.map(Hint::from),
            error_message: error.map(problem_beside),
            value: Some(value),
            ..line(&question.kind)
        }),
    }
}

/// What the browser says of a long text while somebody types.
fn count_words() -> CountWords {
    let say = context::words();
    let plurals = |one: &str, other: &str| vec![("one", one.to_owned()), ("other", other.to_owned())];
    CountWords {
        characters_under_limit: plurals(say.count_under_one(), say.count_under()),
        characters_at_limit: say.count_at().into(),
        characters_over_limit: plurals(say.count_over_one(), say.count_over()),
        ..CountWords::default()
    }
}

/// The fieldset of a question.
fn asking(question: &Question) -> Fieldset {
    Fieldset { legend: Legend::medium(label(question)), ..Fieldset::default() }
}

fn from_account(question: &Question, value: String) -> AnyView {
    let value = if value.is_empty() { context::words().question_from_account().to_owned() } else { value };
    let around = FormGroup {
        classes: "care-from-account".into(),
        attributes: Attributes::new().with("id", question.key.clone()),
        ..FormGroup::default()
    };
    let content = view! {
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{question.label.clone()}</p>
        <p class="govuk-body">{value}</p>
    };
    group(around, false, content)
}

fn notice(key: &str, title: &str, body: &str, warning: bool) -> AnyView {
    let id = key.to_owned();
    let title = title.to_owned();
    let heading = (!title.is_empty()).then(|| view! { <h2 class="govuk-heading-m">{title}</h2> });
    let class = if warning { "care-alert care-alert--urgent" } else { "care-alert" };
    view! { <div class=class id=id role=warning.then_some("note")>{heading} {rich_text(body)}</div> }.into_any()
}
