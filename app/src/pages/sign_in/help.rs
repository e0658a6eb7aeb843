//! What to do without the login phone or the password. Both go by telephone for now.

use crate::{
    components::rich_text::rich_text,
    pages::frame::{Frame, back},
};
use leptos::prelude::*;

const PHONE: &str = "For now we do this by telephone. Call us on {phone} and say that you can't use your login phone number.

- We ask some questions, to make sure it is you.
- You do not need to tell us your new number.
- When we have taken the old number off your account, you sign in as usual. Then we ask you for the new number and send a code to it.

We never ask for your password or for a security code. If somebody does, put the phone down.

## Your forms

Your saved forms are safe, and your password stays the same. If a form can't wait, tell us: we can fill it in with you on the phone.";

const PASSWORD: &str = "For now we do this by telephone. Call us on {phone} and say that you have forgotten your password.

- We ask some questions, to make sure it is you.
- Then we help you to choose a new password.

We never ask for a password or for a security code. If somebody does, put the phone down.

## Before you call

Does your browser, or a password manager on your phone, keep your passwords? The right one may be there.

## Your forms

Your saved forms are safe. If a form can't wait, tell us: we can fill it in with you on the phone. You can also start a form \
without signing in.";

#[component]
pub fn ChangePhone() -> impl IntoView {
    by_phone("Change your login telephone number", PHONE, "/sign-in/confirm")
}

#[component]
pub fn ForgotPassword() -> impl IntoView {
    by_phone("Reset your password", PASSWORD, "/sign-in")
}

fn by_phone(title: &'static str, words: &'static str, from: &'static str) -> impl IntoView {
    view! {
        <Frame title=title back=back(from)>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{title}</h1>
                {rich_text(words)}
            </div>
        </Frame>
    }
}
