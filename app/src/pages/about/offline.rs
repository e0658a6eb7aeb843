//! The page for devices without a connection. Devices may keep it, so it must not depend on the caller, who isn't
//! even looked up (`paths::is_for_everybody`).

use crate::{components::button::LinkButton, context, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn Offline() -> impl IntoView {
    let t = context::messages();
    view! {
        <Frame title=t.offline_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.offline_title()}</h1>
                <p class="govuk-body">{t.offline_why()}</p>
                <h2 class="govuk-heading-m">{t.offline_form()}</h2>
                <p class="govuk-body">{t.offline_form_open()}</p>
                <p class="govuk-body">{t.offline_form_back()}</p>
                <LinkButton text=t.offline_again() href="/".into()/>
            </div>
        </Frame>
    }
}
