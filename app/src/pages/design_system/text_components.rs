//! Text, links and buttons.

use super::{ComponentEntry, entry};
use govuk::{
    Content,
    back_link::{BackLink, back_link},
    button::{Button, button},
    details::{Details, details},
    error_message::{ErrorMessage, error_message},
    exit_this_page::{ExitThisPage, exit_this_page},
    hint::hint,
    inset_text::{InsetText, inset_text},
    notification_banner::{NotificationBanner, notification_banner},
    panel::{Panel, PanelAction, PanelActions, panel},
    phase_banner::{PhaseBanner, phase_banner},
    skip_link::{SkipLink, skip_link},
    tag::{Tag, tag},
    warning_text::{WarningText, warning_text},
};
use leptos::prelude::*;

pub fn entries() -> Vec<ComponentEntry> {
    vec![
        entry!(
            "back_link",
            "The first thing on every page of a form: a link to the previous page.",
            [back_link(BackLink { href: "#back-link".into(), ..BackLink::default() })]
        ),
        entry!(
            "button",
            "One green button a page, for what most people do next. Others are secondary; red is for what can't be undone.",
            [
                press("Continue", ""),
                press("Save for later", "govuk-button--secondary"),
                press("Delete", "govuk-button--warning"),
                button(Button { content: "Start now".into(), is_start_button: true, ..Button::default() }),
            ]
        ),
        entry!(
            "details",
            "Help that only some people need, behind a summary line.",
            [details(Details {
                summary: "Problems with the code?".into(),
                content: "It can take a few minutes to arrive.".into(),
                ..Details::default()
            })]
        ),
        entry!(
            "error_message",
            "Beside an answer that is wrong. Inputs show it themselves; this is for anything without an input.",
            [error_message(ErrorMessage::from("Enter your first name"))]
        ),
        entry!(
            "exit_this_page",
            "On pages about harm at home, for somebody who may be watched. It leads to a page that gives nothing away.",
            [exit_this_page(ExitThisPage::default())]
        ),
        entry!(
            "hint",
            "Help with a question, in one sentence and without links. Inputs show it themselves.",
            [hint("For example, 27 3 1947".into())]
        ),
        entry!(
            "inset_text",
            "Text that must not be missed. At most once on a page.",
            [inset_text(InsetText { content: "We keep your form for 90 days.".into(), ..InsetText::default() })]
        ),
        entry!(
            "notification_banner",
            "Above the heading: green for what has just worked, plain for what somebody needs to know before going on.",
            [
                banner("We've saved your form.", true, "example-saved"),
                banner("Sign in to open this form.", false, "example-told"),
            ]
        ),
        entry!(
            "panel",
            "The top of the page after a form was sent, with its reference; or a warning before something serious.",
            [
                panel(Panel {
                    title: "We have your form".into(),
                    heading_level: 3,
                    content: Content::view(view! { "Your reference is " <strong>"ASC-7KQ2-M9TF"</strong> }),
                    ..Panel::default()
                }),
                stop(),
            ]
        ),
        entry!(
            "phase_banner",
            "Below the header, for as long as the service is new.",
            [phase_banner(PhaseBanner {
                tag: Tag::from("Beta"),
                content: "This is a new service. Tell us what you think of it.".into(),
                ..PhaseBanner::default()
            })]
        ),
        entry!(
            "skip_link",
            "The first link of every page. It is seen when the Tab key reaches it.",
            [skip_link(SkipLink {
                content: "Skip to main content".into(),
                href: "#main-content".into(),
                ..SkipLink::default()
            })]
        ),
        entry!(
            "tag",
            "The status of a form or page. The text must be clear without the colour.",
            [tag("In progress".into()), tag(Tag { classes: "govuk-tag--grey".into(), .."Received".into() })]
        ),
        entry!(
            "warning_text",
            "What happens if somebody does, or doesn't do, something.",
            [warning_text(WarningText { content: "What you wrote is deleted for good.".into(), ..WarningText::default() })]
        ),
    ]
}

fn press(label: &str, classes: &str) -> AnyView {
    button(Button { content: label.into(), classes: classes.into(), ..Button::default() })
}

fn banner(label: &str, is_success: bool, title_id: &str) -> AnyView {
    notification_banner(NotificationBanner {
        content: label.into(),
        is_success,
        title_id: title_id.into(),
        title_heading_level: 3,
        ..NotificationBanner::default()
    })
}

fn stop() -> AnyView {
    let action =
        |text: &str, href: &str| PanelAction { text: text.into(), href: Some(href.into()), ..PanelAction::default() };
    panel(Panel {
        title: "If you are in danger now".into(),
        heading_level: 3,
        content: "This form is not read at night. Call 999.".into(),
        classes: "govuk-panel--interruption".into(),
        actions: Some(PanelActions { items: vec![action("Go on with the form", "#panel")], ..PanelActions::default() }),
        ..Panel::default()
    })
}
