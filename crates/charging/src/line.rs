//! A line of a result: what was counted or deducted, by which rule and with which figures.
//!
//! There are no texts here: each code stands for a sentence in `i18n` (`docs/charging.md` lists them).

use serde::{Deserialize, Serialize};

macro_rules! codes {
    ($($(#[doc = $about:literal])* $code:ident = $name:literal,)*) => {
        /// Which sentence a line shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum LineCode {
            $($(#[doc = $about])* #[serde(rename = $name)] $code,)*
        }

        impl LineCode {
            /// Every code: there must be a sentence for each.
            pub const ALL: &[Self] = &[$(Self::$code),*];

            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }
        }
    };
}

codes! {
    CapitalOwn = "capital-own",
    CapitalJoint = "capital-joint",
    CapitalStated = "capital-stated",
    CapitalProperty = "capital-property",
    CapitalHome = "capital-home",
    CapitalHomeLivedIn = "capital-home-lived-in",
    CapitalHomeProtected = "capital-home-protected",
    CapitalHomeTwelveWeeks = "capital-home-twelve-weeks",
    CapitalNotGiven = "capital-not-given",
    TariffNone = "tariff-none",
    TariffIncome = "tariff-income",
    IncomeFull = "income-full",
    IncomeNone = "income-none",
    IncomePart = "income-part",
    IncomeNight = "income-night",
    IncomeHalved = "income-halved",
    IncomeNotGiven = "income-not-given",
    MigSingleYoung = "mig-single-young",
    MigSingle = "mig-single",
    MigSinglePension = "mig-single-pension",
    MigLoneParent = "mig-lone-parent",
    MigCouple = "mig-couple",
    MigCouplePension = "mig-couple-pension",
    MigChildren = "mig-children",
    PremiumDisability = "premium-disability",
    PremiumEnhancedDisability = "premium-enhanced-disability",
    PremiumCarer = "premium-carer",
    PersonalExpensesAllowance = "personal-expenses-allowance",
    AgeNotGiven = "age-not-given",
    Housing = "housing",
    HousingShared = "housing-shared",
    HousingNotGiven = "housing-not-given",
    HousingNotInCareHome = "housing-not-in-care-home",
    Commitment = "commitment",
    Expense = "expense",
    ExpensesStated = "expenses-stated",
    ExpensePaidByOthers = "expense-paid-by-others",
    ExpenseWeeks = "expense-weeks",
    ExpenseAverage = "expense-average",
    ExpenseShared = "expense-shared",
    ExpenseCap = "expense-cap",
    ExpensesAtMostBenefit = "expenses-at-most-benefit",
    ExpensesNotGiven = "expenses-not-given",
    ExpensesNotInCareHome = "expenses-not-in-care-home",
    HomeKindNotGiven = "home-kind-not-given",
    NotBelowNothing = "not-below-nothing",
    NotMoreThanCare = "not-more-than-care",
    FullCostChosen = "full-cost-chosen",
    FullCostCapital = "full-cost-capital",
    SettingNotSure = "setting-not-sure",
    RulesOld = "rules-old",
}

/// Which total a line belongs to. Lines of `Capital` are amounts owned and add up to the capital counted; all others
/// are weekly and add up to the contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChargePart {
    Capital,
    Income,
    Allowance,
    Outgoings,
    Expenses,
    Result,
}

/// What a line does to its total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Adds,
    Takes,
    /// It only explains something.
    Notes,
}

/// A figure that was used, with its pack and source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsedFigure {
    pub key: String,
    /// Pence, or a plain number.
    pub value: i64,
    pub is_money: bool,
    pub pack: String,
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChargeLine {
    pub code: LineCode,
    pub part: ChargePart,
    /// What is added (positive) or deducted (negative).
    pub pence: i64,
    /// The type of income, kind of cost or category that it is about.
    #[serde(default)]
    pub about: Option<String>,
    /// What was stated, if it isn't what was counted: a whole joint balance, the number of children.
    #[serde(default)]
    pub given: Option<i64>,
    #[serde(default)]
    pub figures: Vec<UsedFigure>,
    /// The pack and source of the rule, if it isn't that of a figure.
    #[serde(default)]
    pub rule: Option<RuleSource>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSource {
    pub pack: String,
    pub source: String,
}

impl ChargeLine {
    pub(super) fn new(part: ChargePart, code: LineCode, pence: i64) -> Self {
        Self { code, part, pence, about: None, given: None, figures: Vec::new(), rule: None }
    }

    pub(super) fn note(part: ChargePart, code: LineCode) -> Self {
        Self::new(part, code, 0)
    }

    pub(super) fn about(mut self, about: &str) -> Self {
        self.about = Some(about.to_owned());
        self
    }

    pub(super) fn given(mut self, given: i64) -> Self {
        self.given = Some(given);
        self
    }

    pub(super) fn by(mut self, figures: impl IntoIterator<Item = UsedFigure>) -> Self {
        self.figures.extend(figures);
        self
    }

    pub(super) fn rule(mut self, rule: Option<RuleSource>) -> Self {
        self.rule = rule;
        self
    }

    pub fn sign(&self) -> Sign {
        match self.pence {
            0 => Sign::Notes,
            pence if pence > 0 => Sign::Adds,
            _ => Sign::Takes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_is_serialised_under_its_own_name() {
        let names: std::collections::BTreeSet<&str> = LineCode::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), LineCode::ALL.len());
        for code in LineCode::ALL {
            assert_eq!(serde_json::to_value(code).expect("a name"), code.name());
        }
    }

    #[test]
    fn the_sign_follows_the_sum() {
        let sign = |pence| ChargeLine::new(ChargePart::Income, LineCode::IncomeFull, pence).sign();
        assert_eq!((sign(1), sign(-1), sign(0)), (Sign::Adds, Sign::Takes, Sign::Notes));
    }
}
