//! Which limits apply to each kind of message. A kind that is missing here doesn't compile, and one without the limits
//! it needs fails the tests below.

use super::Limit;
use notifications::MessageKind;

/// The limits on email codes, for new accounts and for account holders.
const CODE: &[Limit] = &[
    Limit::Sends,
    Limit::SendsToday,
    Limit::Registrations,
    Limit::OwnSends,
    Limit::OwnSendsToday,
    Limit::NewContacts,
    Limit::NewContactsToday,
    Limit::AsNewContact,
    Limit::AsNewContactToday,
];

const PHONE_CODE: &[Limit] = &[
    Limit::Sends,
    Limit::SendsToday,
    Limit::CallsToday,
    Limit::NewPhones,
    Limit::OwnSends,
    Limit::OwnSendsToday,
    Limit::OwnCallsToday,
    Limit::NewContacts,
    Limit::NewContactsToday,
    Limit::NewContactCallsToday,
    Limit::AsNewContact,
    Limit::AsNewContactToday,
    Limit::Block,
    Limit::OwnBlock,
    Limit::NewNumbers,
    Limit::OwnNewNumbers,
    Limit::Everything,
];

const RESET: &[Limit] =
    &[Limit::NetworkResets, Limit::ResetsFromNetwork, Limit::Resets, Limit::ResetsToday, Limit::KnownDeviceResets];

/// The limits that a kind of message has to pass before it is sent.
pub const fn limits_of(kind: MessageKind) -> &'static [Limit] {
    match kind {
        MessageKind::EmailCode | MessageKind::AlreadyHasAccount => CODE,
        MessageKind::TextCode | MessageKind::CallCode => PHONE_CODE,
        MessageKind::ResetPassword | MessageKind::NoAccount | MessageKind::OnHold => RESET,
        MessageKind::PhoneLink => &[Limit::PhoneLinks, Limit::OwnSends, Limit::OwnSendsToday],
        MessageKind::Saved => &[Limit::SavedMailsOfDraft, Limit::SavedMails],
        MessageKind::Submitted => &[Limit::Submissions],
        MessageKind::AccountCreated
        | MessageKind::AccountDeleted
        | MessageKind::CouncilConnected
        | MessageKind::PasswordChanged
        | MessageKind::SecurityChanged
        | MessageKind::RecoveryCodeUsed
        | MessageKind::EmailChanged
        | MessageKind::PhoneAsked
        | MessageKind::PhoneApproved
        | MessageKind::PhoneRefused
        | MessageKind::PhoneStopped
        | MessageKind::PhoneDone
        | MessageKind::Frozen
        | MessageKind::Released
        | MessageKind::DetailsChanged
        | MessageKind::NewDevice
        | MessageKind::CodesLocked
        | MessageKind::CodesLockedText
        | MessageKind::PhoneChangedText
        | MessageKind::PhoneChangedCall
        | MessageKind::FrozenText
        | MessageKind::ReleasedText => &[Limit::Notices],
    }
}

#[cfg(test)]
mod tests {
    use super::{super::kinds::LimitScope, *};

    // ASVS V2.4.1
    #[test]
    fn every_kind_of_message_has_budgets() {
        for kind in MessageKind::ALL.iter().copied() {
            let limits = limits_of(kind);
            assert_eq!(limits == [Limit::Notices], kind.is_notice(), "{kind:?}: notices are merged, all others counted");
            let has = |bys: &[LimitScope]| limits.iter().any(|limit| bys.contains(&limit.by()));
            let by_account = has(&[LimitScope::Account, LimitScope::AccountAndRecipient, LimitScope::Device]);
            let for_anybody = limits.iter().any(|limit| limit.owners() != super::super::kinds::Owners::Only)
                && limits.iter().any(|limit| limit.by() == LimitScope::Network);
            assert!(kind.is_notice() || by_account, "{kind:?} has no budget of an account");
            if for_anybody {
                assert!(has(&[LimitScope::Recipient, LimitScope::Address]), "{kind:?} has no budget for its recipient");
            }
        }
    }

    #[test]
    fn the_document_lists_the_limits_of_each_kind() {
        let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/limits.md")).unwrap();
        for kind in MessageKind::ALL.iter().copied() {
            let names: Vec<String> = limits_of(kind).iter().map(|limit| format!("`{}`", limit.name())).collect();
            let row = format!("| {} | {} |", kind.name(), names.join(", "));
            assert!(text.lines().any(|line| line == row), "docs/limits.md lacks: {row}");
        }
    }
}
