//! The ASVS requirements ("rows") that apply to this service, and the generated document that shows how each is met.

use crate::{
    documents::has_anchor,
    tests_found::{Found, Test},
};
use std::{collections::BTreeMap, fmt::Write as _, fs, io, path::Path};

pub const ROWS: &str = "docs/asvs.csv";
pub const DOCUMENT: &str = "docs/asvs.md";

/// The evidence for a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// The tests that name it.
    Test,
    /// Documents, `file#anchor`, relative to `docs/`. Tests may name the row too.
    Document(Vec<String>),
    /// Not yet met: the part of the service that it depends on.
    NotYet(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub id: String,
    pub level: u8,
    pub title: String,
    pub answer: Evidence,
}

impl Row {
    /// The chapter: `7` for `V7.4.1`.
    fn chapter(&self) -> &str {
        self.id.trim_start_matches('V').split('.').next().unwrap_or_default()
    }
}

/// The chapters, with short names.
const CHAPTERS: [(&str, &str); 16] = [
    ("1", "Encoding and injection"),
    ("2", "Validation and business logic"),
    ("3", "Browsers"),
    ("4", "HTTP messages"),
    ("5", "Files"),
    ("6", "Authentication"),
    ("7", "Sessions"),
    ("8", "Authorisation"),
    ("9", "Self-contained tokens"),
    ("10", "OAuth and OpenID Connect"),
    ("11", "Cryptography"),
    ("12", "Transport"),
    ("13", "Configuration and secrets"),
    ("14", "Data protection"),
    ("15", "Architecture and dependencies"),
    ("16", "Logging and errors"),
];

/// Parses `docs/asvs.csv`, which has five columns and no commas within them. The error lists the invalid lines.
pub fn rows(text: &str) -> Result<Vec<Row>, Vec<String>> {
    let lines = text.lines().skip(1).filter(|line| !line.is_empty());
    let (rows, bad): (Vec<_>, Vec<_>) = lines.map(|line| row(line).ok_or_else(|| line.to_owned())).partition(Result::is_ok);
    let bad: Vec<String> = bad.into_iter().filter_map(Result::err).collect();
    if bad.is_empty() { Ok(rows.into_iter().filter_map(Result::ok).collect()) } else { Err(bad) }
}

fn row(line: &str) -> Option<Row> {
    let [id, level, title, kind, place] = line.split(',').collect::<Vec<_>>()[..] else { return None };
    let answer = match (kind, place) {
        ("test", "") => Evidence::Test,
        ("document", place) if !place.is_empty() => Evidence::Document(place.split(' ').map(str::to_owned).collect()),
        ("not yet", topic) if !topic.is_empty() => Evidence::NotYet(topic.to_owned()),
        _ => return None,
    };
    Some(Row { id: id.to_owned(), level: level.parse().ok()?, title: title.to_owned(), answer })
}

/// The tests of each row.
pub fn tests_by_row(found: &Found) -> BTreeMap<&str, Vec<&Test>> {
    let mut by_row: BTreeMap<&str, Vec<&Test>> = BTreeMap::new();
    for test in &found.tests {
        for id in &test.ids {
            by_row.entry(id).or_default().push(test);
        }
    }
    by_row
}

/// What is wrong: rows without their evidence, ids that don't exist, comments without a test.
pub fn errors(root: &Path, rows: &[Row], found: &Found) -> Vec<String> {
    let by_row = tests_by_row(found);
    let mut errors: Vec<String> =
        found.strays.iter().map(|stray| format!("{}:{}: rows without a test below", stray.file, stray.line)).collect();
    for (id, tests) in &by_row {
        if !rows.iter().any(|row| row.id == *id) {
            let tests = tests.iter().map(|test| format!("{}::{}", test.file, test.name));
            errors.push(format!("{id} isn't a row of {ROWS}: {}", tests.collect::<Vec<_>>().join(", ")));
        }
    }
    for (index, row) in rows.iter().enumerate() {
        let id = &row.id;
        if rows.iter().take(index).any(|other| other.id == *id) {
            errors.push(format!("{id} is in {ROWS} twice"));
        }
        match &row.answer {
            Evidence::Test if !by_row.contains_key(id.as_str()) => {
                errors.push(format!("{id} ({}) needs a test, but no test names it", row.title));
            }
            Evidence::NotYet(_) if by_row.contains_key(id.as_str()) => {
                errors.push(format!("{id} isn't built yet according to {ROWS}, but a test names it"));
            }
            Evidence::Document(places) => {
                let missing = places.iter().filter(|place| !has_anchor(&root.join("docs"), place));
                errors.extend(missing.map(|place| format!("{id}: there is no docs/{place}")));
            }
            _ => {}
        }
    }
    errors
}

/// How many rows of some levels are met by tests, by documents, and not yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub all: usize,
    pub tests: usize,
    pub documents: usize,
    pub not_yet: usize,
}

