//! Parts of a page that aren't answered: texts, account details, calculations, links.

use crate::{
    components::{
        button::{Button, Weight},
        rich_text::rich_text,
    },
    context,
};
use form_engine::{amount::Amount, definition::Question, record::format_amount};
use govuk::{
    Attributes, FormGroup, group,
    hint::{Hint, hint},
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A detail from the account.
pub(super) fn from_account(question: &Question, value: &str) -> AnyView {
    let value = if value.is_empty() { context::messages().question_from_account() } else { value };
    let value = value.to_owned();
    boxed(question, view! { <p class="govuk-body">{value}</p> }.into_any())
}

/// The result of a calculation. The browser updates it while somebody types.
pub(super) fn calculated(question: &Question, shows: &str, amounts: &BTreeMap<String, Option<Amount>>) -> AnyView {
    let unknown = context::messages().calculated_unknown();
    let amount = amounts.get(shows).copied().flatten().map_or_else(|| unknown.into(), format_amount);
    let help = question.hint.as_deref().map(|help| hint(Hint { ..Hint::from(context::site().council.fill(help)) }));
    let later = context::messages().calculated_later();
    let content = view! {
        <p class="govuk-body care-calculated" data-calculated=shows.to_owned() data-unknown=unknown>{amount}</p>
        {help}
        <noscript><p class="govuk-hint">{later}</p></noscript>
    };
    boxed(question, content.into_any())
}

/// How to send documents, until the service can store files.
pub(super) fn file(question: &Question) -> AnyView {
    let help = question.hint.as_deref().map(|help| hint(Hint { ..Hint::from(context::site().council.fill(help)) }));
    boxed(question, view! { {help} {rich_text(context::messages().file_how())} }.into_any())
}

fn boxed(question: &Question, content: AnyView) -> AnyView {
    let around = FormGroup {
        classes: "care-from-account".into(),
        attributes: Attributes::new().with("id", question.key.clone()),
        ..FormGroup::default()
    };
    let label = question.label.clone();
    let content = view! {
        <p class="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{label}</p>
        {content}
    };
    group(around, false, content)
}

pub(super) fn notice(question: &Question, body: &str, warning: bool) -> AnyView {
    let (id, title) = (question.key.clone(), question.label.clone());
    let heading = (!title.is_empty()).then(|| view! { <h2 class="govuk-heading-m">{title}</h2> });
    let class = if warning { "care-alert care-alert--urgent" } else { "care-alert" };
    view! { <div class=class id=id role=warning.then_some("note")>{heading} {rich_text(body)}</div> }.into_any()
}

/// The way into another form. It is a button because this page is saved first.
pub(super) fn link(to: &str, body: &str) -> AnyView {
    let form = context::ports().ok().and_then(|ports| ports.forms.get(to, context::language()));
    let button = form.map(|form| {
        let text = context::messages().question_link(form.name.as_str());
        view! { <Button text=text name="go" value=format!("form:{to}") weight=Weight::Secondary/> }
    });
    view! { <div class="care-alert">{rich_text(body)} {button}</div> }.into_any()
}
