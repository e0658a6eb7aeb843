//! Applies the charging rules to a form's answers.

use crate::{
    amount::Amount,
    answer_source::AnswerSource,
    calculate,
    definition::{ChargeView, Charging, ExpenseList, PropertyList, Term, Unit},
};
use charging::{
    Assessment, ChargeInputs, ChargeLine, Expense, Expenses, FactValue, Facts, Property, Rules, assess, expenses,
};

/// The result of the charging rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChargeOutcome {
    /// What somebody pays for care.
    Pays(Assessment),
    /// How much of their expenses counts.
    Claims(Expenses),
}

/// Calculates the charge by the rules in force today. `None` if there were none yet.
pub fn charge(charging: &Charging, given: &dyn AnswerSource) -> Option<ChargeOutcome> {
    let rules = Rules::on(&charging.packs, given.today())?;
    let inputs = inputs(charging, given);
    Some(if charging.is_claim() {
        ChargeOutcome::Claims(expenses(&rules, &inputs, given.today()))
    } else {
        ChargeOutcome::Pays(assess(&rules, &inputs, given.today()))
    })
}

impl ChargeOutcome {
    /// How it was calculated, line by line.
    pub fn lines(&self) -> &[ChargeLine] {
        match self {
            Self::Pays(found) => &found.lines,
            Self::Claims(found) => &found.lines,
        }
    }

    /// The names of the rule packs used.
    pub fn rules(&self) -> &[String] {
        match self {
            Self::Pays(found) => &found.rules,
            Self::Claims(found) => &found.rules,
        }
    }

    /// One of its amounts. `None` if it isn't known, such as the full cost of care when nobody has given one.
    pub fn amount(&self, shown: ChargeView) -> Option<Amount> {
        let pence = match self {
            Self::Claims(found) => match shown {
                ChargeView::Whole | ChargeView::Expenses => Some(found.counted_pence),
                _ => None,
            },
            Self::Pays(found) => match shown {
                ChargeView::Whole | ChargeView::Contribution => found.contribution_pence,
                ChargeView::Capital => Some(found.capital_pence),
                ChargeView::Tariff => Some(found.tariff_pence),
                ChargeView::Income => Some(found.income_pence),
                ChargeView::Allowance => Some(found.allowance_pence),
                ChargeView::Outgoings => Some(found.outgoings_pence),
                ChargeView::Expenses => Some(found.expenses_pence),
            },
        };
        pence.map(|value| Amount { value, unit: Unit::Pence })
    }
}

/// The answers in the form that the rules read.
fn inputs(charging: &Charging, given: &dyn AnswerSource) -> ChargeInputs {
    let facts = charging.facts.iter().filter_map(|(fact, key)| Some((fact.clone(), fact_value(given, key)?)));
    ChargeInputs {
        facts: Facts(facts.collect()),
        expenses: charging.expenses.iter().flat_map(|list| claimed(list, given)).collect(),
        properties: charging.properties.iter().flat_map(|list| owned(list, given)).collect(),
    }
}

fn fact_value(given: &dyn AnswerSource, key: &str) -> Option<FactValue> {
    if let Some(date) = given.date(key) {
        return Some(FactValue::Date(date));
    }
    if let Some(amount) = given.amount(key) {
        return Some(match amount.unit {
            Unit::Pence => FactValue::Pence(amount.value),
            _ => FactValue::Number(amount.value),
        });
    }
    let values: Vec<String> = given.values(key).into_iter().map(str::to_owned).collect();
    (!values.is_empty()).then_some(FactValue::Words(values))
}

fn claimed(list: &ExpenseList, given: &dyn AnswerSource) -> Vec<Expense> {
    let list_items = given.list_items(&list.list).unwrap_or_default();
    let expense = |list_item: &dyn AnswerSource| {
        let weekly = |key: &String| {
            let term = Term { value: key.clone(), every: Some(list.every.clone()), ..Term::default() };
            calculate::term(&term, Unit::Pence, list_item).unwrap_or_default()
        };
        Expense {
            category: list_item.values(&list.category).first().map(|word| (*word).to_owned()).unwrap_or_default(),
            cost: weekly(&list.cost),
            funded: list.funded.as_ref().map(weekly).unwrap_or_default(),
            shared: list.shared.as_ref().and_then(|key| list_item.amount(key)).map_or(1, |people| people.value),
        }
    };
    list_items.iter().map(|list_item| expense(&**list_item)).collect()
}

fn owned(list: &PropertyList, given: &dyn AnswerSource) -> Vec<Property> {
    let list_items = given.list_items(&list.list).unwrap_or_default();
    let property = |list_item: &dyn AnswerSource| {
        let amount = |key: &String| list_item.amount(key).map(|amount| amount.value);
        Property {
            value: amount(&list.value).unwrap_or_default(),
            share: amount(&list.share).unwrap_or(100),
            owed: list.owed.as_ref().and_then(amount).unwrap_or_default(),
        }
    };
    list_items.iter().map(|list_item| property(&**list_item)).collect()
}
