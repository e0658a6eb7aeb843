//! Questions as written in form files, each type with its own settings.

use super::{condition::RawCondition, wording::RawWording};
use form_engine::definition::{Account, AccountFact, DateIs, FileKind, QuestionKind, QuestionOption, SecondWording};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::{
    Spanned,
    de::{DeTable, DeValue, Error, ValueDeserializer},
};

/// A question.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    /// Unique in the form; lower case and underscores; never changes its meaning.
    pub key: String,
    pub label: String,
    /// One sentence of help.
    pub hint: Option<String>,
    /// It can be left empty.
    #[serde(default)]
    pub optional: bool,
    /// The condition for the question.
    pub when: Option<RawCondition>,
    /// The error if it isn't answered.
    #[serde(default)]
    pub missing: String,
    /// A name from data-use.toml, if it differs from that of the page and the form.
    pub purpose: Option<String>,
    pub legal_basis: Option<String>,
    pub retention: Option<String>,
    /// The council gets the answer, but the person's own copy doesn't show it.
    #[serde(default)]
    pub hidden_from_copy: bool,
    /// Can be reused from an earlier form, if the person agrees.
    #[serde(default)]
    pub reuse: bool,
    pub prefill: Option<RawPrefill>,
    /// When the answer is about the person who types, so that the browser may fill it in.
    pub own: Option<RawCondition>,
    /// The texts if the form is about somebody else, where they differ.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    #[serde(rename = "type")]
    #[schemars(flatten)]
    pub kind: RawKind,
}

/// The types in the order of `docs/forms.md`.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", rename_all_fields = "snake_case", deny_unknown_fields)]
#[schemars(tag = "type")]
pub enum RawKind {
    Text {
        /// The maximum number of characters.
        max: Option<usize>,
        /// The width of the input, in characters.
        #[schemars(extend("enum" = [2, 3, 4, 5, 10, 20, 30]))]
        width: Option<u8>,
        autocomplete: Option<String>,
    },
    LongText {
        /// The maximum number of characters.
        max: Option<usize>,
        rows: Option<u8>,
    },
    YesNo {},
    OneOf {
        #[schemars(with = "Vec<RawChoice>")]
        options: Vec<QuestionOption>,
    },
    ManyOf {
        #[schemars(with = "Vec<RawChoice>")]
        options: Vec<QuestionOption>,
    },
    Date {
        #[serde(default)]
        #[schemars(with = "Option<String>", extend("enum" = ["past", "future", "any"]))]
        when_is: DateIs,
    },
    Number {
        min: Option<i64>,
        max: Option<i64>,
        /// Shown after the number: "hours a week".
        unit: Option<String>,
    },
    Money {
        /// In pounds.
        max: Option<i64>,
    },
    Length {
        /// In centimetres.
        min: Option<i64>,
        max: Option<i64>,
    },
    Weight {
        /// In kilograms.
        min: Option<i64>,
        max: Option<i64>,
    },
    Email {
        autocomplete: Option<String>,
    },
    Phone {
        autocomplete: Option<String>,
    },
    Address {
        autocomplete: Option<String>,
    },
    NationalInsurance {},
    NhsNumber {},
    File {
        /// The maximum number of files.
        max: Option<usize>,
        /// The types of file that are accepted.
        #[schemars(with = "Option<Vec<String>>")]
        accept: Option<Vec<FileKind>>,
    },
    Account {
        #[schemars(with = "String", extend("enum" = ["name", "email", "phone"]))]
        fact: AccountFact,
    },
    Declaration {
        /// The text that the person agrees to.
        statement: String,
    },
    Notice {
        body: String,
        tone: Option<Tone>,
    },
    Calculated {
        /// The key of a calculation.
        shows: String,
    },
    Link {
        /// The key of another form.
        to: String,
        body: String,
    },
}

#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Tone {
    Warning,
}

/// An option. `exclusive` is for "None of these".
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "describes form_engine's QuestionOption in the schema")]
struct RawChoice {
    /// What is stored. Never shown; never changes.
    value: String,
    label: String,
    #[serde(default)]
    hint: Option<String>,
    #[serde(default)]
    exclusive: bool,
}

/// The initial answer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPrefill {
    /// A detail of the account.
    #[schemars(with = "Option<String>", extend("enum" = ["first-name", "last-name", "name", "email", "phone", "address", "contact"]))]
    pub account: Option<Account>,
    pub value: Option<String>,
    pub when: Option<RawCondition>,
}

