//! What can be wrong with an answer. The messages come from `i18n`.

/// A validation error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The question's key.
    pub key: String,
    /// The input to move the focus to.
    pub field: String,
    pub about: About,
    pub fault: ProblemKind,
}

/// What an error is about, in the form's own texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    Question {
        label: String,
        /// The error message if it isn't answered; also names the answer.
        missing: String,
    },
    /// A list item, by what the list calls one.
    Item(String),
}

/// The kind of error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    Missing,
    /// A text is longer than this many characters.
    TooLong(usize),
    NotNumber,
    NotWhole,
    /// Two numbers where one is wanted, such as "2 or 3".
    SeveralNumbers,
    NotBetween(i64, i64),
    TooSmall(i64),
    TooLarge(i64),
    NotMoney,
    /// An amount in another currency.
    NotPounds,
    /// An amount with more than two decimal places.
    PartsOfPence,
    /// "12,00", which may be a slip for 1,200.
    CommaForPoint,
    /// Two amounts where one is wanted.
    SeveralSums,
    MoneyBelowZero,
    /// More than this many pence.
    TooMuchMoney(i64),
    NotLength,
    /// Outside these limits in whole centimetres; one of them may be `None`.
    LengthOutside(Option<i64>, Option<i64>),
    NotWeight,
    /// Outside these limits in whole kilograms; one of them may be `None`.
    WeightOutside(Option<i64>, Option<i64>),
    Email,
    /// An email address that may be right, but is nearly one with a well-known domain: it is asked about once.
    EmailSlip {
        typed: String,
        meant: String,
    },
    Phone,
    /// A phone number of the United Kingdom with too few or too many digits: this many.
    PhoneDigits(usize),
    NationalInsurance,
    NhsNumber,
    /// An exclusive option, by its label, was chosen with another.
    NotAlone(String),
    /// The missing parts of a date, from [`values::DATE_PARTS`].
    DateWithout(Vec<&'static str>),
    DateNotReal,
    /// The year of a date doesn't have four digits.
    YearShort,
    /// The date must be today or earlier.
    DateNotPast,
    /// The date must be today or later.
    DateNotFuture,
    AddressLineLong,
    AddressWithoutLine,
    AddressWithoutTown,
    Postcode,
    /// A list has fewer items than this.
    TooFew(usize),
    /// A list item isn't complete.
    Unfinished,
    /// The page ends the form: it can't be sent.
    Stopped,
}