pub fn count(rows: &[Row], is_counted: impl Fn(u8) -> bool) -> Count {
    let mut count = Count::default();
    for row in rows.iter().filter(|row| is_counted(row.level)) {
        count.all += 1;
        match row.answer {
            Evidence::Test => count.tests += 1,
            Evidence::Document(_) => count.documents += 1,
            Evidence::NotYet(_) => count.not_yet += 1,
        }
    }
    count
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { all, tests, documents, not_yet } = self;
        write!(f, "{all} rows: {tests} met by tests, {documents} by documents, {not_yet} not yet")
    }
}

/// The text of `docs/asvs.md`.
pub fn document(rows: &[Row], found: &Found) -> String {
    let by_row = tests_by_row(found);
    let mut text = format!(
        "<!-- Generated by `cargo run -p traceability` from docs/asvs.csv and the tests. Edit those instead. -->\n\n\
         # OWASP ASVS 5.0\n\n\
         How each requirement of the [Application Security Verification Standard 5.0.0](https://github.com/OWASP/ASVS) \
         that applies to this service is met: by the tests that name it, by a document, or not yet, with what is missing. \
         Numbers and levels are the standard's, © the OWASP Foundation, \
         [CC BY-SA 4.0](https://creativecommons.org/licenses/by-sa/4.0/); the titles are our own summaries, so \
         read the standard for the requirement itself.\n\n\
         - Levels 1 and 2: {}.\n- Level 3, as far as it was adopted: {}.\n\n\
         Tests named `server/tests/it/…` run on SQLite and on PostgreSQL in every `make test`. Of the standard's 253 rows of \
         levels 1 and 2, 48 don't apply: there is no LDAP, XPath, GraphQL, WebSocket, WebRTC, OAuth server or self-issued \
         token here. Three more apply only if a part is built that way.\n",
        count(rows, |level| level < 3),
        count(rows, |level| level == 3),
    );
    for (number, name) in CHAPTERS {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.chapter() == number).collect();
        if rows.is_empty() {
            continue;
        }
        let _ = write!(text, "\n## V{number} {name}\n\n| id | level | title | evidence |\n|---|---|---|---|\n");
        for row in rows {
            let tests = by_row.get(row.id.as_str()).map(Vec::as_slice).unwrap_or_default();
            let _ = writeln!(text, "| {} | {} | {} | {} |", row.id, row.level, row.title, evidence(row, tests));
        }
    }
    text
}

fn evidence(row: &Row, tests: &[&Test]) -> String {
    let mut all = match &row.answer {
        Evidence::Test => Vec::new(),
        Evidence::Document(places) => places.iter().map(|place| format!("[{place}]({place})")).collect(),
        Evidence::NotYet(topic) => vec![format!("**not yet**: {topic}")],
    };
    all.extend(tests.iter().map(|test| format!("`{}::{}`", test.file, test.name.replace('|', "\\|"))));
    all.join("<br>")
}

/// Reads the rows and writes the document. Returns the counts as text.
pub fn write(root: &Path) -> io::Result<String> {
    let (rows, found) = read(root)?;
    let text = document(&rows, &found);
    fs::write(root.join(DOCUMENT), &text)?;
    Ok(format!("Levels 1 and 2: {}\nLevel 3: {}", count(&rows, |level| level < 3), count(&rows, |level| level == 3)))
}

pub fn read(root: &Path) -> io::Result<(Vec<Row>, Found)> {
    let rows = rows(&fs::read_to_string(root.join(ROWS))?)
        .map_err(|lines| io::Error::other(format!("{ROWS} has invalid lines:\n{}", lines.join("\n"))))?;
    Ok((rows, crate::tests_found::find(root)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id,level,title,answer,where\n";

    fn read_rows(lines: &str) -> Vec<Row> {
        rows(&format!("{HEAD}{lines}")).unwrap()
    }

    fn test(id: &str) -> Test {
        Test { file: "a.rs".into(), name: "a".into(), ids: vec![id.into()] }
    }

    #[test]
    fn a_row_has_exactly_one_kind_of_evidence() {
        assert_eq!(read_rows("V1.1.1,2,decoded once,test,\n")[0].answer, Evidence::Test);
        for line in ["V1.1.1,2,decoded once,test,x.md", "V1.1.1,2,a,document,", "V1.1.1,2,a,not yet,", "V1.1.1,2,a,b,c,d"] {
            assert_eq!(rows(&format!("{HEAD}{line}\n")), Err(vec![line.to_owned()]));
        }
    }

    #[test]
    fn disagreements_are_errors() {
        let root = crate::root();
        let rows = read_rows("V1.1.1,2,a,test,\nV1.1.2,2,b,not yet,staff\nV1.1.3,1,c,document,nowhere.md#x\n");
        let none = errors(&root, &rows, &Found::default());
        assert_eq!(none.len(), 2, "{none:?}");
        let found = Found { tests: ["V1.1.1", "V1.1.2", "V9.9.9"].map(test).to_vec(), strays: Vec::new() };
        let all = errors(&root, &rows, &found);
        assert!(all.iter().any(|error| error.starts_with("V9.9.9 isn't a row")), "{all:?}");
        assert!(all.iter().any(|error| error.starts_with("V1.1.2 isn't built yet")), "{all:?}");
        assert!(!all.iter().any(|error| error.starts_with("V1.1.1")), "{all:?}");
    }
}
