//! What is shown where there is no connection.

use crate::{components::button::LinkButton, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn Offline() -> impl IntoView {
    view! {
        <Frame title="You are offline">
            <div class="care-narrow">
                <h1 class="govuk-heading-l">"You are offline"</h1>
                <p class="govuk-body">"Your device has no connection to the internet, so we can't show you this page."</p>
                <p class="govuk-body">"Everything you saved is safe with us."</p>
                <p class="govuk-body">
                    "If you were filling in a form, go back with your browser's Back button. What you typed may still be there. \
                     Leave the page open until you are connected again, then choose “Continue” or “Save for later”."
                </p>
                <LinkButton words="Try again" href="/".into()/>
            </div>
        </Frame>
    }
}
