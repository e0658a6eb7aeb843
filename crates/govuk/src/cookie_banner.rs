//! Asks at the top of the page whether optional cookies may be set.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
    button::{self, Button, button},
};
use leptos::prelude::*;

pub struct CookieBanner {
    /// The label of the region: "Cookie banner".
    pub aria_label: String,
    pub hidden: bool,
    /// The question and the replies to it.
    pub messages: Vec<CookieMessage>,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for CookieBanner {
    fn default() -> Self {
        Self {
            aria_label: "Cookie banner".into(),
            hidden: false,
            messages: Vec::new(),
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

/// The question, or a reply to it.
#[derive(Default)]
pub struct CookieMessage {
    /// The heading of the message.
    pub heading: Content,
    pub content: Content,
    pub actions: Vec<CookieAction>,
    pub hidden: bool,
    /// `alert` for a message that replies to a button.
    pub role: String,
    pub classes: String,
    pub attributes: Attributes,
}

/// A button, or a link if it has an address.
#[derive(Default)]
pub struct CookieAction {
    pub text: String,
    pub href: Option<String>,
    /// The button type; a link with a button type looks like a button.
    pub kind: Option<button::ButtonType>,
    pub name: String,
    pub value: String,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn cookie_banner(banner: CookieBanner) -> AnyView {
    let class = classes("govuk-cookie-banner", &[&banner.classes]);
    let messages = banner.messages.into_iter().map(message).collect_view();
    let attributes = Attributes::new().flag("data-nosnippet").and(banner.attributes);
    view! {
        <div {..attributes.spread()} class=class role="region" aria-label=banner.aria_label hidden=banner.hidden>{messages}</div>
    }
    .into_any()
}

fn message(message: CookieMessage) -> AnyView {
    let class = format!("{} govuk-width-container", classes("govuk-cookie-banner__message", &[&message.classes]));
    let heading = message
        .heading
        .some()
        .map(|content| view! { <h2 class="govuk-cookie-banner__heading govuk-heading-m">{content}</h2> });
    let content = match message.content {
        Content::Text(text) if !text.is_empty() => Content::view(view! { <p class="govuk-body">{text}</p> }),
        content => content,
    };
    let actions = (!message.actions.is_empty()).then(|| {
        let actions = message.actions.into_iter().map(action).collect_view();
        view! { <div class="govuk-button-group">{actions}</div> }
    });
    view! {
        <div {..message.attributes.spread()} class=class role=non_empty(message.role) hidden=message.hidden>
            <div class="govuk-grid-row">
                <div class="govuk-grid-column-two-thirds">
                    {heading} <div class="govuk-cookie-banner__content">{content}</div>
                </div>
            </div>
            {actions}
        </div>
    }
    .into_any()
}

fn action(action: CookieAction) -> AnyView {
    match action.href {
        Some(href) if action.kind != Some(button::ButtonType::Button) => {
            let class = classes("govuk-link", &[&action.classes]);
            view! { <a {..action.attributes.spread()} class=class href=href>{action.text}</a> }.into_any()
        }
        href => button(Button {
            content: action.text.into(),
            kind: action.kind.unwrap_or(button::ButtonType::Button),
            name: action.name,
            value: action.value,
            classes: action.classes,
            href,
            attributes: action.attributes,
            ..Button::default()
        }),
    }
}
