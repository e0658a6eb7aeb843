//! A confirmation, such as that a form was sent; or an interruption before something starts.

use super::{
    Attributes, Content,
    attributes::{classes, when},
    button::{self, Button, button},
    content::heading,
};
use leptos::prelude::*;

pub struct Panel {
    /// What has happened, or what the interruption is about.
    pub title: Content,
    /// The heading level of the title: one.
    pub heading_level: u8,
    pub content: Content,
    /// With `govuk-panel--interruption` it is an interruption instead of a confirmation.
    pub classes: String,
    pub attributes: Attributes,
    /// The ways to go on from an interruption.
    pub actions: Option<PanelActions>,
}

impl Default for Panel {
    fn default() -> Self {
        Self {
            title: Content::Nothing,
            heading_level: 1,
            content: Content::Nothing,
            classes: String::new(),
            attributes: Attributes::default(),
            actions: None,
        }
    }
}

#[derive(Default)]
pub struct PanelActions {
    pub items: Vec<PanelAction>,
    pub classes: String,
    pub attributes: Attributes,
}

/// A button, or a link if it has an address.
#[derive(Default)]
pub struct PanelAction {
    pub text: String,
    pub href: Option<String>,
    /// The button type; a link with a button type looks like a button.
    pub kind: Option<button::ButtonType>,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn panel(panel: Panel) -> AnyView {
    let is_stop = panel.classes.contains("govuk-panel--interruption");
    let class = classes("govuk-panel", &[when(!is_stop, "govuk-panel--confirmation"), &panel.classes]);
    let title = heading(panel.heading_level, "govuk-panel__title".into(), None, panel.title);
    let body = panel.content.some().map(|content| view! { <div class="govuk-panel__body">{content}</div> });
    view! {
        <div {..panel.attributes.spread()} class=class>{title} {body} {panel.actions.filter(|_| is_stop).map(actions)}</div>
    }
    .into_any()
}

fn actions(actions: PanelActions) -> AnyView {
    let class = classes("govuk-panel__actions", &[&actions.classes]);
    let items = (!actions.items.is_empty())
        .then(|| view! { <div class="govuk-button-group">{actions.items.into_iter().map(action).collect_view()}</div> });
    view! { <div {..actions.attributes.spread()} class=class>{items}</div> }.into_any()
}

fn action(action: PanelAction) -> AnyView {
    match action.href {
        Some(href) if action.kind != Some(button::ButtonType::Button) => {
            let class = classes("govuk-link govuk-link--inverse", &[&action.classes]);
            view! { <a {..action.attributes.spread()} class=class href=href>{action.text}</a> }.into_any()
        }
        href => button(Button {
            content: action.text.into(),
            kind: action.kind.unwrap_or(button::ButtonType::Button),
            classes: classes("govuk-button--inverse", &[&action.classes]),
            href,
            attributes: action.attributes,
            ..Button::default()
        }),
    }
}
