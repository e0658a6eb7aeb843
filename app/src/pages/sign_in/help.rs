//! What to do without the login phone or the password. Both go by telephone for now.

use crate::{
    components::rich_text::rich_text,
    context,
    pages::frame::{Frame, back},
};
use leptos::prelude::*;

#[component]
pub fn ChangePhone() -> impl IntoView {
    let say = context::words();
    by_phone(say.change_phone_title(), say.change_phone_text(), "/sign-in/confirm")
}

#[component]
pub fn ForgotPassword() -> impl IntoView {
    let say = context::words();
    by_phone(say.forgot_title(), say.forgot_text(), "/sign-in")
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
