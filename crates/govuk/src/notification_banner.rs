//! Something that has happened, or that matters on every page, in a banner above the heading.

use super::{
    Attributes, Content,
    attributes::{classes, when},
    content::heading,
};
use leptos::prelude::*;

pub struct NotificationBanner {
    pub content: Content,
    /// Whether the person's action succeeded: the banner is green and read out at once.
    pub is_success: bool,
    /// "Success" or "Important" if empty.
    pub title: Content,
    /// The heading level of the title: two.
    pub title_heading_level: u8,
    /// The id of the title, which labels the banner. Must differ between banners on a page.
    pub title_id: String,
    /// If empty, `alert` for success and `region` otherwise.
    pub role: String,
    /// Whether the script leaves the focus alone.
    pub disable_auto_focus: Option<bool>,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for NotificationBanner {
    fn default() -> Self {
        Self {
            content: Content::Nothing,
            is_success: false,
            title: Content::Nothing,
            title_heading_level: 2,
            title_id: "govuk-notification-banner-title".into(),
            role: String::new(),
            disable_auto_focus: None,
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

pub fn notification_banner(banner: NotificationBanner) -> AnyView {
    let success = when(banner.is_success, "govuk-notification-banner--success");
    let class = classes("govuk-notification-banner", &[success, &banner.classes]);
    let role = match banner.role {
        role if !role.is_empty() => role,
        _ if banner.is_success => "alert".to_owned(),
        _ => "region".to_owned(),
    };
    let title = banner.title.or(if banner.is_success { "Success" } else { "Important" });
    let title =
        heading(banner.title_heading_level, "govuk-notification-banner__title".into(), Some(banner.title_id.clone()), title);
    let content = match banner.content {
        Content::Text(text) if !text.is_empty() => {
            Content::view(view! { <p class="govuk-notification-banner__heading">{text}</p> })
        }
        content => content,
    };
    view! {
        <div
            {..banner.attributes.spread()}
            class=class
            role=role
            aria-labelledby=banner.title_id
            data-module="govuk-notification-banner"
            data-disable-auto-focus=banner.disable_auto_focus.map(|disabled| disabled.to_string())
        >
            <div class="govuk-notification-banner__header">{title}</div>
            <div class="govuk-notification-banner__content">{content}</div>
        </div>
    }
    .into_any()
}
