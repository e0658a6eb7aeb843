//! The person: where they get care, their age, and whether they are one of a couple.

use super::{facts::Facts, pack::CareSetting, rules::Rules};
use jiff::civil::Date;
use values::calendar::has_passed;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// 18 to 24.
    Young,
    /// 25 to pension age.
    Working,
    Pension,
}

/// Where they get care.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    Home,
    ShortStay,
    /// They live in a care home permanently: only then does the value of a home count.
    Permanent,
    /// They couldn't say; treated as at home.
    NotSure,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Person {
    pub setting: Setting,
    /// Which rules apply there.
    pub place: CareSetting,
    pub couple: bool,
    pub age: Option<Age>,
    pub partner_has_pension_age: bool,
    pub children: i64,
}

impl Person {
    pub(super) fn read(rules: &Rules<'_>, facts: &Facts, day: Date) -> Self {
        let setting = setting(facts);
        let place = match setting {
            Setting::Permanent => CareSetting::CareHome,
            Setting::ShortStay => rules.short_stay(),
            Setting::Home | Setting::NotSure => CareSetting::Home,
        };
        Self {
            setting,
            place,
            couple: is_couple(facts),
            age: age(rules, facts, day),
            partner_has_pension_age: pension_age(rules, facts, "partner_pension_age", "partner_date_of_birth", day)
                .unwrap_or(false),
            children: facts.people("children").unwrap_or(0),
        }
    }

    pub(super) fn has_pension_age(&self) -> bool {
        self.age == Some(Age::Pension)
    }
}

fn setting(facts: &Facts) -> Setting {
    match facts.word("setting") {
        Some("permanent") => Setting::Permanent,
        Some("short-stay") => Setting::ShortStay,
        Some("not-sure") => Setting::NotSure,
        _ => Setting::Home,
    }
}

fn is_couple(facts: &Facts) -> bool {
    let couple = ["couple", "married", "civil-partnership", "living-together"];
    facts.word("partner").is_some_and(|partner| couple.contains(&partner))
}

fn pension_age(rules: &Rules<'_>, facts: &Facts, stated: &str, born: &str, day: Date) -> Option<bool> {
    facts.yes(stated).or_else(|| facts.date(born).map(|born| rules.has_pension_age(born, day)))
}

fn age(rules: &Rules<'_>, facts: &Facts, day: Date) -> Option<Age> {
    let born = facts.date("date_of_birth");
    let young = born.is_some_and(|born| !has_passed(born, 25, 0, day));
    match pension_age(rules, facts, "pension_age", "date_of_birth", day)? {
        true => Some(Age::Pension),
        false if young => Some(Age::Young),
        false => Some(Age::Working),
    }
}
