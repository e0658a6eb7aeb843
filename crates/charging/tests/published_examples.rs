//! Examples published by councils and advisers, reproduced to the penny by the packs in `forms/rules/`.
//!
//! Where a council has rules of its own, they are laid over the national ones as a pack in the test. `mine` in a case
//! marks an amount that the page leaves out and the result doesn't depend on.

#![expect(clippy::expect_used, clippy::panic, reason = "test data must exist")]

use charging::{
    Assessment, ChargeInputs, ChargeLine, Expense, FactValue, Facts, LineCode, Pack, Rules, assess, expenses,
    line::ChargePart, pack_errors,
};
use jiff::civil::{Date, date};
use std::{collections::BTreeSet, fs, path::Path};

const YEAR_2023: Date = date(2023, 10, 1);
const YEAR_2024: Date = date(2024, 10, 1);
const YEAR_2025: Date = date(2025, 10, 1);

fn packs() -> Vec<Pack> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms/rules/england");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the rules").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).expect("a file of text");
        toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    files.iter().map(read).collect()
}

/// The national packs with a council's own rules, as published on its page.
fn with(council: &str) -> Vec<Pack> {
    let text = format!("name = \"council\"\nlocal = true\nfrom = \"2010-01-01\"\n{council}");
    let council: Pack = toml::from_str(&text).expect("a council's pack");
    packs().into_iter().filter(|pack| !pack.local).chain([council]).collect()
}

/// `£` for amounts, `#` for numbers, anything else is text: `("capital_own", "£15250")`.
fn given(facts: &[(&str, &str)]) -> ChargeInputs {
    let read = |text: &str| match text.strip_prefix('#') {
        Some(number) => FactValue::Number(number.parse().expect("a number")),
        None if text.starts_with('£') => FactValue::Pence(values::money(text).expect("a sum")),
        None => match text.parse() {
            Ok(day) => FactValue::Date(day),
            Err(_) => FactValue::Words(vec![text.into()]),
        },
    };
    let facts = facts.iter().map(|(name, text)| ((*name).to_owned(), read(text))).collect();
    ChargeInputs { facts: Facts(facts), ..ChargeInputs::default() }
}

fn claim(category: &str, cost: i64) -> Expense {
    Expense { category: category.into(), cost, ..Expense::default() }
}

fn worked_out(packs: &[Pack], given: &ChargeInputs, day: Date) -> Assessment {
    let result = assess(&Rules::on(packs, day).expect("rules on that day"), given, day);
    let capital: i64 = result.lines.iter().filter(|line| line.part == ChargePart::Capital).map(|line| line.pence).sum();
    assert_eq!(capital, result.capital_pence, "the capital lines add up");
    assert_eq!(Some(result.weekly()), result.contribution_pence.or(Some(0)), "the weekly lines add up");
    let unfounded: Vec<&ChargeLine> = result.lines.iter().filter(|line| !is_founded(line)).collect();
    assert!(unfounded.is_empty(), "lines without a rule or figure: {unfounded:?}");
    result
}

/// Whether a line that adds or deducts something names the rule or figure behind it.
fn is_founded(line: &ChargeLine) -> bool {
    line.pence == 0 || line.rule.is_some() || !line.figures.is_empty()
}

fn pays(council: &str, given: &ChargeInputs, day: Date) -> Option<i64> {
    worked_out(&with(council), given, day).contribution_pence
}

#[test]
fn the_packs_have_no_errors() {
    assert_eq!(pack_errors(&packs()), []);
}

#[test]
fn each_code_is_documented() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/charging.md")).expect("the document");
    let documented: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    for code in LineCode::ALL {
        assert!(documented.contains(code.name()), "{}", code.name());
    }
}

#[test]
fn unchecked_figures_are_documented() {
    let text =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/charging.md")).expect("the document");
    let (_, list) = text.split_once("## To be confirmed by the council").expect("the list");
    for pack in packs() {
        for at in charging::check::unchecked(&pack) {
            assert!(list.contains(&format!("`{at}`")), "{at} of {}", pack.name);
        }
    }
}

