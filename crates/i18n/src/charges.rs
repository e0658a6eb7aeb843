//! The texts of a charge: a sentence for each line, and the result.

use crate::{Messages, args};
use charging::{Assessment, ChargeLine, ChargePart, Expenses, LineCode, UsedFigure, check::UNCHECKED};
use values::format_money;

impl Messages {
    /// What the person would pay, in one sentence.
    pub fn charge_result(self, found: &Assessment) -> String {
        match (found.full_cost, found.contribution_pence) {
            (true, Some(pence)) => self.charge_pays_all_known(format_money(pence)),
            (_, None) => self.charge_pays_all().to_owned(),
            (false, Some(0)) => self.charge_pays_nothing().to_owned(),
            (false, Some(pence)) => self.charge_pays(format_money(pence)),
        }
    }

    /// How much of the person's expenses counts, in one sentence.
    pub fn charge_counts(self, found: &Expenses) -> String {
        self.charge_claims(format_money(found.counted_pence))
    }

    /// The rule packs that an estimate was made with.
    pub fn charge_by(self, rules: &[String]) -> String {
        self.charge_rules(rules.join(", "))
    }

    /// The heading of a part of an estimate.
    pub fn charge_part(self, part: ChargePart) -> &'static str {
        match part {
            ChargePart::Capital => self.charge_part_capital(),
            ChargePart::Income => self.charge_part_income(),
            ChargePart::Allowance => self.charge_part_allowance(),
            ChargePart::Outgoings => self.charge_part_outgoings(),
            ChargePart::Expenses => self.charge_part_expenses(),
            ChargePart::Result => self.charge_part_result(),
        }
    }

    /// The rules and figures behind a line, with the pages they come from.
    pub fn charge_sources(self, line: &ChargeLine) -> Vec<String> {
        let of_figure = |used: &UsedFigure| {
            let (source, uncertainty) = self.confirmed(&used.source);
            self.charge_source(args::ChargeSource { figure: &figure(used), rule: &used.pack, source }) + &uncertainty
        };
        let rule = line.rule.iter().map(|rule| {
            let (source, uncertainty) = self.confirmed(&rule.source);
            self.charge_source_rule(args::ChargeSourceRule { rule: &rule.pack, source }) + &uncertainty
        });
        line.figures.iter().map(of_figure).chain(rule).collect()
    }

    /// A source, and a note if nobody at the council has checked it yet.
    fn confirmed(self, source: &str) -> (&str, String) {
        let known = source.strip_prefix(UNCHECKED).map(str::trim);
        let uncertainty = known.map(|_| format!(". {}", self.charge_source_unchecked())).unwrap_or_default();
        (known.unwrap_or(source), uncertainty)
    }

    /// The sentence for a line. Amounts have no sign: the sentence says whether they are added or taken off.
    pub fn charge_line(self, line: &ChargeLine) -> String {
        let amount = &*format_money(line.pence.saturating_abs());
        let given = &*format_money(line.given.unwrap_or_default().saturating_abs());
        let number = &*line.given.unwrap_or_default().to_string();
        let about = &*about(self, line);
        let [figure1, figure2, figure3] = &[0, 1, 2].map(|at| line.figures.get(at).map(figure).unwrap_or_default());
        match line.code {
            LineCode::CapitalOwn => self.charge_capital_own(amount),
            LineCode::CapitalJoint => self.charge_capital_joint(args::ChargeCapitalJoint { amount, given }),
            LineCode::CapitalStated => self.charge_capital_stated(amount),
            LineCode::CapitalProperty => {
                self.charge_capital_property(args::ChargeCapitalProperty { amount, figure1, given })
            }
            LineCode::CapitalHome => self.charge_capital_home(args::ChargeCapitalHome { amount, figure1, given }),
            LineCode::CapitalHomeLivedIn => self.charge_capital_home_lived_in().to_owned(),
            LineCode::CapitalHomeProtected => self.charge_capital_home_protected().to_owned(),
            LineCode::CapitalHomeTwelveWeeks => self.charge_capital_home_twelve_weeks(figure1.as_str()),
            LineCode::CapitalNotGiven => self.charge_capital_not_given().to_owned(),
            LineCode::TariffNone => self.charge_tariff_none(args::ChargeTariffNone { figure1, given }),
            LineCode::TariffIncome => {
                self.charge_tariff_income(args::ChargeTariffIncome { amount, figure1, figure2, figure3, given })
            }
            LineCode::IncomeFull => self.charge_income_full(args::ChargeIncomeFull { about, amount }),
            LineCode::IncomeNone => self.charge_income_none(args::ChargeIncomeNone { about, given }),
            LineCode::IncomePart => self.charge_income_part(args::ChargeIncomePart { about, amount, figure1, given }),
            LineCode::IncomeNight => self.charge_income_night(args::ChargeIncomeNight { about, amount, given }),
            LineCode::IncomeHalved => self.charge_income_halved(args::ChargeIncomeHalved { about, amount, given }),
            LineCode::IncomeNotGiven => self.charge_income_not_given().to_owned(),
            LineCode::MigSingleYoung => self.charge_mig_single_young(amount),
            LineCode::MigSingle => self.charge_mig_single(amount),
            LineCode::MigSinglePension => self.charge_mig_single_pension(amount),
            LineCode::MigLoneParent => self.charge_mig_lone_parent(amount),
            LineCode::MigCouple => self.charge_mig_couple(amount),
            LineCode::MigCouplePension => self.charge_mig_couple_pension(amount),
            LineCode::MigChildren => self.charge_mig_children(args::ChargeMigChildren { amount, figure1, given: number }),
            LineCode::PremiumDisability => self.charge_premium_disability(amount),
            LineCode::PremiumEnhancedDisability => self.charge_premium_enhanced_disability(amount),
            LineCode::PremiumCarer => self.charge_premium_carer(amount),
            LineCode::PersonalExpensesAllowance => self.charge_personal_expenses_allowance(amount),
            LineCode::AgeNotGiven => self.charge_age_not_given().to_owned(),
            LineCode::Housing => self.charge_housing(args::ChargeHousing { about, amount }),
            LineCode::HousingShared => self.charge_housing_shared(args::ChargeHousingShared { amount, given: number }),
            LineCode::HousingNotGiven => self.charge_housing_not_given().to_owned(),
            LineCode::HousingNotInCareHome => self.charge_housing_not_in_care_home(given),
            LineCode::Commitment => self.charge_commitment(args::ChargeCommitment { about, amount }),
            LineCode::Expense => self.charge_expense(args::ChargeExpense { about, amount }),
            LineCode::ExpensesStated => self.charge_expenses_stated(amount),
            LineCode::ExpensePaidByOthers => {
                self.charge_expense_paid_by_others(args::ChargeExpensePaidByOthers { about, amount })
            }
            LineCode::ExpenseWeeks => {
                self.charge_expense_weeks(args::ChargeExpenseWeeks { about, amount, figure1, figure2 })
            }
            LineCode::ExpenseAverage => self.charge_expense_average(args::ChargeExpenseAverage { about, amount, figure1 }),
            LineCode::ExpenseShared => {
                self.charge_expense_shared(args::ChargeExpenseShared { about, amount, given: number })
            }
            LineCode::ExpenseCap => self.charge_expense_cap(args::ChargeExpenseCap { about, amount, figure1 }),
            LineCode::ExpensesAtMostBenefit => {
                self.charge_expenses_at_most_benefit(args::ChargeExpensesAtMostBenefit { amount, given })
            }
            LineCode::ExpensesNotGiven => self.charge_expenses_not_given().to_owned(),
            LineCode::ExpensesNotInCareHome => self.charge_expenses_not_in_care_home().to_owned(),
            LineCode::HomeKindNotGiven => self.charge_home_kind_not_given().to_owned(),
            LineCode::NotBelowNothing => self.charge_not_below_nothing().to_owned(),
            LineCode::NotMoreThanCare => self.charge_not_more_than_care(given),
            LineCode::FullCostChosen => self.charge_full_cost_chosen().to_owned(),
            LineCode::FullCostCapital => self.charge_full_cost_capital(args::ChargeFullCostCapital { figure1, given }),
            LineCode::SettingNotSure => self.charge_setting_not_sure().to_owned(),
            LineCode::RulesOld => self.charge_rules_old().to_owned(),
        }
    }
}

