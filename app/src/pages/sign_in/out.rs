//! The ends of a session: by choice, and by doing nothing for too long.

use crate::{components::button::LinkButton, context, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn SignedOut() -> impl IntoView {
    view! {
        <Frame title="You have signed out">
            <div class="care-narrow">
                <h1 class="govuk-heading-l">"You have signed out"</h1>
                <p class="govuk-body">"Everything you saved is safe. It is there when you sign in again."</p>
                <p class="govuk-body">"If other people use this computer too, close the browser now."</p>
                <LinkButton words="Sign in" href="/sign-in".into() about="again"/>
                <p class="govuk-body"><a class="govuk-link" href="/">"Go to the first page"</a></p>
            </div>
        </Frame>
    }
}

#[component]
pub fn TimedOut() -> impl IntoView {
    let minutes = context::site().idle_minutes;
    view! {
        <Frame title="You have been signed out">
            <div class="care-narrow">
                <h1 class="govuk-heading-l">"You have been signed out"</h1>
                <p class="govuk-body">
                    {format!(
                        "You did nothing here for {minutes} minutes, or you had been signed in for a whole day. \
                         We signed you out, so that nobody else can read your answers."
                    )}
                </p>
                <p class="govuk-body">"Everything you saved is safe. Sign in, and you go on where you were."</p>
                <LinkButton words="Sign in" href="/sign-in".into()/>
                <p class="govuk-body"><a class="govuk-link" href="/">"Go to the first page"</a></p>
            </div>
        </Frame>
    }
}
