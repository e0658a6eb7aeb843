//! A button for leaving a page quickly, for somebody who may be watched.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
    button::{Button, button},
    content::visually_hidden,
};
use leptos::prelude::*;

pub struct ExitThisPage {
    /// "Exit this page" if empty, read out as "Emergency Exit this page".
    pub content: Content,
    /// Where it leads: the BBC weather page by default.
    pub redirect_url: String,
    pub id: String,
    pub classes: String,
    pub attributes: Attributes,
    /// What the script announces when the key has been pressed three times.
    pub activated_text: String,
    /// What the script announces when the presses were too slow.
    pub timed_out_text: String,
    /// What the script announces after the first press of the key.
    pub press_two_more_times_text: String,
    /// What the script announces after the second press.
    pub press_one_more_time_text: String,
}

impl Default for ExitThisPage {
    fn default() -> Self {
        Self {
            content: Content::Nothing,
            redirect_url: "https://www.bbc.co.uk/weather".into(),
            id: String::new(),
            classes: String::new(),
            attributes: Attributes::default(),
            activated_text: String::new(),
            timed_out_text: String::new(),
            press_two_more_times_text: String::new(),
            press_one_more_time_text: String::new(),
        }
    }
}

pub fn exit_this_page(exit: ExitThisPage) -> AnyView {
    let class = classes("govuk-exit-this-page", &[&exit.classes]);
    let attributes = exit
        .attributes
        .i18n("activated", &exit.activated_text)
        .i18n("timed-out", &exit.timed_out_text)
        .i18n("press-two-more-times", &exit.press_two_more_times_text)
        .i18n("press-one-more-time", &exit.press_one_more_time_text);
    let content = if exit.content.is_some() {
        exit.content
    } else {
        Content::view(view! { {visually_hidden("Emergency".into())} " Exit this page" })
    };
    let button = button(Button {
        content,
        classes: "govuk-button--warning govuk-exit-this-page__button govuk-js-exit-this-page-button".into(),
        href: Some(exit.redirect_url),
        attributes: Attributes::new().with("rel", "nofollow noreferrer"),
        ..Button::default()
    });
    view! {
        <div {..attributes.spread()} id=non_empty(exit.id) class=class data-module="govuk-exit-this-page">{button}</div>
    }
    .into_any()
}
