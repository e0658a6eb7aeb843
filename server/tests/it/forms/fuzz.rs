//! Malformed form files and answers, thousands of them: each is read or refused quickly, and nothing crashes. `FUZZ=100
//! cargo test -p server --test it forms::fuzz` runs a hundred times as many.

use super::small;
use crate::drafts::support::{save, start};
use form_files::{FormErrors, Publication, read_folder};
use http::StatusCode;
use rand::{Rng, SeedableRng, rngs::StdRng, seq::IndexedRandom};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// Generous, for a debug build on a busy machine: only work that grows with the size of the input takes longer.
const SOON: Duration = Duration::from_secs(10);

fn many(count: u64) -> std::ops::Range<u64> {
    let times = std::env::var("FUZZ").ok().and_then(|times| times.parse::<u64>().ok()).unwrap_or(1);
    0..count * times
}

/// Valid and invalid values to put after an equals sign.
const VALUES: [&str; 24] = [
    "\"\"",
    "\"q\"",
    "\"you\"",
    "\"text\"",
    "\"many-of\"",
    "\"calculated\"",
    "\"é\\u0007\\u202E</title>\"",
    "-1",
    "0",
    "9223372036854775807",
    "-9223372036854775808",
    "true",
    "1.5",
    "nan",
    "2026-02-30",
    "1979-05-27T07:32:00Z",
    "[]",
    "{}",
    "[\"yes\"]",
    "[[\"a\"], 1]",
    "{ key = \"adult\", is = [\"yes\"] }",
    "{ not = { any = [{ key = \"adult\", is_not = [] }, { count = \"cond\", at_least = -5 }] } }",
    "[{ value = \"rent\", share = \"rent\", part = [1, 0], every = \"adult\" }]",
    "\"\"\"\n## [x](javascript:alert(1))\n\"\"\"",
];

/// A text changed in one or two places.
fn changed(text: &str, rng: &mut StdRng) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..rng.random_range(1..=2) {
        if lines.is_empty() {
            break;
        }
        let (one, other) = (rng.random_range(0..lines.len()), rng.random_range(0..lines.len()));
        match rng.random_range(0..10) {
            0 if one > 0 => drop(lines.remove(one)),
            1 => lines.insert(other, lines[one].clone()),
            2 => lines.swap(one, other),
            3 => lines.truncate(one),
            4 => lines[one] = junk(&lines[one], rng),
            5 => {
                let copy = lines[other].clone();
                lines[one] = copy;
            }
            _ => lines[one] = given_anew(&lines[one], rng),
        }
    }
    lines.join("\n")
}

/// Another value, or the same value under another name.
fn given_anew(line: &str, rng: &mut StdRng) -> String {
    let names = ["key", "when", "type", "min", "max", "options", "sum", "use", "shows", "list", "unit", "nonsense"];
    let (name, value) = line.split_once('=').unwrap_or((line, ""));
    let own = VALUES.choose(rng).copied().unwrap_or_default();
    if rng.random_bool(0.7) {
        format!("{name}= {own}")
    } else {
        format!("{} ={value}", names.choose(rng).copied().unwrap_or_default())
    }
}

/// Junk inserted into a line.
fn junk(line: &str, rng: &mut StdRng) -> String {
    let mut letters: Vec<char> = line.chars().collect();
    let at = rng.random_range(0..=letters.len());
    let junk = ["\"", "]", "{", "\\", "\u{0}", "\u{feff}", "[[", "=", "#", "語", "\r"];
    letters.splice(at..at, junk.choose(rng).copied().unwrap_or_default().chars());
    letters.into_iter().collect()
}

/// Reads a folder, as the server does.
fn read(folder: &Path, what: &str) -> Result<Vec<Publication>, FormErrors> {
    let began = Instant::now();
    let read = read_folder(folder);
    assert!(began.elapsed() < SOON, "{what} took {:?}", began.elapsed());
    if let Err(errors) = &read {
        assert!(!errors.0.is_empty() && errors.0.iter().all(|error| error.line >= 1), "{what} has an error without a line");
    }
    read
}

#[test]
fn a_mutated_form_file_is_read_or_refused_with_a_position() {
    let folder = tempfile::tempdir().unwrap();
    let (mut sound, mut reasons) = (0, BTreeSet::new());
    for seed in many(400) {
        let mut rng = StdRng::seed_from_u64(seed);
        small::write(folder.path(), str::to_owned);
        let first = folder.path().join("first.toml");
        fs::write(&first, changed(&fs::read_to_string(&first).unwrap(), &mut rng)).unwrap();
        match read(folder.path(), &format!("seed {seed}")) {
            Ok(_) => sound += 1,
            Err(errors) => reasons.extend(errors.0.into_iter().map(|error| shape(&error.reason))),
        }
        if seed % 20 == 0 {
            let _ = form_files::lint::check(folder.path(), &[]);
        }
    }
    assert!(sound > 10 && reasons.len() > 40, "{sound} sound; {reasons:#?}");
}

/// A reason without the names it mentions.
fn shape(reason: &str) -> String {
    reason.split(['"', '`']).step_by(2).collect()
}

