//! Names and values, with actions for each.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty, when},
    content::{heading, visually_hidden},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct SummaryList {
    /// The questions with their answers.
    pub rows: Vec<SummaryRow>,
    /// A card with a title around the list.
    pub card: Option<SummaryCard>,
    /// `govuk-summary-list--no-border`.
    pub classes: String,
    pub attributes: Attributes,
}

#[derive(Default)]
pub struct SummaryRow {
    /// The question.
    pub key: SummaryText,
    pub value: SummaryText,
    pub actions: SummaryActions,
    pub classes: String,
}

/// A name or a value.
#[derive(Default)]
pub struct SummaryText {
    pub content: Content,
    pub classes: String,
}

impl<T: Into<Content>> From<T> for SummaryText {
    fn from(content: T) -> Self {
        Self { content: content.into(), classes: String::new() }
    }
}

#[derive(Default)]
pub struct SummaryActions {
    pub items: Vec<SummaryAction>,
    pub classes: String,
}

/// An action, such as "Change".
#[derive(Default)]
pub struct SummaryAction {
    pub content: Content,
    pub href: String,
    /// Read out after the text, so that links differ when heard on their own.
    pub visually_hidden_text: String,
    pub classes: String,
    pub attributes: Attributes,
}

#[derive(Default)]
pub struct SummaryCard {
    /// The title of the card.
    pub title: CardTitle,
    pub actions: SummaryActions,
    pub classes: String,
    pub attributes: Attributes,
}

/// Text only: each action of the card repeats it for screen readers.
#[derive(Default)]
pub struct CardTitle {
    pub text: String,
    /// Two if not given.
    pub heading_level: Option<u8>,
    pub classes: String,
}

pub fn summary_list(list: SummaryList) -> AnyView {
    let any_actions = list.rows.iter().any(|row| !row.actions.items.is_empty());
    let about = list.card.as_ref().map(|card| card.title.text.clone()).unwrap_or_default();
    let rows = list.rows.into_iter().map(|line| row(line, any_actions, &about)).collect_view();
    let class = classes("govuk-summary-list", &[&list.classes]);
    let view = view! { <dl {..list.attributes.spread()} class=class>{rows}</dl> }.into_any();
    match list.card {
        Some(framed) => card(framed, view),
        None => view,
    }
}

fn row(row: SummaryRow, any_actions: bool, about: &str) -> AnyView {
    let none = when(any_actions && row.actions.items.is_empty(), "govuk-summary-list__row--no-actions");
    let actions = (!row.actions.items.is_empty()).then(|| {
        let class = classes("govuk-summary-list__actions", &[&row.actions.classes]);
        let mut items: Vec<AnyView> = row.actions.items.into_iter().map(|item| action(item, about)).collect();
        let content = match (items.len(), items.pop()) {
            (1, Some(one)) => one,
            (_, last) => {
                let item = |view| view! { <li class="govuk-summary-list__actions-list-item">{view}</li> };
                let items = items.into_iter().chain(last).map(item).collect_view();
                view! { <ul class="govuk-summary-list__actions-list">{items}</ul> }.into_any()
            }
        };
        view! { <dd class=class>{content}</dd> }
    });
    view! {
        <div class=classes("govuk-summary-list__row", &[none, &row.classes])>
            <dt class=classes("govuk-summary-list__key", &[&row.key.classes])>{row.key.content}</dt>
            <dd class=classes("govuk-summary-list__value", &[&row.value.classes])>{row.value.content}</dd>
            {actions}
        </div>
    }
    .into_any()
}

fn action(action: SummaryAction, about: &str) -> AnyView {
    let class = classes("govuk-link", &[&action.classes]);
    let about = if about.is_empty() { String::new() } else { format!("({about})") };
    let texts = [action.visually_hidden_text, about].into_iter().filter(|text| !text.is_empty());
    let more = texts.fold(String::new(), |all, text| format!("{all} {text}"));
    let more = non_empty(more).map(visually_hidden);
    view! { <a {..action.attributes.spread()} class=class href=action.href>{action.content} {more}</a> }.into_any()
}

fn card(card: SummaryCard, content: AnyView) -> AnyView {
    let title = (!card.title.text.is_empty()).then(|| {
        let class = classes("govuk-summary-card__title", &[&card.title.classes]);
        heading(card.title.heading_level.unwrap_or(2), class, None, card.title.text.clone().into())
    });
    let class = classes("govuk-summary-card__actions", &[&card.actions.classes]);
    let mut items: Vec<AnyView> = card.actions.items.into_iter().map(|item| action(item, &card.title.text)).collect();
    let actions = match (items.len(), items.pop()) {
        (0, _) => None,
        (1, one) => Some(view! { <div class=class>{one}</div> }.into_any()),
        (_, last) => {
            let item = |view| view! { <li class="govuk-summary-card__action">{view}</li> };
            let items = items.into_iter().chain(last).map(item).collect_view();
            Some(view! { <ul class=class>{items}</ul> }.into_any())
        }
    };
    view! {
        <div {..card.attributes.spread()} class=classes("govuk-summary-card", &[&card.classes])>
            <div class="govuk-summary-card__title-wrapper">{title} {actions}</div>
            <div class="govuk-summary-card__content">{content}</div>
        </div>
    }
    .into_any()
}
