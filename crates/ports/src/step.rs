//! Why a use case of an account ends early: refused, which its page explains, or failed, which the log explains.

use crate::ApiError;
use jiff::Timestamp;

/// Why a step of signing in or registering was refused. The page has the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepError {
    /// No email address was entered.
    EmailMissing,
    /// It doesn't look like an email address.
    EmailInvalid,
    /// It has letters before the `@` that providers can't send to.
    EmailLetters,
    /// No password was entered.
    PasswordMissing,
    /// The password is shorter than 12 characters.
    PasswordShort,
    /// The password is longer than is accepted.
    PasswordLong,
    /// The password was found in a breach or is easily guessed.
    PasswordCommon,
    /// No name was entered.
    NameMissing,
    /// A name is too long to be stored.
    NameLong,
    /// No phone number was entered.
    PhoneMissing,
    /// It isn't a UK phone number.
    PhoneInvalid,
    /// It is neither a mobile nor a landline, or is from outside the accepted countries.
    PhoneKind,
    /// It has an extension, which a call with a code can't dial.
    PhoneExtension,
    /// No code was entered.
    CodeMissing,
    /// It isn't six digits, or not a recovery code.
    CodeInvalid,
    /// The code is wrong, used or expired.
    CodeWrong,
    /// The code was sent for an earlier try of the same thing, perhaps in another tab.
    CodeOfEarlier,
    /// The email or the password is wrong; we never say which.
    SignInWrong,
    /// Locked until this time.
    Locked(Timestamp),
    /// Browsers that haven't signed in before are locked out until the password is changed.
    PasswordDisabled,
    /// Locked until another login phone is registered.
    PhoneDisabled,
    /// The time from which another code may be requested.
    TooSoon(Timestamp),
    /// A limit other than on codes to one recipient, and the time from which it allows more.
    Limited(LimitedBy, Timestamp),
    /// No more codes in this sign-in; start again.
    TooManySends,
    /// The step has expired or never existed.
    Gone,
    /// The password, entered again to confirm, is wrong.
    PasswordWrong,
    /// It already is their address.
    EmailSame,
    /// There already is a request waiting for a decision.
    AlreadyRequested,
    /// The last second factor can't be removed: nobody could sign in.
    OnlyFactor,
    /// The password must be entered again before this.
    ConfirmFirst,
    /// The link is used, expired or replaced by a newer one.
    LinkExpired,
    /// The password was right, but the account is frozen until the council releases it.
    Frozen,
    /// It isn't a UK postcode.
    PostcodeInvalid,
    /// None of the addresses found was chosen.
    AddressMissing,
    /// No way of contact was chosen.
    ContactMethodMissing,
    /// The question whether contact is safe wasn't answered.
    SafetyUnanswered,
    /// The text about safe contact is too long.
    SafetyTextTooLong,
}

/// What a limit counts that somebody meets, so that the page can say it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LimitedBy {
    /// What others on the same network have begun and not finished.
    Network,
    /// Wrong passwords of others on the same network.
    NetworkPasswords,
    /// Texts and calls to numbers that nobody has confirmed yet, everybody's together.
    NewNumbers,
    /// Calls to one number.
    Calls,
    /// Emails with links.
    Links,
    /// Changes of the login phone.
    PhoneChanges,
    /// Postcodes looked up.
    LookUps,
}

/// The one error of the ports for accounts. `?` ends a step in either way, and a transaction that wasn't committed leaves
/// nothing behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepFailure {
    /// The page explains it.
    Refused(StepError),
    /// The log explains it.
    Failed(ApiError),
}

impl From<StepError> for StepFailure {
    fn from(step_error: StepError) -> Self {
        Self::Refused(step_error)
    }
}

/// A cause is logged by its conversion to an [`ApiError`].
impl<E: Into<ApiError>> From<E> for StepFailure {
    fn from(cause: E) -> Self {
        Self::Failed(cause.into())
    }
}
