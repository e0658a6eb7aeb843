//! A rule pack: the figures and rules of charging from a certain day, each with its source.
//!
//! Packs are data (`forms/rules/england/*.toml`). A national pack comes out each year; a council's own is laid over it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Such as `england-2025-26`; never changes.
    pub name: String,
    /// The first day on which it is in force.
    #[serde(with = "values::calendar::iso")]
    pub from: Date,
    /// The last day for which its figures were made. It stays in force until there is a newer one, and the result
    /// says so.
    #[serde(default, with = "values::calendar::iso_or_none", skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// A council's own pack, laid over the national one.
    #[serde(default)]
    pub local: bool,
    /// Which rules apply to a short stay in a care home (regulation 8 leaves it to the council).
    #[serde(default)]
    pub short_stay: Option<PolicyChoice<CareSetting>>,
    /// Whether disability related expenses count only up to the disability benefits that were counted.
    #[serde(default)]
    pub expenses_at_most_benefit: Option<PolicyChoice<bool>>,
    /// The source pages with their addresses, by short names. Each `source` below is such a name, or says what is
    /// known about something unchecked.
    #[serde(default)]
    pub sources: BTreeMap<String, String>,
    #[serde(default)]
    pub figures: BTreeMap<String, Figure>,
    #[serde(default)]
    pub income: BTreeMap<String, IncomeRule>,
    #[serde(default)]
    pub expenses: BTreeMap<String, ExpenseRule>,
    /// The source of the rule behind a line that has no figure of its own, by the line's code.
    #[serde(default)]
    pub reasons: BTreeMap<String, String>,
    /// Sorted by `born_from`.
    #[serde(default)]
    pub pension_age: Vec<PensionAge>,
}

/// A choice that the law leaves to the council, with its source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PolicyChoice<T> {
    pub is: T,
    pub source: String,
}

/// Which of the two sets of rules applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CareSetting {
    Home,
    CareHome,
}

/// An amount or number that the rules use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawFigure", into = "RawFigure")]
pub struct Figure {
    pub value: FigureValue,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureValue {
    /// In pence.
    Amount(i64),
    Number(i64),
    /// Equal to another figure, whatever that is in the year.
    SameAs(String),
}

/// A figure as it is written in the file: exactly one of `amount` (in pounds), `number` and `same_as`.
#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawFigure {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    amount: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    number: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
    source: String,
}

impl TryFrom<RawFigure> for Figure {
    type Error = String;

    fn try_from(raw: RawFigure) -> Result<Self, String> {
        let value = match (raw.amount, raw.number, raw.same_as) {
            (Some(text), None, None) => FigureValue::Amount(
                values::money(&text).ok_or_else(|| format!("\"{text}\" isn't a sum in pounds, such as \"14250.00\""))?,
            ),
            (None, Some(number), None) => FigureValue::Number(number),
            (None, None, Some(other)) => FigureValue::SameAs(other),
            _ => return Err("a figure has exactly one of `amount`, `number` and `same_as`".into()),
        };
        Ok(Self { value, source: raw.source })
    }
}

impl From<Figure> for RawFigure {
    fn from(figure: Figure) -> Self {
        let mut raw = Self { amount: None, number: None, same_as: None, source: figure.source };
        match figure.value {
            FigureValue::Amount(pence) => raw.amount = Some(format!("{}.{:02}", pence / 100, pence % 100)),
            FigureValue::Number(number) => raw.number = Some(number),
            FigureValue::SameAs(other) => raw.same_as = Some(other),
        }
        raw
    }
}

/// How a type of income is treated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IncomeRule {
    pub home: Treatment,
    pub care_home: Treatment,
    /// For a short stay that is charged by the care home rules, if it differs.
    #[serde(default)]
    pub short_stay: Option<Treatment>,
    /// A disability benefit: the amount counted limits the disability related expenses.
    #[serde(default)]
    pub disability: bool,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treatment {
    Full,
    None,
    /// Only the amount above the figure is counted. `KEY_single` and `KEY_couple` take precedence over `KEY`.
    IgnoreFirst(String),
    /// At most the figure is counted if the council arranges no care at night.
    WithoutNightCare(String),
    /// Half of this fact's amount isn't counted: it is paid to a husband, wife or civil partner.
    LessHalfOf(String),
}

impl Treatment {
    pub(super) fn figure(&self) -> Option<&str> {
        match self {
            Self::IgnoreFirst(key) | Self::WithoutNightCare(key) => Some(key),
            Self::Full | Self::None | Self::LessHalfOf(_) => None,
        }
    }
}

/// How disability related expenses of a category are treated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpenseRule {
    /// The figure that limits all expenses of this category together, a week.
    #[serde(default)]
    pub cap: Option<String>,
    /// The figure with the number of weeks a year for which it counts.
    #[serde(default)]
    pub weeks: Option<String>,
    /// Average household spending a year isn't counted: the figures `THIS_single_flat`, `THIS_couple_detached` and so
    /// on.
    #[serde(default)]
    pub above_average: Option<String>,
    pub source: String,
}

/// Anybody born from this day on reaches pension age at this many years and months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PensionAge {
    #[serde(with = "values::calendar::iso")]
    pub born_from: Date,
    pub years: i16,
    pub months: i8,
    pub source: String,
}

impl Pack {
    /// The page and address behind a short name; anything else is returned unchanged.
    pub(super) fn source(&self, name: &str) -> String {
        self.sources.get(name).map_or(name, String::as_str).to_owned()
    }
}

/// The newest national pack in force on a day.
pub fn pack_on(packs: &[Pack], day: Date) -> Option<&Pack> {
    newest(packs, day, false)
}

/// The council's newest pack in force on a day.
pub fn local_on(packs: &[Pack], day: Date) -> Option<&Pack> {
    newest(packs, day, true)
}

fn newest(packs: &[Pack], day: Date, local: bool) -> Option<&Pack> {
    packs.iter().filter(|pack| pack.local == local && pack.from <= day).max_by_key(|pack| pack.from)
}
