//! Sign-in and security: what protects the account, and what to do when something of it changes or goes wrong.

use crate::{
    components::rich_text::{rich_line, rich_text},
    context,
    pages::{
        frame::{Frame, load, notice},
        refusals::Shown,
        sign_in::council,
    },
};
use domain::phone;
use leptos::prelude::*;

#[component]
pub fn Security() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let minutes = context::site().idle_minutes;
        let say = context::words();
        let ending = phone::ending(&resident.phone);
        let shown = Shown::take();
        let council = council::connection(&resident.account).await?;
        Ok(view! {
            <Frame title=say.security_title() back=Some(("/account".into(), say.back_to_account().into()))>
                <div class="care-question">
                    {notice(shown.notice())}
                    <h1 class="govuk-heading-l">{say.security_title()}</h1>
                    <h2 class="govuk-heading-m">{say.security_what()}</h2>
                    <ul class="govuk-list govuk-list--bullet">
                        <li>{say.security_password()}</li>
                        <li>{rich_line(&say.security_code(ending))}</li>
                        <li>{say.security_tries()}</li>
                        <li>{say.security_idle(minutes)}</li>
                    </ul>
                    <h2 class="govuk-heading-m">{say.password()}</h2>
                    {rich_text(say.security_password_text())}
                    <h2 class="govuk-heading-m">{say.security_phone()}</h2>
                    {rich_text(say.security_phone_text())}
                    {council}
                    <h2 class="govuk-heading-m">{say.security_safe()}</h2>
                    {rich_text(say.security_safe_text())}
                </div>
            </Frame>
        })
    })
}
