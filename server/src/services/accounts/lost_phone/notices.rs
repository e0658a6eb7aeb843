//! What its owner is told of a request: an email at each step, with a link to its page and, for a day, one that stops it.
//! Only the newest links work.

use crate::store::Connection;
use crate::{
    crypto::digest::Purpose,
    messages::{Mail, words},
    random,
    service::Service,
    services::accounts::stop::Stop,
    store::phone_changes::PhoneChangeRow,
};
use ::words::Words;

/// How long "this was not me" stops a request.
pub const STOP_MS: i64 = 24 * 3_600_000;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    Asked,
    Approved,
    Refused,
    Stopped,
    Done,
}

/// Puts the email of a step down and its links into the row. Returns the token of the link to the page.
pub async fn tell_in(
    service: &Service,
    connection: &impl Connection,
    row: &mut PhoneChangeRow,
    (notice, email): (Notice, &str),
    say: Words,
) -> Result<String, Stop> {
    let (tracker, stop) = (random::token(&*service.random), random::token(&*service.random));
    let now = service.clock.now_ms();
    row.tracker_hash = hash(service, &tracker);
    row.stop_hash = hash(service, &stop);
    row.stop_until = if matches!(notice, Notice::Refused | Notice::Stopped) { now } else { now + STOP_MS };
    row.updated_at = now;
    let address = |path: &str, token: &str| format!("{}/{path}/{token}", service.settings.public_url);
    let (page, stop) = (address("phone-change", &tracker), address("phone-change/stop", &stop));
    service.messages.queue_in(connection, mail(service, notice, (&page, &stop), say).to(email)).await?;
    Ok(tracker)
}

fn mail(service: &Service, notice: Notice, (page, stop): (&str, &str), say: Words) -> Mail {
    let council = service.council();
    let (subject, text) = match notice {
        Notice::Asked => (say.mail_phone_asked(), say.mail_phone_asked_text(page, stop)),
        Notice::Approved => {
            let sign_in = format!("{}/sign-in", service.settings.public_url);
            (say.mail_phone_approved(), say.mail_phone_approved_text(sign_in, stop))
        }
        Notice::Refused => (say.mail_phone_refused(), say.mail_phone_refused_text().to_owned()),
        Notice::Stopped => (say.mail_phone_stopped(), say.mail_phone_stopped_text().to_owned()),
        Notice::Done => (say.mail_phone_done(), say.mail_phone_done_text(stop)),
    };
    words::plain(say, &council, subject, text)
}

/// How a link of a request is known.
pub fn hash(service: &Service, token: &str) -> Vec<u8> {
    service.keyring.hash(Purpose::Link, &[b"phone change", token.as_bytes()])
}
