//! Why a use case failed.

/// Codes only: the cause is logged where it happens, and pages have the texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApiError {
    /// The request can't be parsed.
    Unreadable,
    /// It doesn't exist or isn't theirs: callers can't tell which.
    NotFound,
    /// The answers were changed elsewhere since this page was opened.
    Stale,
    /// Nobody is signed in, or no longer.
    SignedOut,
    /// It is over a size limit.
    TooLarge,
    /// Too much work is waiting; it may work a moment later.
    Busy,
    /// The cause is in the log.
    Internal,
}

impl ApiError {
    const ALL: [Self; 7] =
        [Self::Unreadable, Self::NotFound, Self::Stale, Self::SignedOut, Self::TooLarge, Self::Busy, Self::Internal];

    /// The error as text, for a header or the response of a server function.
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

    /// The error with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|error| error.code() == code)
    }
}
