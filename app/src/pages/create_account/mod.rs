//! Registration, one step per page: email, its code, name and password, phone, its code.

mod app;
mod email;
mod name_in_form;
mod password;
mod phone;

pub use app::App;
pub use email::{Email, EmailCode, email_input};
pub use password::{Password, name_inputs};
pub use phone::{Phone, PhoneCode, phone_input, ways};

use super::frame::FrameContent;
use crate::{api::accounts::start_again, context, cookies::Cookie, last_attempt::LastAttempt};
use i18n::args;
use leptos::prelude::*;
use ports::{ApiError, RegistrationProgress, RegistrationStage};

/// The registration, if it is at a stage that this page may show. Otherwise the browser is redirected to the right
/// page.
async fn registration(may: &[RegistrationStage]) -> Result<Option<RegistrationProgress>, ApiError> {
    let token = context::cookie(Cookie::Step).unwrap_or_default();
    let Some(found) = context::ports()?.registration.progress(&token).await? else {
        start_again("/create-account");
        return Ok(None);
    };
    if may.contains(&found.stage) {
        return Ok(Some(found));
    }
    context::redirect(match found.stage {
        RegistrationStage::EmailCode => "/create-account/email-code",
        RegistrationStage::Password => "/create-account/password",
        RegistrationStage::Phone => "/create-account/phone",
        RegistrationStage::PhoneCode => "/create-account/phone-code",
        RegistrationStage::App => "/create-account/authenticator",
    });
    Ok(None)
}

fn frame(title: &str, shown: &LastAttempt, back: Option<(String, String)>) -> FrameContent {
    FrameContent { title: title.to_owned(), problem: shown.is_wrong(), back, ..FrameContent::default() }
}

/// The steps: email, its code, name and password, phone, its code. An authenticator app replaces the last code.
const STEPS: usize = 5;

/// The heading of a later step, with a caption that names the registration and says which step it is.
fn heading(title: &'static str, step: usize) -> impl IntoView {
    let (count, step) = (&*STEPS.to_string(), &*step.to_string());
    let caption = context::messages().create_step(args::CreateStep { count, step });
    view! {
        <span class="govuk-caption-l">{caption}</span>
        <h1 class="govuk-heading-l">{title}</h1>
    }
}
