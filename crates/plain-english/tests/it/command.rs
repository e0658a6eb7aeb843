use crate::support::{ALLOWED, AVOID, AVOIDED, FAMILIAR, both, root_with};
use std::process::{Command, Output};

fn run(files: &[(&str, String)]) -> Output {
    let lists = [("avoid.toml", AVOID), ("familiar.toml", FAMILIAR), ("allowed.toml", ALLOWED)];
    let lists = root_with(&lists.map(|(name, text)| (name, text.to_owned())));
    let root = root_with(files);
    Command::new(env!("CARGO_BIN_EXE_plain-english")).args([root.path(), lists.path()]).output().unwrap()
}

fn result_of(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8([&*output.stdout, &*output.stderr].concat()).unwrap())
}

#[test]
fn the_command_fails_with_a_finding() {
    let (status, text) = result_of(&run(&both(AVOIDED)));
    assert_eq!(status, Some(1));
    let found = "crates/i18n/en-GB/w.ftl: greeting: We utilise your answers.: \"utilise\" → say 'use' [avoid]\n";
    assert!(text.contains(found), "{text}");
    assert!(text.ends_with("2 findings\n"), "{text}");
}

#[test]
fn the_command_succeeds_without_findings() {
    let (status, text) = result_of(&run(&both("We use your answers.")));
    assert_eq!(status, Some(0));
    let last = text.lines().last().unwrap();
    assert!(last.starts_with("Plain English: 5 texts, reading age ") && last.ends_with(", 0 findings"), "{text}");
}

#[test]
fn the_command_reports_why_it_cannot_check() {
    let (status, text) = result_of(&run(&[]));
    assert_eq!(status, Some(2));
    assert!(text.starts_with("Plain English: ") && text.ends_with(": there is no text\n"), "{text}");
}
