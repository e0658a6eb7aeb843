//! Bringing a code to a person: the code, its limits and its message, in the transaction of the step that asks for it.

use super::{
    codes::{self, Issued, Subject},
    inputs::Email,
    limits::{self, PhoneTrust, SendLimit},
    step_failure::StepFailure,
};
use i18n::Words;
use notifications::{Kind, Message, Spoken, templates};
use platform::security_events::{About, SecurityEvent};
use ports::{Channel, StepError};
use service::Service;
use store::Connection;

/// The limit of one sign-in, or of one part of making an account.
pub fn refuse_too_many(service: &Service, sends: i64) -> Result<(), StepError> {
    if sends < service.settings.codes.sends_a_sign_in {
        return Ok(());
    }
    service.events.record(SecurityEvent::LimitReached, About::nobody().what("sends a sign-in"));
    Err(StepError::TooManySends)
}

/// Whom a code goes to by phone, and how.
pub struct To<'a> {
    pub number: &'a str,
    pub channel: Channel,
    pub standing: PhoneTrust<'a>,
}

/// Makes a code and puts down the text or call that brings it.
pub async fn by_phone(
    service: &Service,
    connection: &Connection,
    subject: &Subject,
    To { number: phone, channel, standing }: To<'_>,
    say: Words,
) -> Result<(), StepFailure> {
    let sending = match channel {
        Channel::Text => SendLimit::Text(phone),
        Channel::Call => SendLimit::Call(phone),
    };
    limits::count_send(service, connection, sending, standing).await?;
    limits::spend(service, connection, sending, standing).await?;
    let Issued { code, expires_at } = codes::issue(service, connection, subject).await?;
    let council = service.council();
    let message = match channel {
        Channel::Text => {
            Message::text(Kind::TextCode, phone, templates::code_by_text(say, &council, &code, &service.settings.public_url))
        }
        Channel::Call => {
            let body = templates::code_by_call(say, &council, &code);
            Message::call(Kind::CallCode, phone, body, Spoken { code, notice: String::new(), language: say.language() })
        }
    };
    Ok(service.messages.queue(connection, message.useless_from(expires_at)).await?)
}

/// Puts down the email that proves an address: a code, or word that there is an account already. Both are the same work,
/// so that the two can't be told apart from outside.
pub async fn by_email(
    service: &Service,
    connection: &Connection,
    subject: &Subject,
    (email, standing): (&Email, PhoneTrust<'_>),
    say: Words,
) -> Result<(), StepFailure> {
    let Email { address, index, indexes } = email;
    limits::count_send(service, connection, SendLimit::Email(index), standing).await?;
    let has_account = connection.account_by_email(indexes).await?.is_some();
    let council = service.council();
    let message = if has_account {
        codes::issue_unsent(service, connection, subject).await?;
        templates::already_has_account(say, &council, &sign_in_page(service)).to(address)
    } else {
        let Issued { code, expires_at } = codes::issue(service, connection, subject).await?;
        let minutes = service.settings.codes.valid_seconds / 60;
        templates::email_code(say, &council, &code, minutes).to(address).useless_from(expires_at)
    };
    Ok(service.messages.queue(connection, message).await?)
}

/// The address of the page for whoever has forgotten their password, or fears that somebody else knows it.
pub fn forgot_page(service: &Service) -> String {
    format!("{}/forgot-password", service.settings.public_url)
}

/// The address of the page to sign in on.
pub fn sign_in_page(service: &Service) -> String {
    format!("{}/sign-in", service.settings.public_url)
}
