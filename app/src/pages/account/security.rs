//! Sign-in and security: what protects the account, and what to do when something of it changes or goes wrong.

use crate::{
    components::rich_text::rich_text,
    context,
    pages::frame::{Frame, load},
};
use domain::phone;
use leptos::prelude::*;

const TITLE: &str = "Sign-in and security";

const PASSWORD: &str = "You can't change your password here yet. Call us on {phone} and we help you to choose a new one. \
    Do so at once if you think that somebody else knows it.";

const PHONE: &str = "If you get a new phone number, or lose the phone, \
    [change your login telephone number](/sign-in/change-phone).";

const SAFE: &str = "- We never ask you to tell us your password or a security code, on the phone or in an email.
- If you get a security code that you did not ask for, somebody may know your password. Do not tell anybody the code, and call us \
on {phone}.
- On a computer that others use too, choose your name at the top of the page, then “Sign out”.";

#[component]
pub fn Security() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let minutes = context::site().idle_minutes;
        let ending = phone::ending(&resident.phone);
        Ok(view! {
            <Frame title=TITLE back=Some(("/account".into(), "Back to My Account".into()))>
                <div class="care-question">
                    <h1 class="govuk-heading-l">{TITLE}</h1>
                    <h2 class="govuk-heading-m">"What protects your account"</h2>
                    <ul class="govuk-list govuk-list--bullet">
                        <li>"Your password, which only you know. We can't read it."</li>
                        <li>"A security code each time you sign in. It goes to your phone number " <strong>{format!("ending with {ending}")}</strong> "."</li>
                        <li>"After several wrong tries nobody can sign in for a while."</li>
                        <li>{format!("We sign you out after {minutes} minutes without activity, and after a day in any case.")}</li>
                    </ul>
                    <h2 class="govuk-heading-m">"Password"</h2>
                    {rich_text(PASSWORD)}
                    <h2 class="govuk-heading-m">"Login phone number"</h2>
                    {rich_text(PHONE)}
                    <h2 class="govuk-heading-m">"How to stay safe"</h2>
                    {rich_text(SAFE)}
                </div>
            </Frame>
        })
    })
}
