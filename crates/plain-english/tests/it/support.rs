use plain_english::{Checked, Error, Finding, Lists, Rule, catalogue, check, forms};
use std::fs;
use tempfile::TempDir;

pub const FORM: &str = "key = \"f\"\nname = \"A form\"\ngroup = \"me\"\n";
pub const AVOIDED: &str = "We utilise your answers.";
pub const AVOID: &str = "[[avoid]]\nwords = [\"utilis*\"]\ninstead = \"say 'use'\"\n";
pub const FAMILIAR: &str = "familiar = []\n";
pub const ALLOWED: &str = "allowed = []\n";

/// The places where `both` puts its text.
pub const BOTH: [&str; 2] = ["forms/f.toml: home.intro", "crates/i18n/en-GB/w.ftl: greeting"];

pub type Files = Vec<(&'static str, String)>;

/// The same text in a form and in the catalogue.
pub fn both(text: &str) -> Files {
    let page = format!("slug = \"home\"\ntitle = \"Home\"\nintro = \"{text}\"\n");
    vec![
        ("forms/f.toml", format!("{FORM}[[sections]]\ntitle = \"You\"\n[[sections.pages]]\n{page}")),
        ("crates/i18n/en-GB/w.ftl", format!("greeting = {text}\n")),
    ]
}

pub fn root_with(files: &[(&str, String)]) -> TempDir {
    let root = TempDir::new().unwrap();
    for (name, text) in files {
        let path = root.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

pub fn lists(avoid: &str, familiar: &str, allowed: &str) -> Lists {
    Lists::parse(avoid, familiar, allowed).unwrap()
}

pub fn checked(files: &Files) -> Checked {
    try_checked(files, &lists(AVOID, FAMILIAR, ALLOWED)).unwrap()
}

pub fn checked_with(files: &Files, lists: &Lists) -> Checked {
    try_checked(files, lists).unwrap()
}

pub fn error(files: &Files) -> String {
    let error = try_checked(files, &lists(AVOID, FAMILIAR, ALLOWED)).err();
    error.expect("it is stopped").to_string()
}

fn try_checked(files: &Files, lists: &Lists) -> Result<Checked, Error> {
    let root = root_with(files);
    let mut parts = forms::parts(root.path(), "forms")?;
    parts.extend(catalogue::parts(root.path(), "crates/i18n/en-GB")?);
    Ok(check(&parts, lists))
}

pub fn places(findings: &[Finding], rule: Rule) -> Vec<String> {
    let of_rule = findings.iter().filter(|found| found.rule == rule);
    of_rule.map(|found| format!("{}: {}", found.file, found.key)).collect()
}
