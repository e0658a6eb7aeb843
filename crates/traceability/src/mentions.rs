//! What a document names in backticks: paths in the repository, Makefile targets, and crates in `cargo` commands.

use std::{collections::BTreeSet, fs, path::Path};

/// Generated files, which needn't exist.
const GENERATED: [&str; 2] = ["public/behaviours.js", "target/"];

fn spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2).filter(|span| !span.contains('\n'))
}

/// Whether a path has a placeholder in capitals: `forms/cy/KEY.toml`.
fn is_placeholder(path: &str) -> bool {
    path.split(['/', '.']).any(|part| part.len() > 1 && part.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// Extensions of sources and documents: a span that ends with one is a path, whatever it begins with.
const ENDS: [&str; 8] = [".md", ".mjs", ".rs", ".scss", ".sh", ".toml", ".ts", ".yml"];

/// The repository paths that a text names, without a `::test` after them. `top` has the names of the files and folders
/// in the root.
pub fn paths<'a>(text: &'a str, top: &BTreeSet<String>) -> Vec<&'a str> {
    let path = |span: &'a str| span.split("::").next().unwrap_or(span);
    let is_path = |path: &&str| {
        path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-./".contains(&byte))
            && path
                .split_once('/')
                .is_some_and(|(first, _)| top.contains(first) || ENDS.iter().any(|end| path.ends_with(end)))
    };
    spans(text).map(path).filter(is_path).filter(|path| !is_placeholder(path)).collect()
}

/// The words that follow a command in a text: `make WORD`, `cargo … -p WORD`.
fn words_after<'a>(text: &'a str, command: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = text.lines().flat_map(move |line| line.match_indices(command).map(move |(at, _)| (line, at)));
    lines.filter_map(move |(line, at)| line.get(at + command.len()..)?.split(|c: char| !is_of_a_name(c)).next())
}

fn is_of_a_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The Markdown documents in the root, in `docs` and in `docs/decisions`, except the changelog: it names what existed
/// at the time.
pub fn documents(root: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for folder in ["", "docs/", "docs/decisions/"] {
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten();
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let is_document =
            |name: &String| Path::new(name).extension().is_some_and(|end| end == "md") && name != "CHANGELOG.md";
        found.extend(names.filter(is_document).map(|name| format!("{folder}{name}")));
    }
    found
}

/// What a document names that doesn't exist.
pub fn errors(root: &Path, document: &str) -> Vec<String> {
    let Ok(text) = fs::read_to_string(root.join(document)) else { return vec![format!("{document} doesn't exist")] };
    let top = fs::read_dir(root).into_iter().flatten().filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let is_generated = |path: &str| GENERATED.iter().any(|made| path.starts_with(made));
    let missing = paths(&text, &top.collect()).into_iter().filter(|path| !is_generated(path) && !root.join(path).exists());
    let mut errors: Vec<String> = missing.map(|path| format!("{document} names `{path}`, which doesn't exist")).collect();
    let makefile = fs::read_to_string(root.join("Makefile")).unwrap_or_default();
    let has_target = |name: &str| makefile.lines().any(|line| line.split(':').next() == Some(name) && line.contains(':'));
    let targets = words_after(&text, "`make ").filter(|name| !has_target(name));
    errors.extend(targets.map(|name| format!("{document} names `make {name}`, which the Makefile doesn't have")));
    let has_crate = |name: &str| {
        [root.to_owned(), root.join("crates")].iter().any(|folder| folder.join(name).join("Cargo.toml").is_file())
    };
    let crates = text.lines().filter(|line| line.contains("cargo ")).flat_map(|line| words_after(line, " -p "));
    let crates = crates.filter(|name| !has_crate(name));
    errors.extend(crates.map(|name| format!("{document} names the crate {name}, which doesn't exist")));
    errors
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn a_path_starts_with_a_known_folder_or_ends_like_a_file() {
        let top = BTreeSet::from(["docs".to_owned(), "server".to_owned()]);
        let text = "`docs/a.md`, `server/tests/it/x.rs::a_test`, `and/or`, `docs/cy/KEY.toml`, `/account/phone`, `docs/b c`, `x/y.rs`";
        assert_eq!(paths(text, &top), ["docs/a.md", "server/tests/it/x.rs", "x/y.rs"]);
    }

    #[test]
    fn missing_paths_targets_and_crates_are_named() {
        let folder = std::env::temp_dir().join(format!("mentions-{}", std::process::id()));
        fs::create_dir_all(folder.join("docs")).unwrap();
        fs::write(folder.join("Makefile"), "test:\n\ttrue\n").unwrap();
        let text = "`docs/here.md` `docs/gone.md` `make test` `make tea`\n    cargo test -p nobody\n";
        fs::write(folder.join("docs/here.md"), text).unwrap();
        let found = errors(&folder, "docs/here.md");
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(found.len(), 3, "{found:?}");
        for named in ["docs/gone.md", "make tea", "nobody"] {
            assert!(found.iter().any(|error| error.contains(named)), "{named}: {found:?}");
        }
    }
}
