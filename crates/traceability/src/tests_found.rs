//! Finds the tests of the repository: Rust tests by their attribute, Playwright tests by the call of `test`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The folders to search.
const FOLDERS: [&str; 7] = ["app", "crates", "end2end", "frontend", "fuzz", "migrations", "server"];
/// The start of the comment above a test that names ASVS rows.
const MARK: &str = "// ASVS ";

/// A test, and the rows of ASVS that its comment names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Test {
    /// The path from the root of the repository, with slashes.
    pub file: String,
    pub name: String,
    pub ids: Vec<String>,
}

/// A comment that names rows, with no test below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrayAnnotation {
    pub file: String,
    pub line: usize,
}

#[derive(Debug, Default)]
pub struct Found {
    pub tests: Vec<Test>,
    pub strays: Vec<StrayAnnotation>,
}

/// Every test in the repository at `root`, sorted by file.
pub fn find(root: &Path) -> io::Result<Found> {
    let mut found = Found::default();
    for path in sources(root)? {
        let file = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        read(&file, &fs::read_to_string(&path)?, &mut found);
    }
    Ok(found)
}

/// The Rust and TypeScript files of the repository at `root`, sorted.
pub fn sources(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        collect(&root.join(folder), &mut files)?;
    }
    files.sort();
    Ok(files)
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let is = |extension: &str| path.extension().is_some_and(|found| found == extension);
        if path.is_dir() {
            if !path.ends_with("node_modules") && !path.ends_with("target") {
                collect(&path, files)?;
            }
        } else if is("rs") || is("ts") {
            files.push(path);
        }
    }
    Ok(())
}

/// The tests of one file.
pub fn read(file: &str, text: &str, found: &mut Found) {
    let is_rust = Path::new(file).extension().is_some_and(|extension| extension == "rs");
    let mut ids: Option<(usize, Vec<String>)> = None;
    let mut is_test = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(named) = line.strip_prefix(MARK) {
            ids.get_or_insert((index + 1, Vec::new())).1.extend(named.split_whitespace().map(str::to_owned));
            continue;
        }
        let name = if is_rust {
            is_test |= line.starts_with("#[test]") || line.starts_with("#[tokio::test");
            is_test.then(|| function(line)).flatten()
        } else {
            call(line)
        };
        if let Some(name) = name {
            let ids = ids.take().map(|(_, ids)| ids).unwrap_or_default();
            found.tests.push(Test { file: file.to_owned(), name, ids });
            is_test = false;
        } else if !may_be_between(line)
            && let Some((line, _)) = ids.take()
        {
            found.strays.push(StrayAnnotation { file: file.to_owned(), line });
        }
    }
    if let Some((line, _)) = ids {
        found.strays.push(StrayAnnotation { file: file.to_owned(), line });
    }
}

/// Whether a line may be between the comment and its test: only attributes and other comments may.
fn may_be_between(line: &str) -> bool {
    line.starts_with("#[") || line.starts_with("//")
}

/// `x` of `async fn x(`.
fn function(line: &str) -> Option<String> {
    let rest = line.strip_prefix("pub ").unwrap_or(line);
    let rest = rest.strip_prefix("async ").unwrap_or(rest).strip_prefix("fn ")?;
    rest.split(['(', '<']).next().map(str::to_owned)
}

/// `x` of `test('x', …)` and of `test.only('x', …)`.
fn call(line: &str) -> Option<String> {
    let rest = line.strip_prefix("test")?;
    let rest = rest.strip_prefix(".skip").or_else(|| rest.strip_prefix(".fixme")).unwrap_or(rest).strip_prefix('(')?;
    let quote = rest.chars().next().filter(|first| ['\'', '"', '`'].contains(first))?;
    rest.get(1..)?.split(quote).next().map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(file: &str, text: &str) -> Found {
        let mut found = Found::default();
        read(file, text, &mut found);
        found
    }

    #[test]
    fn a_rust_test_has_the_rows_above_it() {
        let text = "// ASVS V1.2.3 V4.5.6\n/// Why.\n#[tokio::test(start_paused = true)]\n#[ignore = \"long\"]\n\
                    async fn one() {\n}\nfn helper() {}\n#[test]\nfn two() {}\n";
        let tests = found("a.rs", text).tests;
        let names: Vec<_> = tests.iter().map(|test| (test.name.as_str(), test.ids.len())).collect();
        assert_eq!(names, [("one", 2), ("two", 0)]);
    }

    #[test]
    fn a_browser_test_has_the_rows_above_it() {
        let tests = found("a.spec.ts", "// ASVS V1.2.3\ntest('it’s so', async () => {});\ntest.beforeEach(x);\n").tests;
        assert_eq!(tests, [Test { file: "a.spec.ts".into(), name: "it’s so".into(), ids: vec!["V1.2.3".into()] }]);
    }

    #[test]
    fn rows_with_no_test_below_them_are_found() {
        let strays = found("a.rs", "// ASVS V1.2.3\nfn helper() {}\n#[test]\nfn one() {}\n// ASVS V1\n").strays;
        assert_eq!(strays.iter().map(|stray| stray.line).collect::<Vec<_>>(), [1, 5]);
    }
}
