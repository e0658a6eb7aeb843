//! The ends of a session: by choice, and by doing nothing for too long.

use crate::{components::button::LinkButton, context, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn SignedOut() -> impl IntoView {
    let say = context::words();
    view! {
        <Frame title=say.signed_out_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{say.signed_out_title()}</h1>
                <p class="govuk-body">{say.signed_out_safe()}</p>
                <p class="govuk-body">{say.signed_out_close()}</p>
                <LinkButton words=say.sign_in() href="/sign-in".into() about=say.signed_out_again()/>
                <p class="govuk-body"><a class="govuk-link" href="/">{say.first_page()}</a></p>
            </div>
        </Frame>
    }
}

#[component]
pub fn TimedOut() -> impl IntoView {
    let (say, minutes) = (context::words(), context::site().idle_minutes);
    view! {
        <Frame title=say.timed_out_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{say.timed_out_title()}</h1>
                <p class="govuk-body">
                    {say.timed_out_why(minutes)}
                </p>
                <p class="govuk-body">{say.timed_out_safe()}</p>
                <LinkButton words=say.sign_in() href="/sign-in".into()/>
                <p class="govuk-body"><a class="govuk-link" href="/">{say.first_page()}</a></p>
            </div>
        </Frame>
    }
}
