//! The activity of a login, for its owner to see.

use crate::repeats::REPEATABLE;
use platform::{
    random,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, Activity, Device, Event, StepFailure};
use service::Service;
use store::{Connection, devices::ActivityRow};

/// How many events may lie between the two halves of a repeated request.
const RECENT: u64 = 5;

const EVENTS: [(Event, &str); 18] = [
    (Event::Created, "created"),
    (Event::SignedIn, "signed-in"),
    (Event::SignedOutElsewhere, "signed-out-elsewhere"),
    (Event::PasswordChanged, "password-changed"),
    (Event::PasswordReset, "password-reset"),
    (Event::PhoneChanged, "phone-changed"),
    (Event::EmailChanged, "email-changed"),
    (Event::AppAdded, "app-added"),
    (Event::AppRemoved, "app-removed"),
    (Event::RecoveryCodesMade, "recovery-codes-made"),
    (Event::RecoveryCodeUsed, "recovery-code-used"),
    (Event::CouncilConnected, "council-connected"),
    (Event::CouncilDisconnected, "council-disconnected"),
    (Event::DetailsChanged, "details-changed"),
    (Event::CodesLocked, "codes-locked"),
    (Event::SignedOutByCouncil, "signed-out-by-council"),
    (Event::Frozen, "frozen"),
    (Event::Released, "released"),
];

/// Stores an event in the transaction that causes it.
pub async fn note(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    event: Event,
    device: &Device,
) -> Result<(), StepFailure> {
    let row = ActivityRow {
        id: random::id(&*service.random),
        account_id: account.0.clone(),
        event: name(event).to_owned(),
        device: device.to_text(),
        at: service.now(),
    };
    Ok(connection.insert_activity(row).await?)
}

/// Whether something happened a moment ago: then the request for it was sent twice, and both say the same.
pub async fn is_repeated(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    event: Event,
) -> Result<bool, StepFailure> {
    let recent = connection.activity(account, RECENT).await?;
    let since = service.now() - REPEATABLE;
    Ok(recent.iter().any(|row| row.event == name(event) && row.at > since))
}

/// Records the security event for a change to how somebody signs in, after it was committed.
pub fn record(service: &Service, account: &AccountId, event: Event) {
    let event = match event {
        Event::Created => SecurityEvent::AccountMade,
        Event::SignedIn | Event::RecoveryCodeUsed => SecurityEvent::SignedIn,
        Event::SignedOutElsewhere | Event::SignedOutByCouncil => SecurityEvent::SessionEnded,
        Event::PasswordChanged => SecurityEvent::PasswordChanged,
        Event::PasswordReset => SecurityEvent::PasswordReset,
        Event::PhoneChanged => SecurityEvent::PhoneChanged,
        Event::EmailChanged => SecurityEvent::EmailChanged,
        Event::AppAdded => SecurityEvent::AppAdded,
        Event::AppRemoved => SecurityEvent::AppRemoved,
        Event::RecoveryCodesMade => SecurityEvent::RecoveryCodesMade,
        Event::CouncilConnected => SecurityEvent::ProviderConnected,
        Event::CouncilDisconnected => SecurityEvent::ProviderDisconnected,
        Event::DetailsChanged => SecurityEvent::DetailsChanged,
        Event::CodesLocked => SecurityEvent::CodeLocked,
        Event::Frozen => SecurityEvent::AccountFrozen,
        Event::Released => SecurityEvent::AccountReleased,
    };
    service.events.record(event, About::account(account));
}

/// Reads a row. `None` for events that only a newer server knows.
pub fn read(row: &ActivityRow) -> Option<Activity> {
    let (event, _) = EVENTS.into_iter().find(|(_, name)| *name == row.event)?;
    Some(Activity { event, device: Device::from_text(&row.device), at: row.at.into() })
}

fn name(event: Event) -> &'static str {
    EVENTS.into_iter().find(|(known, _)| *known == event).map_or("", |(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_event_has_its_own_name() {
        for (event, text) in EVENTS {
            assert_eq!(name(event), text);
        }
        let names: std::collections::BTreeSet<&str> = EVENTS.iter().map(|(_, name)| *name).collect();
        assert_eq!(names.len(), EVENTS.len());
    }
}
