//! What is shown where there is no connection. Devices may keep this page, so it says nothing of anybody: who asks isn't
//! looked up for it (`routes::is_for_everybody`).

use crate::{components::button::LinkButton, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn Offline() -> impl IntoView {
    view! {
        <Frame title="You are offline">
            <div class="care-narrow">
                <h1 class="govuk-heading-l">"You are offline"</h1>
                <p class="govuk-body">
                    "Everything you saved is safe with us. Your device has no connection to the internet, so we can't show you this page."
                </p>
                <h2 class="govuk-heading-m">"If you are filling in a form"</h2>
                <p class="govuk-body">
                    "Nothing you typed is lost while the page of the form stays open. Do not close it or load it again. When you are \
                     connected, choose “Continue” or “Save for later” on it."
                </p>
                <p class="govuk-body">
                    "If you came here from the form, go back with your browser's Back button. What you typed may still be there."
                </p>
                <LinkButton words="Try again" href="/".into()/>
            </div>
        </Frame>
    }
}
