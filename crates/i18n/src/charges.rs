//! What somebody pays for care in words: the sentence of each line, and what it comes to.

use crate::Words;
use charging::{Assessment, Code, Expenses, Line, Part, Used, check::UNCHECKED};
use values::money_in_words;

impl Words {
    /// What somebody would pay, in one sentence.
    pub fn charge_result(self, found: &Assessment) -> String {
        match (found.full_cost, found.contribution_pence) {
            (true, Some(pence)) => self.charge_pays_all_known(money_in_words(pence)),
            (_, None) => self.charge_pays_all().to_owned(),
            (false, Some(0)) => self.charge_pays_nothing().to_owned(),
            (false, Some(pence)) => self.charge_pays(money_in_words(pence)),
        }
    }

    /// What of somebody's costs counts, in one sentence.
    pub fn charge_counts(self, found: &Expenses) -> String {
        self.charge_claims(money_in_words(found.counted_pence))
    }

    pub fn charge_by(self, rules: &[String]) -> String {
        self.charge_rules(rules.join(", "))
    }

    pub fn charge_part(self, part: Part) -> &'static str {
        match part {
            Part::Capital => self.charge_part_capital(),
            Part::Income => self.charge_part_income(),
            Part::Allowance => self.charge_part_allowance(),
            Part::Outgoings => self.charge_part_outgoings(),
            Part::Expenses => self.charge_part_expenses(),
            Part::Result => self.charge_part_result(),
        }
    }

    /// Which rules and figures made a line, and the pages that they were taken from.
    pub fn charge_sources(self, line: &Line) -> Vec<String> {
        let of_figure = |used: &Used| {
            let (source, doubt) = self.confirmed(&used.source);
            self.charge_source(figure(used), used.pack.as_str(), source) + &doubt
        };
        let rule = line.rule.iter().map(|rule| {
            let (source, doubt) = self.confirmed(&rule.source);
            self.charge_source_rule(rule.pack.as_str(), source) + &doubt
        });
        line.figures.iter().map(of_figure).chain(rule).collect()
    }

    /// A source, and what is said where nobody at the council has looked it up yet.
    fn confirmed(self, source: &str) -> (&str, String) {
        let known = source.strip_prefix(UNCHECKED).map(str::trim);
        let doubt = known.map(|_| format!(". {}", self.charge_source_unchecked())).unwrap_or_default();
        (known.unwrap_or(source), doubt)
    }

    /// The sentence of a line. Sums are said without their sign: the words say what is added and what is taken off.
    pub fn charge_line(self, line: &Line) -> String {
        let amount = money_in_words(line.pence.saturating_abs());
        let given = money_in_words(line.given.unwrap_or_default().saturating_abs());
        let about = about(self, line);
        let figure = |number: usize| line.figures.get(number).map(figure).unwrap_or_default();
        match line.code {
            Code::CapitalOwn => self.charge_capital_own(amount),
            Code::CapitalJoint => self.charge_capital_joint(amount, given),
            Code::CapitalStated => self.charge_capital_stated(amount),
            Code::CapitalProperty => self.charge_capital_property(amount, figure(0), given),
            Code::CapitalHome => self.charge_capital_home(amount, figure(0), given),
            Code::CapitalHomeLivedIn => self.charge_capital_home_lived_in().to_owned(),
            Code::CapitalHomeProtected => self.charge_capital_home_protected().to_owned(),
            Code::CapitalHomeTwelveWeeks => self.charge_capital_home_twelve_weeks(figure(0)),
            Code::CapitalNotGiven => self.charge_capital_not_given().to_owned(),
            Code::TariffNone => self.charge_tariff_none(figure(0), given),
            Code::TariffIncome => self.charge_tariff_income(amount, figure(0), figure(1), figure(2), given),
            Code::IncomeFull => self.charge_income_full(about, amount),
            Code::IncomeNone => self.charge_income_none(about, given),
            Code::IncomePart => self.charge_income_part(about, amount, figure(0), given),
            Code::IncomeNight => self.charge_income_night(about, amount, given),
            Code::IncomeHalved => self.charge_income_halved(about, amount, given),
            Code::IncomeNotGiven => self.charge_income_not_given().to_owned(),
            Code::MigSingleYoung => self.charge_mig_single_young(amount),
            Code::MigSingle => self.charge_mig_single(amount),
            Code::MigSinglePension => self.charge_mig_single_pension(amount),
            Code::MigLoneParent => self.charge_mig_lone_parent(amount),
            Code::MigCouple => self.charge_mig_couple(amount),
            Code::MigCouplePension => self.charge_mig_couple_pension(amount),
            Code::MigChildren => self.charge_mig_children(amount, figure(0), number(line)),
            Code::PremiumDisability => self.charge_premium_disability(amount),
            Code::PremiumEnhancedDisability => self.charge_premium_enhanced_disability(amount),
            Code::PremiumCarer => self.charge_premium_carer(amount),
            Code::PersonalExpensesAllowance => self.charge_personal_expenses_allowance(amount),
            Code::AgeNotGiven => self.charge_age_not_given().to_owned(),
            Code::Housing => self.charge_housing(about, amount),
            Code::HousingShared => self.charge_housing_shared(amount, number(line)),
            Code::HousingNotGiven => self.charge_housing_not_given().to_owned(),
            Code::HousingNotInCareHome => self.charge_housing_not_in_care_home(given),
            Code::Commitment => self.charge_commitment(about, amount),
            Code::Expense => self.charge_expense(about, amount),
            Code::ExpensesStated => self.charge_expenses_stated(amount),
            Code::ExpensePaidByOthers => self.charge_expense_paid_by_others(about, amount),
            Code::ExpenseWeeks => self.charge_expense_weeks(about, amount, figure(0), figure(1)),
            Code::ExpenseAverage => self.charge_expense_average(about, amount, figure(0)),
            Code::ExpenseShared => self.charge_expense_shared(about, amount, number(line)),
            Code::ExpenseCap => self.charge_expense_cap(about, amount, figure(0)),
            Code::ExpensesAtMostBenefit => self.charge_expenses_at_most_benefit(amount, given),
            Code::ExpensesNotGiven => self.charge_expenses_not_given().to_owned(),
            Code::ExpensesNotInCareHome => self.charge_expenses_not_in_care_home().to_owned(),
            Code::HomeKindNotGiven => self.charge_home_kind_not_given().to_owned(),
            Code::NotBelowNothing => self.charge_not_below_nothing().to_owned(),
            Code::NotMoreThanCare => self.charge_not_more_than_care(given),
            Code::FullCostChosen => self.charge_full_cost_chosen().to_owned(),
            Code::FullCostCapital => self.charge_full_cost_capital(figure(0), given),
            Code::SettingNotSure => self.charge_setting_not_sure().to_owned(),
            Code::RulesOld => self.charge_rules_old().to_owned(),
        }
    }
}

