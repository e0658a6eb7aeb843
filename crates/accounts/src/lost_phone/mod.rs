//! Another login phone for somebody who can't use the old one.
//!
//! [`requesting`]: with the password and a link to their mailbox they make a request, which never includes a number.
//! [`deciding`]: two members of council staff grant it, each having checked who is asking. [`registering`]: at the next
//! sign-in, with the password and a code to the mailbox, they can do one thing: register a number. [`notices`]: an
//! email reports each step, with a link that says "this was not me" and works for a day. [`stopping`]: before the
//! grant, that link ends the request; afterwards, it freezes the account. It never changes or restores a second factor:
//! anybody with access to the mailbox could do that.

mod case;
pub mod deciding;
mod notices;
mod registering;
mod requesting;
mod stopping;

pub use registering::NewPhoneService;
pub use requesting::LostPhoneService;

pub(super) use notices::own_language;
pub(super) use stopping::{Granted, notify_released};

use ports::{AccountId, ApiError};
use service::Service;

/// Whether an account may register a new number now.
pub async fn is_granted(service: &Service, account: &AccountId) -> Result<bool, ApiError> {
    let now = service.now();
    let change = service.store.reader().open_phone_change(&account.0, now).await?;
    Ok(change.and_then(|change| case::state_of(&change, now)) == Some(case::CaseState::Approved))
}
