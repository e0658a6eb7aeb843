//! What somebody would pay, or what of their costs counts, with the rule and figure behind every line.

use super::{QuestionContext, shown::calculated};
use crate::context;
use charging::{Line, Part};
use form_engine::{
    charge::Outcome,
    definition::{CHARGE, Question},
};
use govuk::{
    Content,
    details::{Details, details},
};
use leptos::prelude::*;

/// In the order in which it is worked out.
const PARTS: [Part; 6] = [Part::Capital, Part::Income, Part::Allowance, Part::Outgoings, Part::Expenses, Part::Result];

pub(super) fn charge(question: &Question, around: QuestionContext<'_>) -> AnyView {
    let sum = calculated(question, CHARGE, around.amounts);
    let Some(outcome) = around.charge else { return sum };
    let say = context::words();
    let rules = say.charge_by(outcome.rules());
    let parts = PARTS.map(|part| {
        let lines: Vec<&Line> = outcome.lines().iter().filter(|line| line.part == part).collect();
        let items = lines.iter().map(|line| item(line)).collect_view();
        let heading = say.charge_part(part);
        (!lines.is_empty()).then(|| {
            view! { <h2 class="govuk-heading-m">{heading}</h2> <ul class="govuk-list govuk-list--bullet care-reasons">{items}</ul> }
        })
    });
    view! {
        <div class="care-charge">{sum}</div>
        <p class="govuk-body">{result(outcome)}</p>
        {parts.into_iter().collect_view()}
        <p class="govuk-body govuk-hint">{rules}</p>
    }
    .into_any()
}

fn result(outcome: &Outcome) -> String {
    let say = context::words();
    match outcome {
        Outcome::Pays(found) => say.charge_result(found),
        Outcome::Claims(found) => say.charge_counts(found),
    }
}

fn item(line: &Line) -> AnyView {
    let say = context::words();
    let sources = say.charge_sources(line);
    let why = (!sources.is_empty()).then(|| {
        let sources = sources.into_iter().map(|source| view! { <p class="govuk-body">{source}</p> }).collect_view();
        details(Details { summary: say.charge_why().into(), content: Content::view(sources), ..Details::default() })
    });
    view! { <li>{say.charge_line(line)} {why}</li> }.into_any()
}
