//! The types of questions with their settings.

use super::raw::{RawPrefill, RawQuestion};
use form_engine::definition::{Account, FileSort, Kind};

/// Every type, in the order of `docs/forms.md`.
pub const TYPES: [&str; 21] = [
    "text",
    "long-text",
    "yes-no",
    "one-of",
    "many-of",
    "date",
    "number",
    "money",
    "length",
    "weight",
    "email",
    "phone",
    "address",
    "national-insurance",
    "nhs-number",
    "file",
    "account",
    "declaration",
    "notice",
    "calculated",
    "link",
];

/// The type of a question with its settings, taken out of the question.
pub fn kind(name: &str, own: &mut RawQuestion) -> Result<Kind, String> {
    let needs = |what: &str| format!("a question of type \"{name}\" needs `{what}`");
    let length = |max: Option<i64>, default: usize| match max {
        None => Ok(default),
        Some(max) => usize::try_from(max).map_err(|_| "`max` must be 0 or more".to_owned()),
    };
    Ok(match name {
        "text" => {
            Kind::Text { max: length(own.max.take(), 200)?, width: own.width.take(), autocomplete: own.autocomplete.take() }
        }
        "long-text" => Kind::LongText { max: length(own.max.take(), 2000)?, rows: own.rows.take().unwrap_or(5) },
        "yes-no" => Kind::YesNo,
        "one-of" => Kind::OneOf { options: own.options.take().ok_or_else(|| needs("options"))? },
        "many-of" => Kind::ManyOf { options: own.options.take().ok_or_else(|| needs("options"))? },
        "date" => Kind::Date { when_is: own.when_is.take().unwrap_or_default() },
        "number" => Kind::Number { min: own.min.take(), max: own.max.take(), unit: own.unit.take() },
        "money" => Kind::Money { max_pence: own.max.take().map(|pounds| pounds.saturating_mul(100)) },
        "length" => Kind::Length { min: own.min.take(), max: own.max.take() },
        "weight" => Kind::Weight { min: own.min.take(), max: own.max.take() },
        "email" => Kind::Email { autocomplete: own.autocomplete.take() },
        "phone" => Kind::Phone { autocomplete: own.autocomplete.take() },
        "address" => Kind::Address { autocomplete: own.autocomplete.take().is_some() },
        "national-insurance" => Kind::NationalInsurance,
        "nhs-number" => Kind::NhsNumber,
        "file" => Kind::File {
            max: length(own.max.take(), 10)?,
            accept: own.accept.take().unwrap_or_else(|| FileSort::ALL.to_vec()),
        },
        "account" => Kind::Account { fact: own.fact.take().ok_or_else(|| needs("fact"))? },
        "declaration" => Kind::Declaration { statement: own.statement.take().ok_or_else(|| needs("statement"))? },
        "notice" => Kind::Notice {
            body: own.body.take().ok_or_else(|| needs("body"))?,
            warning: match own.tone.take().as_deref() {
                None => false,
                Some("warning") => true,
                Some(other) => return Err(format!("there is no tone \"{other}\"")),
            },
        },
        "calculated" => Kind::Calculated { shows: own.shows.take().ok_or_else(|| needs("shows"))? },
        "link" => {
            Kind::Link { to: own.to.take().ok_or_else(|| needs("to"))?, body: own.body.take().ok_or_else(|| needs("body"))? }
        }
        other => return Err(format!("there is no type \"{other}\"")),
    })
}

/// What stands in an empty question, without its condition.
pub fn prefill(raw: &RawPrefill) -> Result<Account, String> {
    match (raw.account.as_deref(), &raw.value) {
        (None, Some(value)) => Ok(Account::Value(value.clone())),
        (Some("first-name"), None) => Ok(Account::FirstName),
        (Some("last-name"), None) => Ok(Account::LastName),
        (Some("name"), None) => Ok(Account::Name),
        (Some("email"), None) => Ok(Account::Email),
        (Some("phone"), None) => Ok(Account::Phone),
        (Some("address"), None) => Ok(Account::Address),
        (Some(other), None) => Err(format!("the account doesn't know \"{other}\"")),
        _ => Err("`prefill` has an `account` or a `value`".into()),
    }
}

impl RawQuestion {
    /// A setting that the question's type doesn't have is a mistake, not decoration.
    pub fn nothing_left(&self) -> Result<(), String> {
        let left = [
            ("max", self.max.is_some()),
            ("min", self.min.is_some()),
            ("width", self.width.is_some()),
            ("rows", self.rows.is_some()),
            ("autocomplete", self.autocomplete.is_some()),
            ("options", self.options.is_some()),
            ("when_is", self.when_is.is_some()),
            ("unit", self.unit.is_some()),
            ("fact", self.fact.is_some()),
            ("statement", self.statement.is_some()),
            ("body", self.body.is_some()),
            ("tone", self.tone.is_some()),
            ("accept", self.accept.is_some()),
            ("shows", self.shows.is_some()),
            ("to", self.to.is_some()),
        ];
        let named = left.iter().find(|(_, there)| *there);
        named.map_or(Ok(()), |(name, _)| Err(format!("`{name}` means nothing for this type")))
    }
}
