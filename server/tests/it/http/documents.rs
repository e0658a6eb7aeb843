//! Checks that documents about the code agree with it.

use platform::config::Settings;
use std::{collections::BTreeSet, fs, path::Path};

fn document(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name)).unwrap()
}

/// The first cells of the rows of a table below a heading.
fn first_cells(text: &str, heading: &str) -> Vec<String> {
    let section = text.split(&format!("\n{heading}\n")).nth(1).unwrap().split("\n#").next().unwrap();
    let rows = section.lines().filter(|line| line.starts_with("| `"));
    rows.map(|line| line.split('`').nth(1).unwrap().to_owned()).collect()
}

// ASVS V2.1.1 V2.1.2
#[test]
fn every_type_of_question_has_its_rule() {
    let written: BTreeSet<String> = first_cells(&document("validation.md"), "## Answers").into_iter().collect();
    let schema: serde_json::Value = serde_json::from_str(
        &fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/form.schema.json")).unwrap(),
    )
    .unwrap();
    let types: BTreeSet<String> = schema["$defs"]["RawQuestion"]["oneOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|kind| kind["properties"]["type"]["const"].as_str().unwrap().to_owned())
        .collect();
    assert!(types.len() > 15, "{types:?}");
    assert_eq!(written, types, "docs/validation.md has a row for each type of question");
    let limits = Settings::default().limits;
    let text = document("validation.md");
    assert!(text.contains(&format!("{} KiB (`limits.body_bytes`)", limits.body_bytes / 1024)));
    assert!(text.contains(&format!("{},000 fields (`limits.fields`)", limits.fields / 1000)));
}

// ASVS V7.1.1 V7.1.2
#[test]
fn the_document_about_sessions_matches_the_settings() {
    let text = document("sessions.md");
    let session = Settings::default().session;
    assert!(text.contains(&format!("| without activity | {} seconds | `session.idle_seconds` |", session.idle_seconds)));
    assert!(text.contains(&format!("| in any case | {} seconds | `session.absolute_seconds` |", session.absolute_seconds)));
    assert!(text.contains("Five at most for one account"));
}

// ASVS V14.1.1 V14.1.2
#[test]
fn every_column_of_the_database_has_a_class() {
    let text = document("data-classification.md");
    let rows: Vec<&str> = text.lines().filter(|line| line.starts_with("| `")).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/store/src/entity");
    let mut columns = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let table = path.file_stem().unwrap().to_string_lossy().into_owned();
        let entity = fs::read_to_string(&path).unwrap();
        let Some(model) = entity.split("pub struct Model {").nth(1).and_then(|rest| rest.split('}').next()) else {
            continue;
        };
        let row = rows.iter().find(|row| row.starts_with(&format!("| `{table}` |")));
        let row = row.unwrap_or_else(|| panic!("{table} isn't in docs/data-classification.md"));
        let mut stored_as = None;
        for line in model.lines().map(str::trim) {
            stored_as =
                stored_as.or(line.strip_prefix("#[sea_orm(column_name = \"").and_then(|rest| rest.split('"').next()));
            let Some(field) = line.strip_prefix("pub ").and_then(|rest| rest.split(':').next()) else { continue };
            let column = stored_as.take().unwrap_or(field);
            assert_eq!(row.matches(&format!("`{column}`")).count(), 1, "{table}.{column} has one class");
            columns += 1;
        }
        // Only secrets are called sealed, and token hashes count as credentials.
        for (class, cell) in row.split('|').skip(2).enumerate() {
            assert!(!cell.contains("`sealed`") || class == 0, "{table}: sealed columns are secret");
            assert!(!cell.contains("token_hash`") || class == 1, "{table}: token hashes are credentials");
        }
    }
    assert!(columns > 100, "{columns} columns were found");
}

// ASVS V13.1.1 V13.2.4
#[test]
fn every_address_in_the_settings_is_in_the_table_of_connections() {
    let text = document("communications.md");
    let example = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../care-online.example.toml")).unwrap();
    let mut section = String::new();
    let mut found = 0;
    for line in example.lines().map(|line| line.trim_start_matches(['#', ' '])) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.split(']').next()) {
            section = name.to_owned();
        }
        let Some(key) = line.split(" =").next().filter(|_| line.contains(" =")) else { continue };
        if ["base_url", "host", "issuer", "database_url"].contains(&key) {
            let name = if key == "database_url" { key.to_owned() } else { format!("{section}.{key}") };
            assert!(text.contains(&format!("`{name}`")), "{name} isn't in docs/communications.md");
            found += 1;
        }
    }
    assert!(found >= 4, "{found} addresses were found");
}