fn figure(used: &Used) -> String {
    if used.is_money { money_in_words(used.value) } else { used.value.to_string() }
}

fn number(line: &Line) -> String {
    line.given.unwrap_or_default().to_string()
}

/// The name of what a line is about. What a council has added to its rules is called by its own name.
fn about(say: Words, line: &Line) -> String {
    let Some(about) = line.about.as_deref() else { return String::new() };
    let kind = match line.part {
        Part::Income => "income",
        Part::Expenses => "expenses",
        _ if line.code == Code::Commitment => "commitment",
        _ => "housing",
    };
    let name = match (kind, about) {
        ("income", "state_pension") => say.charge_income_of_state_pension(),
        ("income", "guarantee_credit") => say.charge_income_of_guarantee_credit(),
        ("income", "savings_credit") => say.charge_income_of_savings_credit(),
        ("income", "attendance_allowance") => say.charge_income_of_attendance_allowance(),
        ("income", "pip_living") => say.charge_income_of_pip_living(),
        ("income", "pip_mobility") => say.charge_income_of_pip_mobility(),
        ("income", "dla_care") => say.charge_income_of_dla_care(),
        ("income", "dla_mobility") => say.charge_income_of_dla_mobility(),
        ("income", "universal_credit") => say.charge_income_of_universal_credit(),
        ("income", "esa") => say.charge_income_of_esa(),
        ("income", "jsa") => say.charge_income_of_jsa(),
        ("income", "income_support") => say.charge_income_of_income_support(),
        ("income", "carers_allowance") => say.charge_income_of_carers_allowance(),
        ("income", "industrial_injuries") => say.charge_income_of_industrial_injuries(),
        ("income", "war_pension") => say.charge_income_of_war_pension(),
        ("income", "war_widows_pension") => say.charge_income_of_war_widows_pension(),
        ("income", "armed_forces_payment") => say.charge_income_of_armed_forces_payment(),
        ("income", "housing_benefit") => say.charge_income_of_housing_benefit(),
        ("income", "council_tax_support") => say.charge_income_of_council_tax_support(),
        ("income", "child_benefit") => say.charge_income_of_child_benefit(),
        ("income", "other_benefit") => say.charge_income_of_other_benefit(),
        ("income", "private_pension") => say.charge_income_of_private_pension(),
        ("income", "earnings") => say.charge_income_of_earnings(),
        ("income", "rent") => say.charge_income_of_rent(),
        ("income", "annuity") => say.charge_income_of_annuity(),
        ("income", "maintenance") => say.charge_income_of_maintenance(),
        ("income", "trust") => say.charge_income_of_trust(),
        ("income", "charity") => say.charge_income_of_charity(),
        ("income", "other") => say.charge_income_of_other(),
        ("housing", "rent") => say.charge_housing_of_rent(),
        ("housing", "mortgage") => say.charge_housing_of_mortgage(),
        ("housing", "ground_rent") => say.charge_housing_of_ground_rent(),
        ("housing", "service_charge") => say.charge_housing_of_service_charge(),
        ("housing", "council_tax") => say.charge_housing_of_council_tax(),
        ("housing", "insurance") => say.charge_housing_of_insurance(),
        ("housing", "other") => say.charge_housing_of_other(),
        ("commitment", "court_orders") => say.charge_commitment_of_court_orders(),
        ("commitment", "child_maintenance") => say.charge_commitment_of_child_maintenance(),
        ("commitment", "other_commitments") => say.charge_commitment_of_other_commitments(),
        ("expenses", "alarm") => say.charge_expenses_of_alarm(),
        ("expenses", "heating") => say.charge_expenses_of_heating(),
        ("expenses", "cleaning") => say.charge_expenses_of_cleaning(),
        ("expenses", "gardening") => say.charge_expenses_of_gardening(),
        ("expenses", "laundry") => say.charge_expenses_of_laundry(),
        ("expenses", "diet") => say.charge_expenses_of_diet(),
        ("expenses", "clothing") => say.charge_expenses_of_clothing(),
        ("expenses", "equipment") => say.charge_expenses_of_equipment(),
        ("expenses", "private-care") => say.charge_expenses_of_private_care(),
        ("expenses", "transport") => say.charge_expenses_of_transport(),
        ("expenses", "continence") => say.charge_expenses_of_continence(),
        ("expenses", "internet") => say.charge_expenses_of_internet(),
        ("expenses", "other") => say.charge_expenses_of_other(),
        _ => about,
    };
    name.to_owned()
}
