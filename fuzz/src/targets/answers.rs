//! The answers posted for a page: parsed as a server function does, put into a draft, stored, read back and validated.
//! Only fields of the page are kept, nothing is lost by storing, and validation terminates with the same result each
//! time.

use super::text;
use crate::Target;
use form_engine::{answers::Answers, fields::Fields, journey::Journey};
use form_files::{Publication, read_folder};
use jiff::civil::{Date, date};
use serde::Deserialize;
use std::{collections::BTreeSet, path::Path, sync::LazyLock};

pub const TARGET: Target = Target {
    name: "answers",
    run,
    words: &[
        "answers[me_name][]=",
        "answers[me_dob-day][]=",
        "answers[me_dob-month][]=",
        "answers[me_dob-year][]=",
        "answers[me_phone][]=",
        "page=your-details&",
        "page=",
        "&",
        "[]",
        "[0]",
        "[9999]",
        "%0D%0A",
        "yes",
        "29",
        "1947",
        "99999999999999999999",
        "%E2%80%8B",
        "%F0%9F%A6%89",
    ],
};

const TODAY: Date = date(2026, 11, 24);
/// The nesting depth at which server functions stop (`server_fn`).
const DEPTH: usize = 5;

static FORM: LazyLock<Publication> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../forms");
    read_folder(&folder).unwrap().into_iter().find(|publication| publication.form.key == "care-needs").unwrap()
});

#[derive(Deserialize)]
struct Posted {
    #[serde(default)]
    page: String,
    #[serde(default)]
    answers: Fields,
}

fn run(data: &[u8]) {
    let body = text(data);
    let Ok(posted) = serde_qs::Config::new(DEPTH, false).deserialize_str::<Posted>(&body) else { return };
    let form = &FORM.form;
    let Some(page) = form.page(&posted.page).or_else(|| form.pages().next()) else { return };
    let mut answers = Answers::default();
    answers.replace_page(page, &posted.answers);

    let known: BTreeSet<String> = page.questions().iter().flat_map(form_engine::definition::Question::fields).collect();
    assert!(answers.fields.keys().all(|name| known.contains(name)), "a field was kept that the page doesn't have");
    for (name, kept) in &answers.fields {
        let sent: usize = posted.answers.get(name).map_or(0, |values| values.iter().map(String::len).sum());
        assert!(kept.iter().map(String::len).sum::<usize>() <= sent, "{name} grew");
    }
    let stored = serde_json::to_vec(&answers).unwrap();
    assert_eq!(serde_json::from_slice::<Answers>(&stored).unwrap(), answers, "storing changed the answers");
    let again = answers.of_page(page);
    let mut twice = answers.clone();
    twice.replace_page(page, &again);
    assert_eq!(twice, answers, "saving the same answers again changes them");

    let verdict = |answers: &Answers| {
        let journey = Journey::new(form, answers, TODAY);
        let problems: Vec<String> = form.pages().map(|page| format!("{:?}", journey.problems(page))).collect();
        (problems, journey.is_complete())
    };
    assert_eq!(verdict(&answers), verdict(&answers));
}
