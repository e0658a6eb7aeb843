//! Security notices: what the owner of an account is told about things that somebody else may have done. By email, and
//! by text where the mailbox itself may have been taken over. No send limits apply to them; events that belong together
//! are reported once.

use super::{
    limits::{self, Limit},
    phone::LoginPhone,
    profile::Profile,
    sending,
};
use form_engine::language::Language;
use i18n::{Messages, args};
use notifications::{CallScript, Message, MessageKind, templates};
use platform::clock::seconds;
use ports::{CONFIRMED_SECONDS, ContactPreferences, Device, LocalClock, Resident, StepFailure};
use service::Service;
use std::time::Duration;
use store::Connection;

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// The texts for somebody who may not have caused the event themselves: in the language they have chosen, if they have
/// chosen one.
pub fn language_of(profile: &Profile, otherwise: Language) -> Messages {
    Messages::of(profile.contact.as_ref().map_or(otherwise, |contact: &ContactPreferences| contact.language))
}

/// Tells the owner that somebody has signed in with a new browser.
pub async fn new_device(
    service: &Service,
    connection: &Connection,
    profile: &Profile,
    device: &Device,
    language: Language,
) -> Result<(), StepFailure> {
    let (t, at) = (language_of(profile, language), service.clock.now());
    let (date, time) = (&t.day(service.clock.day(at)), &t.time(service.clock.time(at)));
    let when = t.security_when(args::SecurityWhen { date, time });
    let mail = templates::new_device(
        t,
        &service.council(),
        (&t.device(device.browser, device.system), &when),
        &sending::forgot_page(service),
    );
    Ok(service.messages.queue(connection, mail.to(&profile.email)).await?)
}

/// Tells the owner that wrong codes have locked the account: the person who typed them knows the password. An email each
/// time, and a text once a day.
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
    if limits::is_first(service, connection, (Limit::LockTexts, account.as_bytes()), DAY).await? {
        let text = templates::codes_locked_by_text(t, &council);
        service.messages.queue(connection, Message::text(MessageKind::CodesLockedText, &phone.number, text)).await?;
    }
    Ok(())
}

/// Tells the owner that the name, home address or contact preferences were changed. Changes in one session are reported
/// once for each time that the password was given.
pub async fn details_changed(
    service: &Service,
    connection: &Connection,
    resident: &Resident,
    t: Messages,
) -> Result<(), StepFailure> {
    let window = (resident.session_id.as_bytes(), resident.confirmed.as_millisecond().to_be_bytes());
    let subject = [window.0, &window.1].concat();
    if limits::is_first(service, connection, (Limit::DetailsMails, &subject), seconds(CONFIRMED_SECONDS)).await? {
        let mail = templates::details_changed(t, &service.council(), &sending::forgot_page(service));
        service.messages.queue(connection, mail.to(&resident.email)).await?;
    }
    Ok(())
}

/// Tells a phone that it gets no more codes: a mobile by text, a landline by call.
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
        // A call that couldn't be made within the hour is dropped, so that it doesn't ring at night. The mailbox is
        // told as well.
        Message::call(MessageKind::PhoneChangedCall, number, notice, spoken).useless_from(service.now() + HOUR)
    };
    Ok(service.messages.queue(connection, message).await?)
}