fn figure(used: &UsedFigure) -> String {
    if used.is_money { format_money(used.value) } else { used.value.to_string() }
}

/// The name of what a line is about. Items that a council has added to its rules keep their own name.
fn about(t: Messages, line: &ChargeLine) -> String {
    let Some(about) = line.about.as_deref() else { return String::new() };
    let kind = match line.part {
        ChargePart::Income => "income",
        ChargePart::Expenses => "expenses",
        _ if line.code == LineCode::Commitment => "commitment",
        _ => "housing",
    };
    let name = match (kind, about) {
        ("income", "state_pension") => t.charge_income_of_state_pension(),
        ("income", "guarantee_credit") => t.charge_income_of_guarantee_credit(),
        ("income", "savings_credit") => t.charge_income_of_savings_credit(),
        ("income", "attendance_allowance") => t.charge_income_of_attendance_allowance(),
        ("income", "pip_living") => t.charge_income_of_pip_living(),
        ("income", "pip_mobility") => t.charge_income_of_pip_mobility(),
        ("income", "dla_care") => t.charge_income_of_dla_care(),
        ("income", "dla_mobility") => t.charge_income_of_dla_mobility(),
        ("income", "universal_credit") => t.charge_income_of_universal_credit(),
        ("income", "esa") => t.charge_income_of_esa(),
        ("income", "jsa") => t.charge_income_of_jsa(),
        ("income", "income_support") => t.charge_income_of_income_support(),
        ("income", "carers_allowance") => t.charge_income_of_carers_allowance(),
        ("income", "industrial_injuries") => t.charge_income_of_industrial_injuries(),
        ("income", "war_pension") => t.charge_income_of_war_pension(),
        ("income", "war_widows_pension") => t.charge_income_of_war_widows_pension(),
        ("income", "armed_forces_payment") => t.charge_income_of_armed_forces_payment(),
        ("income", "housing_benefit") => t.charge_income_of_housing_benefit(),
        ("income", "council_tax_support") => t.charge_income_of_council_tax_support(),
        ("income", "child_benefit") => t.charge_income_of_child_benefit(),
        ("income", "other_benefit") => t.charge_income_of_other_benefit(),
        ("income", "private_pension") => t.charge_income_of_private_pension(),
        ("income", "earnings") => t.charge_income_of_earnings(),
        ("income", "rent") => t.charge_income_of_rent(),
        ("income", "annuity") => t.charge_income_of_annuity(),
        ("income", "maintenance") => t.charge_income_of_maintenance(),
        ("income", "trust") => t.charge_income_of_trust(),
        ("income", "charity") => t.charge_income_of_charity(),
        ("income", "other") => t.charge_income_of_other(),
        ("housing", "rent") => t.charge_housing_of_rent(),
        ("housing", "mortgage") => t.charge_housing_of_mortgage(),
        ("housing", "ground_rent") => t.charge_housing_of_ground_rent(),
        ("housing", "service_charge") => t.charge_housing_of_service_charge(),
        ("housing", "council_tax") => t.charge_housing_of_council_tax(),
        ("housing", "insurance") => t.charge_housing_of_insurance(),
        ("housing", "other") => t.charge_housing_of_other(),
        ("commitment", "court_orders") => t.charge_commitment_of_court_orders(),
        ("commitment", "child_maintenance") => t.charge_commitment_of_child_maintenance(),
        ("commitment", "other_commitments") => t.charge_commitment_of_other_commitments(),
        ("expenses", "alarm") => t.charge_expenses_of_alarm(),
        ("expenses", "heating") => t.charge_expenses_of_heating(),
        ("expenses", "cleaning") => t.charge_expenses_of_cleaning(),
        ("expenses", "gardening") => t.charge_expenses_of_gardening(),
        ("expenses", "laundry") => t.charge_expenses_of_laundry(),
        ("expenses", "diet") => t.charge_expenses_of_diet(),
        ("expenses", "clothing") => t.charge_expenses_of_clothing(),
        ("expenses", "equipment") => t.charge_expenses_of_equipment(),
        ("expenses", "private-care") => t.charge_expenses_of_private_care(),
        ("expenses", "transport") => t.charge_expenses_of_transport(),
        ("expenses", "continence") => t.charge_expenses_of_continence(),
        ("expenses", "internet") => t.charge_expenses_of_internet(),
        ("expenses", "other") => t.charge_expenses_of_other(),
        _ => about,
    };
    name.to_owned()
}
