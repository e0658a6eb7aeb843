//! The last step without a phone: an authenticator app, and the code that proves it has the secret.

use super::{STEPS, frame, heading, registration};
use crate::api::accounts::create::AppCode;
use crate::{
    context,
    last_attempt::LastAttempt,
    pages::{
        authenticator::enrolment,
        frame::{back, framed, load},
    },
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::RegistrationStage;

#[component]
pub fn App() -> impl IntoView {
    load(async move {
        let Some(registration) = registration(&[RegistrationStage::App]).await? else { return Ok(().into_any()) };
        let Some(app) = registration.app else { return Ok(().into_any()) };
        let (shown, t) = (LastAttempt::take().all_at("code"), context::messages());
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                {heading(t.app_title(), STEPS)}
                <p class="govuk-body">{t.app_what()}</p>
                {enrolment(app, AppCode::PATH, &shown)}
            </div>
        };
        Ok(framed(frame(t.app_title(), &shown, back("/create-account/phone")), content).into_any())
    })
}
