//! The last step without a phone: an authenticator app, and the code that shows it has the secret.

use super::{frame, heading, registration};
use crate::{
    context,
    pages::{
        authenticator::enrolment,
        frame::{back, framed, load},
        step_errors::Shown,
    },
};
use leptos::prelude::*;
use ports::RegistrationStage;

#[component]
pub fn App() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::App]).await? else { return Ok(().into_any()) };
        let Some(app) = registration.app else { return Ok(().into_any()) };
        let (shown, say) = (Shown::take().all_at("code"), context::words());
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(say.app_title())}
                <p class="govuk-body">{say.app_what()}</p>
                {enrolment(app, "/api/account/app-code", &shown)}
            </div>
        };
        Ok(framed(frame(say.app_title(), &shown, back("/create-account/phone")), content).into_any())
    })
}
