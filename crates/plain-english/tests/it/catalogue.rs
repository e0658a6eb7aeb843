use crate::support::{checked, error, places};
use plain_english::Rule;

#[test]
fn every_variant_term_and_attribute_of_a_message_is_checked() {
    let messages = "-verb = utilise
days = { $count ->
    [one] One day to { -verb } it.
   *[other] { $count } days are left.
}
    .title = We utilise it
";
    let checked = checked(&vec![("crates/i18n/en-GB/w.ftl", messages.into())]);
    assert_eq!(
        places(&checked.findings, Rule::Avoid),
        ["crates/i18n/en-GB/w.ftl: days", "crates/i18n/en-GB/w.ftl: days.title"]
    );
    assert_eq!(checked.total.texts, 3);
}

#[test]
fn references_in_a_message_are_resolved() {
    let messages = r#"-verb = { -verb } utilising
all = { "utilise" } { NUMBER($count) } { other.hint } { missing } { { -verb } }
other = Use
    .hint = We utilised
"#;
    let found = checked(&vec![("crates/i18n/en-GB/w.ftl", messages.into())]).findings;
    let of_all = found.iter().filter(|found| found.key == "all" && found.rule == Rule::Avoid);
    let wrong: Vec<&str> = of_all.map(|found| found.wrong.as_str()).collect();
    assert_eq!(wrong, ["\"utilise\"", "\"utilised\"", "\"utilising\""]);
}

#[test]
fn an_invalid_catalogue_stops_the_check() {
    let error = error(&vec![("crates/i18n/en-GB/w.ftl", "good = Yes\ngreeting = { $name\n".into())]);
    assert!(error.starts_with("crates/i18n/en-GB/w.ftl:") && error.contains("can't be read"), "{error}");
}
