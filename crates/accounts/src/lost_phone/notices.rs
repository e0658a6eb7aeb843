//! What the owner is told about a request: an email at each step, with a link to its page and one that stops it, which
//! works for a day. Only the newest links work.

use crate::{profile::Profile, sending};
use i18n::{Messages, args};
use notifications::{EmailText, MessageKind, templates};
use platform::crypto::digest::Purpose;
use ports::StepFailure;
use service::Service;
use std::time::Duration;
use store::{Connection, phone_changes::PhoneChangeRow};

/// How long "this was not me" stops a request, or freezes the account after it was granted.
pub const STOP: Duration = Duration::from_hours(24);

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Requested,
    Approved,
    Refused,
    Stopped,
    Done,
    Frozen,
    Released,
}

/// Queues the email for a step, and puts its links into the row, which the caller must store. Returns the token of the
/// link to the page.
pub async fn notify(
    service: &Service,
    connection: &Connection,
    row: &mut PhoneChangeRow,
    (notice, mailboxes): (Notice, &[&str]),
    t: Messages,
) -> Result<String, StepFailure> {
    let token = || service.keyring.token(&*service.random);
    let (tracker, stop) = (token(), token());
    let now = service.now();
    row.tracker_hash = hash(service, &tracker);
    row.stop_hash = hash(service, &stop);
    row.stop_until = if notice.can_be_stopped() { now + STOP } else { now };
    row.updated_at = now;
    let address = |path: &str, token: &str| format!("{}/{path}/{token}", service.settings.public_url);
    let (page, stop) = (address("phone-change", &tracker), address("phone-change/stop", &stop));
    let mail = mail(service, notice, (&page, &stop), t);
    let mut notified: Vec<&str> = Vec::new();
    for mailbox in mailboxes {
        if !notified.contains(mailbox) {
            notified.push(mailbox);
            service.messages.queue(connection, mail.clone().to(mailbox)).await?;
        }
    }
    Ok(tracker)
}

impl Notice {
    /// Whether its email has a link for "this was not me".
    const fn can_be_stopped(self) -> bool {
        matches!(self, Self::Requested | Self::Approved | Self::Done)
    }
}

/// The texts for somebody who isn't at a browser: in the language they have chosen, or else the first in the settings.
pub fn own_language(service: &Service, profile: &Profile) -> Messages {
    let own = service.settings.languages.first().copied().unwrap_or_default();
    Messages::of(profile.contact.as_ref().map_or(own, |contact| contact.language))
}

fn mail(service: &Service, notice: Notice, (page, stop): (&str, &str), t: Messages) -> EmailText {
    let council = service.council();
    let (kind, subject, text) = match notice {
        Notice::Requested => {
            let text = t.mail_phone_asked_text(args::MailPhoneAskedText { page, stop });
            (MessageKind::PhoneAsked, t.mail_phone_asked(), text)
        }
        Notice::Approved => {
            let sign_in = format!("{}/sign-in", service.settings.public_url);
            let text = t.mail_phone_approved_text(args::MailPhoneApprovedText { link: &sign_in, stop });
            (MessageKind::PhoneApproved, t.mail_phone_approved(), text)
        }
        Notice::Refused => (MessageKind::PhoneRefused, t.mail_phone_refused(), t.mail_phone_refused_text().to_owned()),
        Notice::Stopped => (MessageKind::PhoneStopped, t.mail_phone_stopped(), t.mail_phone_stopped_text().to_owned()),
        Notice::Done => (MessageKind::PhoneDone, t.mail_phone_done(), t.mail_phone_done_text(stop)),
        Notice::Frozen => (MessageKind::Frozen, t.mail_frozen(), t.mail_frozen_text(page)),
        Notice::Released => {
            let (link, forgot) = (&sending::sign_in_page(service), &sending::forgot_page(service));
            (MessageKind::Released, t.mail_released(), t.mail_released_text(args::MailReleasedText { forgot, link }))
        }
    };
    templates::plain(kind, t, &council, subject, text)
}

/// The hash that a link of a request is stored under.
pub fn hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Link, &[b"phone change"], token)
}
