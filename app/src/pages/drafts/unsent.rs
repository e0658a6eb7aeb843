//! "Your form has not been sent yet": for somebody who pressed "Submit form", had to sign in first, and is back on "Check
//! your answers".

use crate::{
    api::drafts::Submit,
    components::{
        button::Button,
        form::{Hidden, post_form},
    },
    context,
    paths::{ACCOUNT_READY, SIGNED_IN},
};
use govuk::{
    Content,
    notification_banner::{NotificationBanner, notification_banner},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::Draft;

/// The banner, with the button if the form can be sent.
pub fn unsent(draft: &Draft, can_be_sent: bool) -> Option<AnyView> {
    context::resident().ok()?;
    let t = context::messages();
    let text = match (context::flagged(ACCOUNT_READY), context::flagged(SIGNED_IN)) {
        (true, _) => t.unsent_account_ready(),
        (false, true) => t.unsent_signed_in(),
        (false, false) => return None,
    };
    let send = can_be_sent.then(|| {
        let form = view! {
            <Hidden name="draft" value=draft.id.clone()/>
            <Button text=t.check_submit() once=true/>
        };
        view! { <p class="govuk-body">{t.unsent_look()}</p> {post_form(Submit::PATH, form)} }
    });
    let content = view! { <p class="govuk-notification-banner__heading">{text}</p> {send} };
    Some(notification_banner(NotificationBanner {
        content: Content::view(content),
        title: t.important().into(),
        title_id: "unsent-title".into(),
        ..NotificationBanner::default()
    }))
}
