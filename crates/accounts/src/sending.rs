//! Sending a code: the code, its limits and its message, in the transaction of the step that needs it.

use super::{
    codes::{self, Issued, Subject},
    inputs::Email,
    limits::{self, AttemptKind, SendLimit, SendTrust},
};
use i18n::Messages;
use notifications::{CallScript, Message, MessageKind, templates};
use platform::{
    clock::seconds,
    security_events::{About, SecurityEvent},
};
use ports::{Channel, StepError, StepFailure};
use service::Service;
use store::Connection;

/// A code to make and send.
pub struct NewCode<'a> {
    /// The step that it belongs to.
    pub subject: &'a Subject,
    pub to: CodeRecipient<'a>,
    pub trust: SendTrust<'a>,
    /// What is locked after too many wrong codes: there is no point in sending one then.
    pub attempt: AttemptKind<'a>,
    pub t: Messages,
}

/// Where a code goes.
#[derive(Clone, Copy)]
pub enum CodeRecipient<'a> {
    /// To an address that is to be proven. If there is an account with it, it gets word of that and no code.
    NewEmail(&'a Email),
    /// The mailbox of an account.
    Mailbox {
        address: &'a str,
        index: &'a [u8],
    },
    Phone {
        number: &'a str,
        channel: Channel,
    },
}

impl<'a> CodeRecipient<'a> {
    fn limit(self) -> SendLimit<'a> {
        match self {
            Self::NewEmail(email) => SendLimit::Email(&email.index),
            Self::Mailbox { index, .. } => SendLimit::Email(index),
            Self::Phone { number, channel: Channel::Text } => SendLimit::Text(number),
            Self::Phone { number, channel: Channel::Call } => SendLimit::Call(number),
        }
    }
}

/// How far the step is that a code is sent for.
pub struct CodeStep<'a> {
    /// How many codes have been sent.
    pub sends: i64,
    /// The key by which the gap between two codes is counted.
    pub pause_key: &'a [u8],
}

/// Sends a code, unless codes are locked, too many have been sent in this step, or the last one was sent a moment ago.
pub async fn send_code(
    service: &Service,
    connection: &Connection,
    step: CodeStep<'_>,
    code: NewCode<'_>,
) -> Result<(), StepFailure> {
    limits::refuse_locked(service, connection, code.attempt).await?;
    if step.sends >= service.settings.codes.sends_a_sign_in {
        service.events.record(SecurityEvent::LimitReached, About::nobody().what("sends a sign-in"));
        return Err(StepError::TooManySends.into());
    }
    send_first_code(service, connection, step.pause_key, code).await
}

/// Sends the first code of a step: counts it against every limit, makes it, and queues its message.
pub async fn send_first_code(
    service: &Service,
    connection: &Connection,
    pause_key: &[u8],
    NewCode { subject, to, trust, attempt, t }: NewCode<'_>,
) -> Result<(), StepFailure> {
    limits::pause(service, connection, pause_key).await?;
    limits::count_send(service, connection, to.limit(), trust).await?;
    limits::spend(service, connection, to.limit(), trust).await?;
    if let CodeRecipient::NewEmail(email) = to
        && connection.account_by_email(&email.indexes).await?.is_some()
    {
        // The same work as for a code, so that the two can't be distinguished from outside.
        codes::issue_unsent(service, connection, (subject, attempt)).await?;
        let mail = templates::already_has_account(t, &service.council(), &sign_in_page(service));
        return Ok(service.messages.queue_for(connection, &mail.to(&email.address), pause_key).await?);
    }
    let Issued { code, expires_at } = codes::issue(service, connection, (subject, attempt)).await?;
    let message = message(service, to, code, t).useless_from(expires_at);
    Ok(service.messages.queue_for(connection, &message, pause_key).await?)
}

/// What brings a code.
fn message(service: &Service, to: CodeRecipient<'_>, code: String, t: Messages) -> Message {
    let (council, valid_for) = (service.council(), seconds(service.settings.codes.valid_seconds));
    let by_email = |address: &str| templates::email_code(t, &council, &code, valid_for).to(address);
    match to {
        CodeRecipient::NewEmail(email) => by_email(&email.address),
        CodeRecipient::Mailbox { address, .. } => by_email(address),
        CodeRecipient::Phone { number, channel: Channel::Text } => {
            let body = templates::code_by_text(t, &council, &code, &service.settings.public_url);
            Message::text(MessageKind::TextCode, number, body)
        }
        CodeRecipient::Phone { number, channel: Channel::Call } => {
            let body = templates::code_by_call(t, &council, &code);
            Message::call(
                MessageKind::CallCode,
                number,
                body,
                CallScript { code, notice: String::new(), language: t.language() },
            )
        }
    }
}

/// The address of the page for people who have forgotten their password, or who think that somebody else knows it.
pub fn forgot_page(service: &Service) -> String {
    format!("{}/forgot-password", service.settings.public_url)
}

/// The address of the sign-in page.
pub fn sign_in_page(service: &Service) -> String {
    format!("{}/sign-in", service.settings.public_url)
}
