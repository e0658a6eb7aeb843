//! `plain-english [ROOT [LISTS]]` measures the forms and the catalogue in ROOT (default: the working directory), with
//! the lists in the folder LISTS (default: the built-in lists). It fails if anything is too hard.

use plain_english::{Error, Lists, catalogue, check, forms, report};
use std::{env, path::Path, process::ExitCode};

const FORMS: &str = "forms";
const CATALOGUE: &str = "crates/i18n/en-GB";

fn main() -> ExitCode {
    let mut arguments = env::args_os().skip(1);
    let root = arguments.next().unwrap_or_else(|| ".".into());
    let lists = arguments.next().map_or_else(Lists::built_in, |lists| Lists::read(Path::new(&lists)));
    match lists.and_then(|lists| run(Path::new(&root), &lists)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("Plain English: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints the measures and every finding. Returns whether there are none.
fn run(root: &Path, lists: &Lists) -> Result<bool, Error> {
    let mut parts = forms::parts(root, FORMS)?;
    parts.extend(catalogue::parts(root, CATALOGUE)?);
    if parts.is_empty() {
        return Err(Error::of_file(&root.display().to_string(), "there is no text"));
    }
    let checked = check(&parts, lists);
    if !root.join(CATALOGUE).exists() {
        println!("There is no {CATALOGUE}: only the forms are measured.");
    }
    println!("{}", report::table(&checked));
    for found in checked.findings.iter().chain(&checked.not_needed) {
        println!("{}", report::finding(found));
    }
    let findings = checked.findings.len() + checked.not_needed.len();
    println!("{}", report::result(&checked.total, findings));
    Ok(findings == 0)
}
