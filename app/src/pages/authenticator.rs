//! Setting up an authenticator app: the QR code to scan, the key to type, and the first code.

use super::sign_in::code::code_input;
use crate::{
    components::{button::Button, form::MainForm},
    context,
    last_attempt::LastAttempt,
};
use leptos::prelude::*;
use ports::{Enrolment, QrPicture};

/// The enrolment: the secret, and the input for its first code.
pub fn enrolment(enrolment: Enrolment, action: &'static str, shown: &LastAttempt) -> impl IntoView + use<> {
    let t = context::messages();
    let code = code_input(shown, t.app_code_hint());
    view! {
        <ol class="govuk-list govuk-list--number govuk-list--spaced">
            <li>{t.app_step_open()}</li>
            <li>
                {t.app_step_add()}
                {picture(&enrolment.picture)}
                <p class="govuk-body"><a class="govuk-link" href=enrolment.address>{t.app_on_this_device()}</a></p>
                <p class="govuk-body">{t.app_key()} <br/> <code class="care-key">{enrolment.key}</code></p>
            </li>
            <li>{t.app_step_code()}</li>
        </ol>
        <MainForm action=action>
            {code}
            <Button text=t.button_continue()/>
        </MainForm>
    }
}

fn picture(picture: &QrPicture) -> impl IntoView + use<> {
    let square = format!("0 0 {0} {0}", picture.size);
    view! {
        <svg class="care-qr" viewBox=square role="img" aria-label=context::messages().app_picture() shape-rendering="crispEdges">
            <path d=picture.dark.clone()></path>
        </svg>
    }
}