impl From<RawKind> for QuestionKind {
    fn from(raw: RawKind) -> Self {
        match raw {
            RawKind::Text { max, width, autocomplete } => Self::Text { max: max.unwrap_or(200), width, autocomplete },
            RawKind::LongText { max, rows } => Self::LongText { max: max.unwrap_or(2000), rows: rows.unwrap_or(5) },
            RawKind::YesNo {} => Self::YesNo,
            RawKind::OneOf { options } => Self::OneOf { options },
            RawKind::ManyOf { options } => Self::ManyOf { options },
            RawKind::Date { when_is } => Self::Date { when_is },
            RawKind::Number { min, max, unit } => Self::Number { min, max, unit },
            RawKind::Money { max } => Self::Money { max_pence: max.map(|pounds| pounds.saturating_mul(100)) },
            RawKind::Length { min, max } => Self::Length { min, max },
            RawKind::Weight { min, max } => Self::Weight { min, max },
            RawKind::Email { autocomplete } => Self::Email { autocomplete },
            RawKind::Phone { autocomplete } => Self::Phone { autocomplete },
            RawKind::Address { autocomplete } => Self::Address { autocomplete: autocomplete.is_some() },
            RawKind::NationalInsurance {} => Self::NationalInsurance,
            RawKind::NhsNumber {} => Self::NhsNumber,
            RawKind::File { max, accept } => {
                Self::File { max: max.unwrap_or(10), accept: accept.unwrap_or_else(|| FileKind::ALL.to_vec()) }
            }
            RawKind::Account { fact } => Self::Account { fact },
            RawKind::Declaration { statement } => Self::Declaration { statement },
            RawKind::Notice { body, tone } => Self::Notice { body, warning: tone.is_some() },
            RawKind::Calculated { shows } => Self::Calculated { shows },
            RawKind::Link { to, body } => Self::Link { to, body },
        }
    }
}

/// Moves the settings of each question under its type: `type = "text", max = 9` becomes `type.text.max = 9`. This way
/// serde reports the line of every error; its own tagged and flattened enums go through a buffer that loses the
/// lines. Returns the errors of all questions, as deserialising the whole file stops at the first.
pub fn nest_settings(table: &mut DeTable<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    for (key, value) in table.iter_mut() {
        let children = match value.get_mut() {
            DeValue::Array(items) => &mut **items,
            DeValue::Table(_) => std::slice::from_mut(value),
            _ => continue,
        };
        for child in children {
            let DeValue::Table(table) = child.get_mut() else { continue };
            errors.extend(nest_settings(table));
            if key.get_ref() == "questions" {
                nest_settings_of(table);
                errors.extend(RawQuestion::deserialize(ValueDeserializer::from(child.clone())).err());
            }
        }
    }
    errors
}

fn nest_settings_of(question: &mut DeTable<'_>) {
    let (common, settings) = std::mem::take(question).into_iter().partition(|(key, _)| is_common(key.get_ref()));
    *question = common;
    let Some((key, kind)) = question.remove_entry("type") else { return };
    let span = kind.span();
    let kind = match kind.into_inner() {
        DeValue::String(name) => {
            let settings = Spanned::new(span.clone(), DeValue::Table(settings));
            DeValue::Table(std::iter::once((Spanned::new(span.clone(), name), settings)).collect())
        }
        other => other,
    };
    question.insert(key, Spanned::new(span, kind));
}

/// Whether questions of every type have the field; other fields belong to the type.
fn is_common(field: &str) -> bool {
    matches!(field, "key" | "label" | "hint" | "optional" | "when" | "missing" | "purpose" | "legal_basis")
        || matches!(field, "retention" | "hidden_from_copy" | "reuse" | "prefill" | "own" | "they" | "type")
}

/// The prefilled value of an empty question, without its condition.
pub fn prefill(account: Option<Account>, value: Option<String>) -> Result<Account, String> {
    match (account, value) {
        (Some(Account::Value(_)), _) => Err("`account` is a name".into()),
        (Some(account), None) => Ok(account),
        (None, Some(value)) => Ok(Account::Value(value)),
        _ => Err("`prefill` has an `account` or a `value`".into()),
    }
}
