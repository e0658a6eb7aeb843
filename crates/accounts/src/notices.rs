//! What the owner of an account is told for its safety, when it may have been somebody else: by email, and by text where
//! the mailbox may be what was taken. No limit of sends holds for these; what belongs together is told once.

use super::{
    limits::{self, Limit},
    phone::LoginPhone,
    profile::Profile,
    sending,
    step_failure::StepFailure,
};
use form_engine::language::Language;
use i18n::Messages;
use notifications::{CallScript, Message, MessageKind, templates};
use platform::clock::instant;
use ports::{CONFIRMED_SECONDS, ContactPreferences, Device, LocalClock, Resident};
use service::Service;
use store::Connection;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// The words for somebody who may not have caused what they are told of: in their language, if they have said which.
pub fn language_of(profile: &Profile, otherwise: Language) -> Messages {
    Messages::of(profile.contact.as_ref().map_or(otherwise, |contact: &ContactPreferences| contact.language))
}

/// Somebody has signed in with a browser that hasn't been signed in with before.
pub async fn new_device(
    service: &Service,
    connection: &Connection,
    profile: &Profile,
    device: &Device,
    language: Language,
) -> Result<(), StepFailure> {
    let (t, at) = (language_of(profile, language), instant(service.clock.now_ms()));
    let when = t.security_when(t.day(service.clock.day(at)), t.time(service.clock.time(at)));
    let mail = templates::new_device(
        t,
        &service.council(),
        (&t.device(device.browser, device.system), &when),
        &sending::forgot_page(service),
    );
    Ok(service.messages.queue(connection, mail.to(&profile.email)).await?)
}

/// Wrong codes have locked an account: whoever typed them has its password. An email each time, and a text once a day.
pub async fn codes_locked(
    service: &Service,
    connection: &Connection,
    (account, profile): (&str, &Profile),
    language: Language,
) -> Result<(), StepFailure> {
    let (t, council) = (language_of(profile, language), service.council());
    let mail = templates::codes_locked(t, &council, &sending::forgot_page(service));
    service.messages.queue(connection, mail.to(&profile.email)).await?;
    let Some(phone) = profile.login_phone().filter(|phone| phone.kind.can_text()) else { return Ok(()) };
    if limits::is_first(service, connection, (Limit::LockTexts, account.as_bytes()), DAY_MS).await? {
        let text = templates::codes_locked_by_text(t, &council);
        service.messages.queue(connection, Message::text(MessageKind::CodesLockedText, &phone.number, text)).await?;
    }
    Ok(())
}

/// The name, the home address or how somebody wants to be reached was changed. Changes of one session within the time
/// that giving the password opens are told once.
pub async fn details_changed(
    service: &Service,
    connection: &Connection,
    resident: &Resident,
    t: Messages,
) -> Result<(), StepFailure> {
    let window = (resident.session_id.as_bytes(), resident.confirmed.as_millisecond().to_be_bytes());
    let subject = [window.0, &window.1].concat();
    if limits::is_first(service, connection, (Limit::DetailsMails, &subject), CONFIRMED_SECONDS * 1000).await? {
        let mail = templates::details_changed(t, &service.council(), &sending::forgot_page(service));
        service.messages.queue(connection, mail.to(&resident.email)).await?;
    }
    Ok(())
}

/// Codes don't go to a phone any more: a mobile gets a text, a landline is called.
pub async fn phone_changed(
    service: &Service,
    connection: &Connection,
    old: Option<&LoginPhone>,
    t: Messages,
) -> Result<(), StepFailure> {
    let Some(LoginPhone { number, kind }) = old else { return Ok(()) };
    let council = service.council();
    let message = if kind.can_text() {
        Message::text(MessageKind::PhoneChangedText, number, templates::phone_changed_by_text(t, &council))
    } else {
        let notice = templates::phone_changed_by_call(t, &council);
        let spoken = CallScript { code: String::new(), notice: notice.clone(), language: t.language() };
        // A call that could not be made at once doesn't ring in the night. The mailbox is told as well.
        Message::call(MessageKind::PhoneChangedCall, number, notice, spoken).useless_from(service.clock.now_ms() + HOUR_MS)
    };
    Ok(service.messages.queue(connection, message).await?)
}
