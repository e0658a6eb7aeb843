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

impl ApiError {
    const ALL: [Self; 7] =
        [Self::Unreadable, Self::NotFound, Self::Stale, Self::SignedOut, Self::TooLarge, Self::Busy, Self::Internal];

    /// How the error is written where only text goes: in a header, in the answer of a server function.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NotFound => "not-found",
            Self::Stale => "stale",
            Self::SignedOut => "signed-out",
            Self::TooLarge => "too-large",
            Self::Busy => "busy",
            Self::Internal => "internal",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}