#[test]
fn a_mutated_form_of_the_council_is_read_or_refused_with_a_position() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("../forms");
    let folder = tempfile::tempdir().unwrap();
    for part in ["parts", "rules/england"] {
        fs::create_dir_all(folder.path().join(part)).unwrap();
        for file in files(&own.join(part)) {
            fs::copy(&file, folder.path().join(part).join(file.file_name().unwrap())).unwrap();
        }
    }
    let (form, uses) = ("disability-expenses.toml", "data-use.toml");
    let text = |name: &str| fs::read_to_string(own.join(name)).unwrap();
    fs::write(folder.path().join(uses), text(uses)).unwrap();
    fs::write(folder.path().join(form), text(form)).unwrap();
    read(folder.path(), "the form as it is").unwrap();
    // The form itself, the files it shares and its rules, one after the other.
    let files =
        [vec![folder.path().join(form), folder.path().join(uses)], files(&folder.path().join("rules/england"))].concat();
    for seed in many(40) {
        let mut rng = StdRng::seed_from_u64(seed);
        let file = if rng.random_bool(0.5) { &files[0] } else { files.choose(&mut rng).unwrap() };
        let whole = fs::read_to_string(file).unwrap();
        fs::write(file, changed(&whole, &mut rng)).unwrap();
        let _ = read(folder.path(), &format!("seed {seed}"));
        fs::write(file, whole).unwrap();
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// A parser that recurses for each bracket would overflow the stack and end the whole program.
#[test]
fn forms_nested_too_deep_or_too_long_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    for deep in [100, 10_000, 300_000] {
        let condition = format!("{}{{ key = \"adult\", is = [\"yes\"] }}{}", "{ not = ".repeat(deep), " }".repeat(deep));
        let either = format!("{}{}", "{ any = [".repeat(deep), "] }".repeat(deep));
        let dotted = format!("{}not = 1", "not.".repeat(deep));
        for when in
            [&condition, &either, &"[".repeat(deep), &format!("{{ {dotted} }}"), &format!("\"{}\"", "x".repeat(deep))]
        {
            let with = |text: &str| text.replacen("slug = \"you\"", &format!("slug = \"you\"\nwhen = {when}"), 1);
            small::write(folder.path(), with);
            let what: String = when.chars().take(30).collect();
            assert!(read(folder.path(), &format!("{deep} times {what}")).is_err(), "{deep} times {what}");
        }
    }
}

/// A posted page with names and values that no real page has.
fn body(base: &str, rng: &mut StdRng) -> String {
    let names = [
        "answers[p_name][]",
        "answers[adult][]",
        "answers[p_name]",
        "answers[p_name][0]",
        "answers[p_name][18446744073709551616]",
        "answers[rent][]",
        "answers[cond_name][]",
        "answers[__proto__][]",
        "answers[][]",
        "answers[",
        "answers]",
        "answers%5Bsecret%5D%5B%5D",
        "item",
        "revision",
        "page",
        "go",
        "nonsense",
    ];
    let values = ["", "yes", "%00", "%F0%9F%91%A9", "%e2%80%ae", "%zz", "%", "+", "-1", "i1", "you", "continue", "%ff"];
    let mut body = base.to_owned();
    for _ in 0..rng.random_range(1..8) {
        let (name, value) = (names.choose(rng).unwrap(), values.choose(rng).unwrap());
        let (name, value) = match rng.random_range(0..8) {
            0 => ((*name).to_owned(), String::new()),
            1 => ((*name).to_owned(), value.repeat(rng.random_range(1..2000))),
            2 => ("answers[a]".repeat(rng.random_range(1..500)), (*value).to_owned()),
            _ => ((*name).to_owned(), (*value).to_owned()),
        };
        body.extend(["&", &name, "=", &value]);
    }
    if rng.random_bool(0.2) {
        let at = rng.random_range(0..body.len());
        body.insert_str(at, ["&", "=", "[", "%", ";", "\u{0}"].choose(rng).unwrap());
    }
    body
}

// ASVS V1.5.2 V2.2.2 V15.3.3
#[tokio::test]
async fn any_body_is_handled_and_stores_only_answers_of_the_page() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    save(&mut browser, &draft, "rent", "aside", &[("rent", "520")]).await;
    let page = browser.get(&format!("/drafts/{draft}/you")).await;
    let token = page.hidden("token");
    for seed in many(150) {
        let mut rng = StdRng::seed_from_u64(seed);
        let revision = browser.get(&format!("/drafts/{draft}/you")).await.hidden("revision");
        let base = format!("token={token}&draft={draft}&page=you&revision={revision}&go=aside");
        let body = body(&base, &mut rng);
        let began = Instant::now();
        let saved = browser.post_raw("/api/drafts/save-page", "application/x-www-form-urlencoded", body.clone()).await;
        assert!(!saved.status.is_server_error(), "seed {seed} ended in {}: {body:.300}", saved.status);
        assert!(began.elapsed() < SOON, "seed {seed} took {:?}", began.elapsed());
    }
    // Other pages weren't touched.
    let rent = browser.get(&format!("/drafts/{draft}/rent")).await;
    assert_eq!(rent.status, StatusCode::OK);
    assert!(rent.text.contains("value=\"520\""), "{}", rent.text);
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    assert!(check.text.contains("None yet."), "{}", check.text);
}
