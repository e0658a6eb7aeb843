//! Text, links and buttons.

use crate::options::Options;
use govuk::{
    back_link::{self, BackLink},
    button::{self, Button, ButtonType},
    details::{self, Details},
    error_message::{self, ErrorMessage},
    exit_this_page::{self, ExitThisPage},
    hint::{self, Hint},
    inset_text::{self, InsetText},
    notification_banner::{self, NotificationBanner},
    panel::{self, Panel, PanelAction, PanelActions},
    phase_banner::{self, PhaseBanner},
    skip_link::{self, SkipLink},
    tag::{self, Tag},
    warning_text::{self, WarningText},
};
use leptos::prelude::*;

pub fn back_link(o: &Options<'_>) -> AnyView {
    back_link::back_link(BackLink {
        content: o.content(),
        href: o.text("href"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn skip_link(o: &Options<'_>) -> AnyView {
    skip_link::skip_link(SkipLink {
        content: o.content(),
        href: o.text("href"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn kind_of(o: &Options<'_>) -> Option<ButtonType> {
    match o.text("type").as_str() {
        "button" => Some(ButtonType::Button),
        "reset" => Some(ButtonType::Reset),
        "submit" => Some(ButtonType::Submit),
        _ => None,
    }
}

pub fn button(o: &Options<'_>) -> AnyView {
    button::button(Button {
        content: o.content(),
        href: o.is("href").then(|| o.text("href")),
        kind: kind_of(o).unwrap_or_default(),
        name: o.text("name"),
        value: o.text("value"),
        id: o.text("id"),
        classes: o.text("classes"),
        disabled: o.is("disabled"),
        prevent_double_click: o.flag("preventDoubleClick"),
        is_start_button: o.is("isStartButton"),
        attributes: o.attributes(),
    })
}

pub fn details(o: &Options<'_>) -> AnyView {
    details::details(Details {
        summary: o.content_of("summaryHtml", "summaryText"),
        content: o.content(),
        id: o.text("id"),
        open: o.is("open"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn hint_of(o: &Options<'_>) -> Hint {
    Hint { content: o.content(), id: o.text("id"), classes: o.text("classes"), attributes: o.attributes() }
}

pub fn hint(o: &Options<'_>) -> AnyView {
    hint::hint(hint_of(o))
}

pub fn error_of(o: &Options<'_>) -> ErrorMessage {
    ErrorMessage {
        content: o.content(),
        id: o.text("id"),
        classes: o.text("classes"),
        attributes: o.attributes(),
        visually_hidden_text: if o.names("visuallyHiddenText") { o.text("visuallyHiddenText") } else { "Error".into() },
    }
}

pub fn error_message(o: &Options<'_>) -> AnyView {
    error_message::error_message(error_of(o))
}

pub fn exit_this_page(o: &Options<'_>) -> AnyView {
    let own = ExitThisPage::default();
    exit_this_page::exit_this_page(ExitThisPage {
        content: o.content(),
        redirect_url: o.text_or("redirectUrl", &own.redirect_url),
        id: o.text("id"),
        classes: o.text("classes"),
        attributes: o.attributes(),
        activated_text: o.text("activatedText"),
        timed_out_text: o.text("timedOutText"),
        press_two_more_times_text: o.text("pressTwoMoreTimesText"),
        press_one_more_time_text: o.text("pressOneMoreTimeText"),
    })
}

pub fn inset_text(o: &Options<'_>) -> AnyView {
    inset_text::inset_text(InsetText {
        content: o.content(),
        id: o.text("id"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn notification_banner(o: &Options<'_>) -> AnyView {
    let own = NotificationBanner::default();
    notification_banner::notification_banner(NotificationBanner {
        content: o.content(),
        is_success: o.text("type") == "success",
        title: o.content_of("titleHtml", "titleText"),
        title_heading_level: o.number("titleHeadingLevel").unwrap_or(own.title_heading_level),
        title_id: o.text_or("titleId", &own.title_id),
        role: o.text("role"),
        disable_auto_focus: o.flag("disableAutoFocus"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn panel(o: &Options<'_>) -> AnyView {
    panel::panel(Panel {
        title: o.content_of("titleHtml", "titleText"),
        heading_level: o.number("headingLevel").unwrap_or(1),
        content: o.content(),
        classes: o.text("classes"),
        attributes: o.attributes(),
        actions: o.object("actions").map(|actions| PanelActions {
            items: actions.list("items", |item| PanelAction {
                text: item.text("text"),
                href: item.is("href").then(|| item.text("href")),
                kind: kind_of(&item),
                classes: item.text("classes"),
                attributes: item.attributes(),
            }),
            classes: actions.text("classes"),
            attributes: actions.attributes(),
        }),
    })
}

pub fn tag_of(o: &Options<'_>) -> Tag {
    Tag { content: o.content(), classes: o.text("classes"), attributes: o.attributes() }
}

pub fn tag(o: &Options<'_>) -> AnyView {
    tag::tag(tag_of(o))
}

pub fn phase_banner(o: &Options<'_>) -> AnyView {
    phase_banner::phase_banner(PhaseBanner {
        tag: tag_of(&o.part("tag")),
        content: o.content(),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn warning_text(o: &Options<'_>) -> AnyView {
    warning_text::warning_text(WarningText {
        content: o.content(),
        icon_fallback_text: o.text_or("iconFallbackText", "Warning"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}
