use crate::support::{ALLOWED, AVOID, AVOIDED, FAMILIAR, both, root_with};
use std::process::{Command, Output};

fn run(files: &[(&str, String)]) -> Output {
    let lists = [("avoid.toml", AVOID), ("familiar.toml", FAMILIAR), ("allowed.toml", ALLOWED)];
    let lists = root_with(&lists.map(|(name, text)| (name, text.to_owned())));
    let root = root_with(files);
    Command::new(env!("CARGO_BIN_EXE_plain-english")).args([root.path(), lists.path()]).output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8([&*output.stdout, &*output.stderr].concat()).unwrap())
}

#[test]
fn the_command_fails_with_a_finding() {
    let (status, said) = said(&run(&both(AVOIDED)));
    assert_eq!(status, Some(1));
    let found = "crates/i18n/en-GB/w.ftl: greeting: We utilise your answers.: \"utilise\" → say 'use' [avoid]\n";
    assert!(said.contains(found), "{said}");
    assert!(said.ends_with("2 findings\n"), "{said}");
}

#[test]
fn the_command_succeeds_without_findings() {
    let (status, said) = said(&run(&both("We use your answers.")));
    assert_eq!(status, Some(0));
    let last = said.lines().last().unwrap();
    assert!(last.starts_with("Plain English: 5 texts, reading age ") && last.ends_with(", 0 findings"), "{said}");
}

#[test]
fn the_command_reports_why_it_cannot_check() {
    let (status, said) = said(&run(&[]));
    assert_eq!(status, Some(2));
    assert!(said.starts_with("Plain English: ") && said.ends_with(": there is no text\n"), "{said}");
}
