//! The charge, or the expenses that count, with the rule and figures behind each line.

use super::{QuestionContext, calculated::calculated};
use crate::context;
use charging::{ChargeLine, ChargePart};
use form_engine::{
    charge::ChargeOutcome,
    definition::{CHARGE, Question},
};
use govuk::{
    Content,
    details::{Details, details},
};
use leptos::prelude::*;

/// In the order of the calculation.
const PARTS: [ChargePart; 6] = [
    ChargePart::Capital,
    ChargePart::Income,
    ChargePart::Allowance,
    ChargePart::Outgoings,
    ChargePart::Expenses,
    ChargePart::Result,
];

pub(super) fn charge(question: &Question, around: QuestionContext<'_>) -> AnyView {
    let sum = calculated(question, CHARGE, around.amounts);
    let Some(outcome) = around.charge else { return sum };
    let t = context::messages();
    let rules = t.charge_by(outcome.rules());
    let parts = PARTS.map(|part| {
        let lines: Vec<&ChargeLine> = outcome.lines().iter().filter(|line| line.part == part).collect();
        let items = lines.iter().map(|line| item(line)).collect_view();
        let heading = t.charge_part(part);
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

fn result(outcome: &ChargeOutcome) -> String {
    let t = context::messages();
    match outcome {
        ChargeOutcome::Pays(found) => t.charge_result(found),
        ChargeOutcome::Claims(found) => t.charge_counts(found),
    }
}

fn item(line: &ChargeLine) -> AnyView {
    let t = context::messages();
    let sources = t.charge_sources(line);
    let why = (!sources.is_empty()).then(|| {
        let sources = sources.into_iter().map(|source| view! { <p class="govuk-body">{source}</p> }).collect_view();
        details(Details { summary: t.charge_why().into(), content: Content::view(sources), ..Details::default() })
    });
    view! { <li>{t.charge_line(line)} {why}</li> }.into_any()
}
