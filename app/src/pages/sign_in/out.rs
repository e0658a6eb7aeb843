//! The pages after signing out, and after being signed out for inactivity.

use crate::{components::button::LinkButton, context, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn SignedOut() -> impl IntoView {
    let t = context::messages();
    view! {
        <Frame title=t.signed_out_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.signed_out_title()}</h1>
                <p class="govuk-body">{t.signed_out_safe()}</p>
                <p class="govuk-body">{t.signed_out_close()}</p>
                <LinkButton text=t.sign_in() href="/sign-in".into() about=t.signed_out_again()/>
                <p class="govuk-body"><a class="govuk-link" href="/">{t.first_page()}</a></p>
            </div>
        </Frame>
    }
}

#[component]
pub fn TimedOut() -> impl IntoView {
    let (t, minutes) = (context::messages(), context::site().idle_minutes);
    view! {
        <Frame title=t.timed_out_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.timed_out_title()}</h1>
                <p class="govuk-body">
                    {t.timed_out_why(minutes)}
                </p>
                <p class="govuk-body">{t.timed_out_safe()}</p>
                <LinkButton text=t.sign_in() href="/sign-in".into()/>
                <p class="govuk-body"><a class="govuk-link" href="/">{t.first_page()}</a></p>
            </div>
        </Frame>
    }
}