/// Kingston: "if you have capital of £4,000 above the lower capital limit of £14,250, we'll take into account £16 a week".
/// <https://kingston.gov.uk/paying-social-care/support-pay-care-home/2>
/// Lambeth: capital of £15,250 is £4 a week.
/// <https://www.lambeth.gov.uk/adult-social-care-and-health/paying-for-help-at-home>
/// Care Aware: £23,250 is £36 a week, £18,450 is £17.
/// <https://www.careawareias.co.uk/post/ask-our-advisers-what-is-tariff-income>
/// Knowsley: £17,050.91 is £12 a week.
/// <https://knowsley.gov.uk/adult-social-care/paying-adult-social-care/examples-financial-assessments-care-provided-residential>
#[test]
fn tariff_income() {
    for (capital, tariff) in [("£18250", 1600), ("£15250", 400), ("£23250", 3600), ("£18450", 1700), ("£17050.91", 1200)]
    {
        let result = worked_out(&packs(), &given(&[("capital_own", capital)]), YEAR_2024);
        assert_eq!((result.tariff_pence, result.full_cost), (tariff, false), "{capital}");
    }
}

/// Radio Times Money: a couple with £50,000 in a joint account own £25,000 each and get no help; with £46,500 each has
/// £23,250, and the one in the care home gets help.
/// <https://radiotimesmoney.com/news/managing-the-cost-of-care-2>
#[test]
fn a_couple_with_a_joint_account() {
    for (balance, counted, full_cost) in [("£50000", 2_500_000, true), ("£46500", 2_325_000, false)] {
        let couple = [("setting", "permanent"), ("partner", "married"), ("capital_joint", balance)];
        let result = worked_out(&packs(), &given(&couple), YEAR_2024);
        assert_eq!((result.capital_pence, result.full_cost), (counted, full_cost), "{balance}");
    }
}

/// "Maximum assessed weekly charge", appendix 1, example 1: a woman of 85 who lives with her partner; joint savings £9,500;
/// guarantee £148.47; disability and housing expenses £25. £63.63 in 2016/17, £68.73 in 2017/18.
/// <https://paperzz.com/doc/8682845/maximum-assessed-weekly-charge>
#[test]
fn a_woman_of_85_with_her_partner_and_joint_savings() {
    let council = "[sources]\npage = \"appendix 1\"\n\
        [figures]\nmig_couple_pension = { amount = \"148.47\", source = \"page\" }\n";
    for (state, private, allowance, pays_pence) in
        [("£122.00", "£60.00", "£55.10", 6363), ("£125.05", "£61.50", "£55.65", 6873)]
    {
        let woman = given(&[
            ("partner", "living-together"),
            ("pension_age", "yes"),
            ("capital_joint", "£9500"),
            ("income_state_pension", state),
            ("income_private_pension", private),
            ("income_attendance_allowance", allowance),
            ("dre", "£25"),
        ]);
        assert_eq!(pays(council, &woman, YEAR_2024), Some(pays_pence), "{state}");
    }
}

/// Lambeth, Jane Bloggs: 71, a care home, savings £15,250, pensions £130, benefits £40, allowance £30.15: £143.85.
/// <https://www.lambeth.gov.uk/adult-social-care-and-health/adults-and-older-people/paying-care/paying-care-care-home/example-how-your-contribution-calculated>
#[test]
fn jane_in_a_care_home() {
    let jane = given(&[
        ("setting", "permanent"),
        ("capital_own", "£15250"),
        ("income_private_pension", "£130"),
        ("income_other_benefit", "£40"),
    ]);
    assert_eq!(pays("", &jane, YEAR_2024), Some(14_385));
}

/// Leeds, Michael: a care home at £694, savings under £14,250, state pension £209.67, private pension £25.81: £205.33.
/// <https://leeds.gov.uk/adult-social-care/how-to-get-adult-social-care-and-support/help-to-pay-for-care/help-paying-for-care-homes/examples-how-much-people-pay-for-care-homes>
#[test]
fn michael_in_a_care_home() {
    let michael = given(&[
        ("setting", "permanent"),
        ("capital_own", "£14000"), // mine: "less than £14,250"
        ("cost_of_care", "£694"),
        ("income_state_pension", "£209.67"),
        ("income_private_pension", "£25.81"),
    ]);
    assert_eq!(pays("", &michael, YEAR_2024), Some(20_533));
}

/// Knowsley, client C: 90, a care home at £685.37, savings £17,050.91, State Pension £227.55, Savings Credit £7.25 of which
/// £6.95 doesn't count, allowance £30.15: £209.70.
/// <https://knowsley.gov.uk/adult-social-care/paying-adult-social-care/examples-financial-assessments-care-provided-residential>
#[test]
fn client_c_in_a_care_home() {
    let client = given(&[
        ("setting", "permanent"),
        ("pension_age", "yes"),
        ("capital_own", "£17050.91"),
        ("cost_of_care", "£685.37"),
        ("income_state_pension", "£227.55"),
        ("income_savings_credit", "£7.25"),
    ]);
    assert_eq!(pays("", &client, YEAR_2024), Some(20_970));
}

