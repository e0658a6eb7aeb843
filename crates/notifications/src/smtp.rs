//! Emails through a mail server.

use super::sender::{Failure, FailureReason, OutgoingMessage, Sender};
use async_trait::async_trait;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message as Email, Tokio1Executor,
    message::{Mailbox, header::ContentType},
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};
use platform::config::{self, Encryption};
use std::time::Duration;

const WHOLE: Duration = Duration::from_secs(10);

pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    host: String,
}

/// Whether this is a valid sender of emails.
pub fn is_mailbox(text: &str) -> bool {
    text.parse::<Mailbox>().is_ok()
}

impl Smtp {
    /// `None` if the host or the sender's address is invalid.
    pub fn new(settings: &config::Smtp, public_host: &str) -> Option<Self> {
        let config::Smtp { host, port, username, password, from, encryption } = settings;
        let tls = match encryption {
            Encryption::None => Tls::None,
            Encryption::Starttls => Tls::Required(TlsParameters::new(host.clone()).ok()?),
            Encryption::Tls => Tls::Wrapper(TlsParameters::new(host.clone()).ok()?),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host.as_str());
        let mut builder = builder.port(*port).tls(tls).timeout(Some(WHOLE));
        if !username.is_empty() {
            builder = builder.credentials(Credentials::new(username.clone(), password.reveal().to_owned()));
        }
        Some(Self { transport: builder.build(), from: from.parse().ok()?, host: public_host.to_owned() })
    }

    fn email(&self, outgoing: OutgoingMessage<'_>) -> Option<Email> {
        let to = outgoing.mail_address()?;
        let OutgoingMessage { id, message, at } = outgoing;
        Email::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to.parse().ok()?))
            .subject(message.subject.as_str())
            .date(at.into())
            .message_id(Some(format!("<{id}@{}>", self.host)))
            .header(ContentType::TEXT_PLAIN)
            .body(message.body.clone())
            .ok()
    }
}

#[async_trait]
impl Sender for Smtp {
    fn name(&self) -> &'static str {
        "smtp"
    }

    async fn send(&self, outgoing: OutgoingMessage<'_>) -> Result<Option<String>, Failure> {
        let email = self.email(outgoing).ok_or(Failure::Refused(FailureReason::NotEncodable))?;
        match tokio::time::timeout(WHOLE, self.transport.send(email)).await {
            Ok(Ok(_)) => Ok(None),
            Ok(Err(error)) => Err(failure(&error)),
            Err(_) => Err(Failure::later(FailureReason::TimedOut)),
        }
    }
}

/// The server's message may contain an address, so only its code is passed on.
fn failure(error: &lettre::transport::smtp::Error) -> Failure {
    let status = error.status().map(u16::from);
    match status {
        // 530 to 539 are about authentication, which the council can fix.
        Some(code) if error.is_permanent() && !(530..540).contains(&code) => Failure::Refused(FailureReason::Status(code)),
        Some(code) => Failure::later(FailureReason::Status(code)),
        None if error.is_timeout() => Failure::later(FailureReason::TimedOut),
        None => Failure::later(FailureReason::Unreachable),
    }
}
