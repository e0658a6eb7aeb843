//! Tests that a document names, as `file::test` in backticks, and the table rows that must name one.

use crate::tests_found::Found;
use std::{fs, path::Path};

/// The start of the last cell of a row that no test can verify. The reason follows.
pub const NO_TEST: &str = "no test:";

/// The tests that a text names: `server/tests/it/accounts/codes.rs::a_code_works_for_ten_minutes`.
pub fn tests(text: &str) -> Vec<(&str, &str)> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.filter_map(|span| span.split_once("::").filter(|(file, _)| is_source(file))).collect()
}

fn is_source(file: &str) -> bool {
    let path = Path::new(file);
    file.contains('/') && path.extension().is_some_and(|extension| extension == "rs" || extension == "ts")
}

fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    inner.strip_suffix('|').unwrap_or(inner).split('|').map(str::trim).collect()
}

/// The rows of tables whose last column has this title.
pub fn rows<'a>(text: &'a str, title: &str) -> Vec<Vec<&'a str>> {
    let mut in_table = false;
    let mut rows = Vec::new();
    for line in text.lines() {
        let cells = cells(line);
        if !line.starts_with('|') {
            in_table = false;
        } else if cells.last() == Some(&title) {
            in_table = true;
        } else if in_table && !line.starts_with("|---") {
            rows.push(cells);
        }
    }
    rows
}

/// What is wrong with a document: a test that doesn't exist, a row without one.
pub fn errors(root: &Path, document: &str, title: &str, found: &Found) -> Vec<String> {
    let Ok(text) = fs::read_to_string(root.join(document)) else { return vec![format!("{document} doesn't exist")] };
    let exists = |(file, name): &(&str, &str)| found.tests.iter().any(|test| test.file == *file && test.name == *name);
    let missing = tests(&text).into_iter().filter(|named| !exists(named));
    let mut errors: Vec<String> =
        missing.map(|(file, name)| format!("{document} names `{file}::{name}`, but there is no such test")).collect();
    let rows = rows(&text, title);
    if rows.is_empty() {
        errors.push(format!("{document} has no table whose last column is {title:?}"));
    }
    let bare = rows.iter().filter(|row| row.last().is_none_or(|cell| tests(cell).is_empty() && !cell.contains(NO_TEST)));
    errors.extend(bare.map(|row| format!("{document}: no test is named for: {}", row.join(" | "))));
    errors
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn only_tests_of_this_repository_are_found() {
        let text = "see `server/tests/it/a.rs::one`, `Drafts::save`, `crates/form-engine/src/b.rs::two` and `end2end/c.spec.ts::It’s so`";
        let named =
            [("server/tests/it/a.rs", "one"), ("crates/form-engine/src/b.rs", "two"), ("end2end/c.spec.ts", "It’s so")];
        assert_eq!(tests(text), named);
    }

    #[test]
    fn rows_are_those_of_the_table_with_that_last_column() {
        let text = "| a | shown by |\n|---|---|\n| x | `s` |\n| y | |\n\n| b | c |\n|---|---|\n| z | z |\n";
        assert_eq!(rows(text, "shown by"), [vec!["x", "`s`"], vec!["y", ""]]);
    }
}