/// Knowsley, client A: 22, Universal Credit £167.96, PIP enhanced £108.55 and mobility £75.75, no care at night (£35.90),
/// laundry £6.42 and clothing £6.18, guarantee £160.30: £67.71.
/// <https://knowsley.gov.uk/adult-social-care/paying-adult-social-care/examples-financial-assessments-care-provided-your-home>
#[test]
fn client_a_at_home() {
    let council = "[sources]\npage = \"example 1\"\n[income.pip_living]\ncare_home = \"full\"\ndisability = true\n\
        home = { without-night-care = \"disability_benefit_lower\" }\nsource = \"page\"\n";
    let mut client = given(&[
        ("date_of_birth", "2002-06-01"),
        ("cost_of_care", "£391.95"),
        ("night_care", "no"),
        ("income_universal_credit", "£167.96"),
        ("income_pip_living", "£108.55"),
        ("pip_living_rate", "enhanced"),
        ("income_pip_mobility", "£75.75"),
    ]);
    client.expenses = vec![claim("laundry", 642), claim("clothing", 618)];
    let result = worked_out(&with(council), &client, YEAR_2024);
    assert_eq!((result.contribution_pence, result.allowance_pence), (Some(6771), 16_030));
}

/// Devon, Peter (2023/24): 37, ESA £225.45, PIP enhanced £101.75 and mobility £26.90, rent £10, council tax £6, insurance
/// £1.27, cleaner £20, phone £2.31, broadband £5.77, guarantee £171.75: £110.10.
/// <https://www.devon.gov.uk/adult-social-care/factsheet/financial-assessment-for-community-services/examples-of-common-financial-assessments/>
#[test]
fn peter_at_home() {
    let mut peter = given(&[
        ("date_of_birth", "1986-06-01"),
        ("cost_of_care", "£454"),
        ("capital_own", "£0"),
        ("income_esa", "£225.45"),
        ("income_pip_living", "£101.75"),
        ("pip_living_rate", "enhanced"),
        ("income_pip_mobility", "£26.90"),
        ("housing_rent", "£10"),
        ("housing_council_tax", "£6"),
        ("housing_insurance", "£1.27"),
    ]);
    peter.expenses = vec![claim("cleaning", 2000), claim("other", 231), claim("internet", 577)];
    let result = worked_out(&with(""), &peter, YEAR_2023);
    assert_eq!((result.contribution_pence, result.allowance_pence), (Some(11_010), 17_175));
    assert_eq!((result.outgoings_pence, result.expenses_pence), (1727, 2808));
    // Northmere's own rules give the same.
    assert_eq!(worked_out(&packs(), &peter, YEAR_2023).contribution_pence, Some(11_010));
}

/// Kingston, Joan (2023/24): 85, State Pension £203.85, Attendance Allowance £101.75, household bills £100, disability
/// costs £5, guarantee £214.35: nothing.
/// <https://kingston.gov.uk/paying-social-care/support-pay-care-home/3>
#[test]
fn joan_at_home() {
    let joan = given(&[
        ("date_of_birth", "1938-06-01"),
        ("cost_of_care", "£180.10"),
        ("income_state_pension", "£203.85"),
        ("income_attendance_allowance", "£101.75"),
        ("housing_other", "£100"),
        ("dre", "£5"),
    ]);
    let result = worked_out(&with(""), &joan, YEAR_2023);
    assert_eq!((result.contribution_pence, result.income_pence), (Some(0), 30_560));
    assert_eq!(result.allowance_pence + result.outgoings_pence + result.expenses_pence, 31_935);
}

/// Leeds, Mary (2024/25): 85, State Pension £169.50, Pension Credit £48.65, Telecare £9.30, guarantee £228.70: nothing.
/// <https://leeds.gov.uk/adult-social-care/how-to-get-adult-social-care-and-support/help-to-pay-for-care/help-paying-for-care-and-support/examples-how-much-people-pay-for-care-and-support>
#[test]
fn mary_at_home() {
    let mut mary = given(&[
        ("date_of_birth", "1939-06-01"),
        ("cost_of_care", "£287.50"),
        ("income_state_pension", "£169.50"),
        ("income_guarantee_credit", "£48.65"),
    ]);
    mary.expenses = vec![claim("alarm", 930)];
    let result = worked_out(&with(""), &mary, YEAR_2024);
    assert_eq!((result.contribution_pence, result.income_pence), (Some(0), 21_815));
    assert_eq!(result.allowance_pence + result.expenses_pence, 23_800);
}

