//! The documents and the tests agree.

use std::fs;
use traceability::{asvs, items, items::Items, mentions, named, root};

fn expect_none(errors: Vec<String>) {
    assert!(errors.is_empty(), "\n{}\n", errors.join("\n"));
}

#[test]
fn every_asvs_row_has_its_evidence() {
    let (rows, found) = asvs::read(&root()).unwrap();
    expect_none(asvs::errors(&root(), &rows, &found));
    // 202 rows of levels 1 and 2 apply, and 19 of level 3 were adopted.
    assert_eq!(asvs::count(&rows, |level| level < 3).all, 202);
    assert_eq!(asvs::count(&rows, |level| level == 3).all, 19);
    println!("ASVS levels 1 and 2: {}", asvs::count(&rows, |level| level < 3));
    println!("ASVS level 3: {}", asvs::count(&rows, |level| level == 3));
}

#[test]
fn the_asvs_document_is_up_to_date() {
    let (rows, found) = asvs::read(&root()).unwrap();
    let there = std::fs::read_to_string(root().join(asvs::DOCUMENT)).unwrap();
    assert!(there == asvs::document(&rows, &found), "{} is out of date: run `cargo run -p traceability`", asvs::DOCUMENT);
}

#[test]
fn every_defence_of_the_threat_model_names_a_test_that_exists() {
    let found = traceability::tests_found::find(&root()).unwrap();
    expect_none(named::errors(&root(), "docs/threat-model.md", "tested by", &found));
}

#[test]
fn every_promise_of_security_md_names_a_test_that_exists() {
    let found = traceability::tests_found::find(&root()).unwrap();
    expect_none(named::errors(&root(), "SECURITY.md", "tested by", &found));
}

#[test]
fn every_path_and_command_in_a_document_exists() {
    let documents = mentions::documents(&root());
    assert!(documents.len() > 20, "{documents:?}");
    expect_none(documents.iter().flat_map(|document| mentions::errors(&root(), document)).collect());
}

#[test]
fn every_type_in_the_glossary_exists() {
    let items = Items::read(&root()).unwrap();
    let glossary = fs::read_to_string(root().join("docs/glossary.md")).unwrap();
    let rows = named::rows(&glossary, "type");
    assert!(rows.len() > 60, "{} rows", rows.len());
    expect_none(rows.iter().flat_map(|row| row.last().map_or(vec![], |types| items::errors(types, &items, true))).collect());
}

#[test]
fn every_function_in_the_walks_through_the_architecture_exists() {
    let items = Items::read(&root()).unwrap();
    let architecture = fs::read_to_string(root().join("docs/architecture.md")).unwrap();
    let walks = items::sections(&architecture, "Walk");
    assert_eq!(walks.len(), 4);
    expect_none(walks.iter().flat_map(|walk| items::errors(walk, &items, true)).collect());
}

#[test]
fn every_qualified_name_in_a_document_exists() {
    let items = Items::read(&root()).unwrap();
    let errors = |document: &String| {
        let text = fs::read_to_string(root().join(document)).unwrap();
        items::errors(&text, &items, false).into_iter().map(|error| format!("{document}: {error}")).collect::<Vec<_>>()
    };
    expect_none(mentions::documents(&root()).iter().flat_map(errors).collect());
}

#[test]
fn every_name_in_a_document_is_declared_in_the_file_beside_it() {
    let errors = |document: &String| {
        let text = fs::read_to_string(root().join(document)).unwrap();
        items::misplaced(&root(), &text)
    };
    assert_eq!(items::misplaced(&root(), "`nothing` (`app/src/paths.rs`)").len(), 1);
    expect_none(mentions::documents(&root()).iter().flat_map(errors).collect());
}
