//! Types and functions that a document names in backticks: `Journey`, `Catalogue::publish`, `form_engine::Form`.
//!
//! Rust's own scoping isn't followed: a qualifier may be a crate, a module or a type, and modules may be left out. The
//! source is formatted, so a line that starts with `}` ends a block.

use crate::tests_found::sources;
use std::{fs, io, path::Path};

/// Names of other crates that documents mention.
const FOREIGN: [&str; 3] = ["Debug", "SsrMode::Async", "axum::serve"];

const KEYWORDS: [&str; 10] =
    ["async fn ", "const fn ", "fn ", "struct ", "enum ", "trait ", "type ", "const ", "static ", "mod "];

/// An item of the workspace, a field or a variant.
#[derive(Debug, PartialEq, Eq)]
struct Item {
    name: String,
    /// What may come before it: the parts of its path, and the type or trait that it belongs to.
    qualifiers: Vec<String>,
}

/// The items in the workspace, without those of tests.
#[derive(Debug)]
pub struct Items(Vec<Item>);

impl Items {
    /// Reads the sources of the repository at `root`.
    ///
    /// # Errors
    /// A file can't be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        let mut items = Self(Vec::new());
        for path in sources(root)? {
            let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            if file.contains("/src/") && Path::new(&file).extension().is_some_and(|extension| extension == "rs") {
                items.add(&file, &fs::read_to_string(&path)?);
            }
        }
        Ok(items)
    }

    fn add(&mut self, file: &str, text: &str) {
        let path: Vec<String> = file.trim_end_matches(".rs").split('/').map(|part| part.replace('-', "_")).collect();
        let mut block: Option<&str> = None;
        for line in text.lines() {
            let is_outermost = !line.starts_with(' ');
            if let Some(name) = item(line.trim_start()).or_else(|| block.and_then(|_| member(line))) {
                let qualifiers = path.iter().cloned().chain(block.map(str::to_owned)).collect();
                self.0.push(Item { name: name.to_owned(), qualifiers });
            }
            if is_outermost && line.ends_with('{') {
                block = implemented(line).or_else(|| item(line));
            } else if line.starts_with('}') {
                block = None;
            }
        }
    }

    /// Whether there is an item with this name, such as `Journey::new`.
    fn has(&self, name: &str) -> bool {
        let parts: Vec<&str> = name.split("::").collect();
        let Some((last, before)) = parts.split_last() else { return false };
        self.0.iter().any(|item| {
            let is_below = |part: &&str| item.qualifiers.iter().any(|qualifier| qualifier == part);
            item.name == *last && before.iter().all(is_below)
        })
    }
}

/// The name that a line declares: `x` of `pub async fn x(`.
fn item(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("pub").map_or(line, |rest| rest.strip_prefix('(').map_or(rest, after_bracket));
    let rest = rest.trim_start();
    KEYWORDS.iter().find_map(|keyword| identifier(rest.strip_prefix(keyword)?))
}

fn after_bracket(text: &str) -> &str {
    text.split_once(')').map_or(text, |(_, rest)| rest)
}

/// The field or variant on a line within a block.
fn member(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("    ")?;
    let rest = rest.strip_prefix("pub ").unwrap_or(rest);
    let name = identifier(rest)?;
    let next = rest.get(name.len()..)?;
    [":", ",", "(", " {"].iter().any(|end| next.starts_with(end)).then_some(name)
}

/// The type of an `impl` block.
fn implemented(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("impl")?;
    let of = rest.rsplit_once(" for ").map_or(rest, |(_, of)| of);
    let without_generics = of.strip_prefix('<').and_then(|rest| rest.split_once("> ")).map_or(of, |(_, rest)| rest);
    identifier(without_generics.trim_start())
}

fn identifier(text: &str) -> Option<&str> {
    let name = text.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
    (!name.is_empty()).then_some(name)
}

/// The names in a text: identifiers in backticks, joined by `::` if there are several.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let is_name = |span: &&str| {
        span.split("::").all(|part| identifier(part) == Some(part)) && span.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    text.split('`').skip(1).step_by(2).filter(is_name).filter(|name| !FOREIGN.contains(name))
}

/// The names in a text that no item has. `all` includes names without `::`, which elsewhere may be settings or columns.
pub fn errors(text: &str, items: &Items, all: bool) -> Vec<String> {
    let named = names(text).filter(|name| all || name.contains("::"));
    named.filter(|name| !items.has(name)).map(|name| format!("`{name}` doesn't exist")).collect()
}

/// Names that a document places in a file, as "`name` (`path.rs`)", and that the file doesn't declare. Whether there is
/// such a file, [`crate::mentions`] checks.
pub fn misplaced(root: &Path, text: &str) -> Vec<String> {
    let places = text.split('`').collect::<Vec<_>>();
    let misplaced = |place: &[&str]| {
        let [name, " (", file] = place else { return None };
        let declared = fs::read_to_string(root.join(file)).ok().filter(|_| names(&format!("`{name}`")).next().is_some())?;
        let last = name.rsplit("::").next();
        let is_there = declared.lines().any(|line| item(line.trim_start()) == last);
        (!is_there).then(|| format!("{file} doesn't declare `{name}`"))
    };
    places.windows(3).filter_map(misplaced).collect()
}

/// The sections of a document whose heading starts with `heading`.
pub fn sections<'a>(text: &'a str, heading: &str) -> Vec<&'a str> {
    text.split("\n## ").filter(|section| section.starts_with(heading)).collect()
}

#[cfg(test)]
mod unit {
    use super::*;

    const SOURCE: &str = "pub struct Form {\n    pub key: String,\n}\n\nimpl fmt::Display for Form {\n    fn fmt(&self) {}\n}\n\n\
                          impl<'a> Journey<'a> {\n    pub(super) const fn done(&self) {}\n}\n\npub enum Mode {\n    Later,\n}\n\n\
                          pub async fn begin() {\n    inside(1, 2);\n}\n";

    fn items() -> Items {
        let mut items = Items(Vec::new());
        items.add("crates/form-engine/src/journey.rs", SOURCE);
        items
    }

    #[test]
    fn items_are_found_by_name_and_qualifier() {
        let named =
            ["Form", "form_engine::Form", "Form::key", "Form::fmt", "Journey::done", "Mode::Later", "journey::begin"];
        for name in named {
            assert!(items().has(name), "{name}");
        }
        for name in ["Forms", "charging::Form", "Form::done", "Mode::Now", "drafts::begin"] {
            assert!(!items().has(name), "{name}");
        }
    }

    #[test]
    fn what_does_not_exist_is_named() {
        let text =
            "`Form` (`crates/a.rs`), `Form::gone`, `idle_seconds`, `[codes]`, `axum::serve`\n## Walk 1\n`end`\n## Other\n";
        assert_eq!(errors(text, &items(), false), ["`Form::gone` doesn't exist"]);
        assert_eq!(sections(text, "Walk").len(), 1);
        assert_eq!(errors(sections(text, "Walk")[0], &items(), true), ["`end` doesn't exist"]);
    }
}