/// Kingston, Jenny (2025/26): 42, Universal Credit £186.84, PIP £110.40 and mobility £77.05, disability costs £16.75,
/// Kingston's own guarantee of £342.60: nothing.
/// <https://www.kingston.gov.uk/care-support-for-adults/paying-for-social-care/paying-care-home-or-community/examples>
#[test]
fn jenny_at_home() {
    let council = "[sources]\npage = \"Jenny\"\n[figures]\nmig_single_25 = { amount = \"342.60\", source = \"page\" }\n";
    let jenny = given(&[
        ("date_of_birth", "1983-06-01"),
        ("cost_of_care", "£206"),
        ("income_universal_credit", "£186.84"),
        ("income_pip_living", "£110.40"),
        ("income_pip_mobility", "£77.05"),
        ("premium_disability", "no"), // the guarantee is "for her circumstances"
        ("dre", "£16.75"),
    ]);
    let result = worked_out(&with(council), &jenny, YEAR_2025);
    let kept = result.allowance_pence + result.expenses_pence + 7705;
    assert_eq!((result.contribution_pence, kept), (Some(0), 43_640));
}

/// Norfolk: "if you spend £10 per week on energy and the household average for your income level is £8 per week, we will
/// allow £2 per week". <https://norfolk.gov.uk/article/41877/Types-of-expenses-that-are-included>
#[test]
fn heating_costs_above_the_average() {
    let council = "[sources]\npage = \"energy\"\n[figures]\n\
        heating_single_flat = { amount = \"416.00\", source = \"page\" }\n\
        [expenses.heating]\nabove_average = \"heating\"\nsource = \"page\"\n";
    let claimed = ChargeInputs { expenses: vec![claim("heating", 1000)], ..given(&[("home_kind", "flat")]) };
    let packs = with(council);
    let result = expenses(&Rules::on(&packs, YEAR_2024).expect("rules"), &claimed, YEAR_2024);
    assert_eq!((result.counted_pence, result.items), (200, vec![200]));
}

/// Norfolk: "if your disability benefit is £92.40 per week but we include £61.85, your DRE amount cannot be higher than
/// £61.85". <https://norfolk.gov.uk/article/41871/Guide-to-disability-related-expenses>
#[test]
fn expenses_up_to_the_benefit_that_was_counted() {
    let mut packs = packs();
    let lower: Pack = toml::from_str(
        "name = \"2022\"\nlocal = true\nfrom = \"2010-01-01\"\n[sources]\npage = \"question 1\"\n\
        [figures]\ndisability_benefit_lower = { amount = \"61.85\", source = \"page\" }\n",
    )
    .expect("a figure");
    let northmere = packs.iter_mut().find(|pack| pack.local).expect("Northmere");
    northmere.sources.extend(lower.sources);
    northmere.figures.extend(lower.figures);
    let mut claimed = given(&[("income_attendance_allowance", "£92.40"), ("night_care", "no")]);
    claimed.expenses = vec![claim("cleaning", 8000)]; // mine: anything above
    let result = expenses(&Rules::on(&packs, YEAR_2024).expect("rules"), &claimed, YEAR_2024);
    assert_eq!((result.counted_pence, result.benefit_pence), (6185, 6185));
}

/// Reading: privately arranged care up to £1,426 a year, on average £27.42 a week.
/// <https://www.reading.gov.uk/adult-care/carecharges/care-and-support-charging-and-financial-assessment-framework-policies/appendix-c-disability-related-expenditure-guide/>
#[test]
fn private_care_up_to_its_cap() {
    let mut claimed = given(&[("income_attendance_allowance", "£72.65")]);
    claimed.expenses = vec![claim("private-care", 2000), claim("private-care", 2000)];
    let packs = packs();
    let result = expenses(&Rules::on(&packs, YEAR_2024).expect("rules"), &claimed, YEAR_2024);
    assert_eq!((result.counted_pence, result.items), (2742, vec![2000, 742]));
}
