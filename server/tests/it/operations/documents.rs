//! Checks that the documents about settings agree with the program.

use platform::config::Settings;
use std::path::Path;
use toml::{Table, Value};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// Every setting: section, name, default.
fn settings() -> Vec<(String, String, Value)> {
    let mut found = Vec::new();
    for (key, value) in Table::try_from(Settings::default()).unwrap() {
        match value {
            Value::Table(section) => found.extend(section.into_iter().map(|(name, value)| (key.clone(), name, value))),
            value => found.push((String::new(), key, value)),
        }
    }
    assert!(found.len() > 80, "{found:?}");
    found
}

// ASVS V2.1.3
#[test]
fn every_setting_is_documented_with_its_variable_and_default() {
    let text = read("docs/operations.md");
    for (section, name, default) in settings() {
        let place = if section.is_empty() { format!("`{name}`") } else { format!("`[{section}] {name}`") };
        let variable = if section.is_empty() {
            format!("`CARE_ONLINE_{}`", name.to_uppercase())
        } else {
            format!("`CARE_ONLINE_{}_{}`", section.to_uppercase(), name.to_uppercase())
        };
        // The three senders share a row.
        let is_sender = ["sms", "voice", "email"].contains(&name.as_str()) && section.is_empty();
        let row = text.lines().find(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            cells.get(1).is_some_and(|cell| *cell == place || is_sender && cell.contains(&place))
        });
        let row = row.unwrap_or_else(|| panic!("docs/operations.md has no row for {place}"));
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert!(is_sender || cells[2] == variable, "{row}: should say {variable}");
        if let Value::Integer(number) = default {
            assert!(cells[3].replace([' ', ','], "").starts_with(&number.to_string()), "{row}: the default is {number}");
        }
    }
}

#[test]
fn the_example_file_has_every_setting_with_its_default() {
    let text = read("care-online.example.toml");
    let is_setting = |line: &str| {
        line.split_once(" = ").is_some_and(|(name, _)| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'))
    };
    let lines = text.lines().map(|line| line.strip_prefix('#').filter(|rest| is_setting(rest)).unwrap_or(line));
    let example: Table = lines.collect::<Vec<_>>().join("\n").parse().unwrap();
    for (section, name, default) in settings() {
        let table = if section.is_empty() { Some(&example) } else { example.get(&section).and_then(Value::as_table) };
        let written = table.and_then(|table| table.get(&name));
        assert_eq!(written, Some(&default), "care-online.example.toml: [{section}] {name}");
    }
}
