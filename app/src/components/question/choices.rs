//! Questions with options.

use super::{asking, input_name};
use crate::{components::problems::problem_beside, context};
use form_engine::{
    definition::{Question, QuestionKind, QuestionOption},
    fields::{Fields, typed},
};
use govuk::{
    Choice,
    checkboxes::{Checkboxes, checkboxes},
    hint::Hint,
    radios::{Radios, radios},
};
use leptos::prelude::*;

pub(super) fn one_of(question: &Question, fields: &Fields, help: Option<String>, error: Option<String>) -> AnyView {
    radios(Radios {
        id_prefix: question.key.clone(),
        name: input_name(&question.key),
        items: options(question).into_iter().map(choice).collect(),
        value: typed(fields, &question.key).to_owned(),
        fieldset: Some(asking(question)),
        hint: help.map(Hint::from),
        error_message: error.map(problem_beside),
        // Two short answers fit side by side.
        classes: if matches!(question.kind, QuestionKind::YesNo) { "govuk-radios--inline".into() } else { String::new() },
        ..Radios::default()
    })
}

fn choice(option: QuestionOption) -> Choice {
    Choice { hint: option.hint.map(Hint::from), ..Choice::new(option.value, option.label) }
}

/// The options: the form's own, or "Yes" and "No".
fn options(question: &Question) -> Vec<QuestionOption> {
    let t = context::messages();
    match &question.kind {
        QuestionKind::YesNo => {
            vec![QuestionOption::plain("yes", t.answer_yes()), QuestionOption::plain("no", t.answer_no())]
        }
        _ => question.options().to_vec(),
    }
}

pub(super) fn many_of(
    question: &Question,
    options: Vec<QuestionOption>,
    fields: &Fields,
    help: Option<String>,
    error: Option<String>,
) -> AnyView {
    let alone = options.iter().position(|option| option.exclusive).filter(|index| *index > 0);
    let items = options.into_iter().enumerate().flat_map(|(index, option)| {
        let divider = (alone == Some(index)).then(|| Choice::divider(context::messages().question_or()));
        let item = Choice {
            // Set explicitly, because the divider would count as an item.
            id: if index == 0 { question.key.clone() } else { format!("{}-{}", question.key, index + 1) },
            is_exclusive: option.exclusive,
            ..choice(option)
        };
        divider.into_iter().chain([item])
    });
    checkboxes(Checkboxes {
        id_prefix: question.key.clone(),
        name: input_name(&question.key),
        items: items.collect(),
        values: fields.get(&question.key).cloned().unwrap_or_default(),
        fieldset: Some(asking(question)),
        hint: help.map(Hint::from),
        error_message: error.map(problem_beside),
        ..Checkboxes::default()
    })
}
