//! How a form connects its answers to the charging rules. See `docs/charging.md`.

use charging::{Pack, local_on, pack_on};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the charging rules read from a form, with the rule packs that existed when it was published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Charging {
    /// Charging facts by the key of the question or calculation that provides them.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expenses: Option<ExpenseList>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub properties: Option<PropertyList>,
    pub packs: Vec<Pack>,
}

/// The list of disability related expenses, and what each of its questions is for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpenseList {
    pub list: String,
    pub category: String,
    pub cost: String,
    pub every: String,
    /// What somebody else pays, for the same period.
    #[serde(default)]
    pub funded: Option<String>,
    /// How many people share the cost.
    #[serde(default)]
    pub shared: Option<String>,
}

/// The list of other property and land.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PropertyList {
    pub list: String,
    pub value: String,
    /// In per cent.
    pub share: String,
    #[serde(default)]
    pub owed: Option<String>,
}

/// The name that a `calculated` question uses to show a whole charge, line by line.
pub const CHARGE: &str = "charge";

/// What a `calculated` question shows of a charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeView {
    /// All of it, line by line.
    Whole,
    Contribution,
    Capital,
    Tariff,
    Income,
    Allowance,
    Outgoings,
    Expenses,
}

impl ChargeView {
    pub const ALL: [(&'static str, Self); 8] = [
        (CHARGE, Self::Whole),
        ("charge.contribution", Self::Contribution),
        ("charge.capital", Self::Capital),
        ("charge.tariff", Self::Tariff),
        ("charge.income", Self::Income),
        ("charge.allowance", Self::Allowance),
        ("charge.outgoings", Self::Outgoings),
        ("charge.expenses", Self::Expenses),
    ];

    pub fn of(key: &str) -> Option<Self> {
        Self::ALL.iter().find(|(name, _)| *name == key).map(|(_, shown)| *shown)
    }
}

impl Charging {
    /// Whether the form only claims expenses and doesn't ask about the care to be paid for.
    pub fn is_claim(&self) -> bool {
        self.expenses.is_some() && !self.facts.contains_key("setting")
    }

    /// The same with only the packs in force on a day, which is all the browser needs.
    #[must_use]
    pub fn on(&self, day: Date) -> Self {
        let packs = [pack_on(&self.packs, day), local_on(&self.packs, day)].into_iter().flatten();
        // The browser shows amounts only; reasons come from the server.
        let packs = packs.map(|pack| Pack { sources: BTreeMap::new(), reasons: BTreeMap::new(), ..pack.clone() }).collect();
        Self { packs, ..self.clone() }
    }

    /// The questions, lists and calculations that charging looks at.
    pub fn looks_at(&self) -> impl Iterator<Item = &String> {
        let lists = self.expenses.iter().map(|list| &list.list).chain(self.properties.iter().map(|list| &list.list));
        self.facts.values().chain(lists)
    }

    /// The questions of list items that charging looks at, by list.
    pub fn list_items(&self) -> Vec<(&String, Vec<&String>)> {
        let expenses = self.expenses.iter().map(|own| {
            let more = own.funded.iter().chain(&own.shared);
            (&own.list, [&own.category, &own.cost, &own.every].into_iter().chain(more).collect())
        });
        let properties =
            self.properties.iter().map(|own| (&own.list, [&own.value, &own.share].into_iter().chain(&own.owed).collect()));
        expenses.chain(properties).collect()
    }
}
