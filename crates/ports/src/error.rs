//! Why a use case could not be served.

/// Codes only: causes are logged where they happen, and pages have the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// What was sent can't be read.
    Unreadable,
    /// It isn't there, or isn't theirs: the two are never told apart.
    NotFound,
    /// The answers were changed elsewhere since this page was opened.
    Stale,
    /// Nobody is signed in, or not any more.
    SignedOut,
    /// It is more than is kept.
    TooLarge,
    /// Too much work is waiting; a moment later it may go.
    Busy,
    /// The cause is in the log.
    Internal,
}
