//! Renders every fixture that GOV.UK Frontend publishes for one of our components, and compares the HTML.
//!
//! A fixture has the options of a component and the HTML expected for them. The options become our properties
//! (`build/`), both HTMLs are parsed, and differences that a browser ignores are removed (`html.rs`). Deliberate
//! differences are listed in `skipped.rs`, with the reason.

#![recursion_limit = "256"]
#![expect(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod build;
mod html;
mod options;
mod skipped;

use leptos::prelude::*;
use options::Options;
use serde_json::Value;
use skipped::SKIPPED;
use std::{fmt::Write, path::PathBuf};

/// The components of GOV.UK Frontend that this crate has.
const COMPONENTS: [&str; 34] = [
    "back-link",
    "button",
    "character-count",
    "checkboxes",
    "cookie-banner",
    "date-input",
    "details",
    "error-message",
    "error-summary",
    "exit-this-page",
    "fieldset",
    "file-upload",
    "footer",
    "generic-header",
    "hint",
    "input",
    "inset-text",
    "label",
    "language-navigation",
    "notification-banner",
    "pagination",
    "panel",
    "password-input",
    "phase-banner",
    "radios",
    "select",
    "service-navigation",
    "skip-link",
    "summary-list",
    "table",
    "tag",
    "task-list",
    "textarea",
    "warning-text",
];

/// The percentage that must pass. The rest is leeway while we catch up with a new version of GOV.UK Frontend.
const FLOOR: usize = 95;

#[test]
fn components_match_the_fixtures_of_govuk_frontend() {
    let (mut passed, mut total, mut report, mut wrong) = (0, 0, String::new(), String::new());
    for component in COMPONENTS {
        let fixtures = fixtures(component);
        let mut good = 0;
        for (name, options, expected) in &fixtures {
            let difference = compare(component, options, expected);
            let skipped = SKIPPED.iter().find(|skip| skip.component == component && skip.fixture == name);
            match (difference, skipped) {
                (None, None) => good += 1,
                (None, Some(_)) => writeln!(wrong, "{component}, “{name}” passes now: take it off the skip list").unwrap(),
                (Some(difference), None) => writeln!(wrong, "{component}, “{name}”:\n{difference}").unwrap(),
                (Some(_), Some(_)) => {}
            }
        }
        for skip in SKIPPED.iter().filter(|skip| skip.component == component) {
            assert!(!skip.reason.is_empty());
            if !fixtures.iter().any(|(name, ..)| name == skip.fixture) {
                writeln!(wrong, "{component} has no fixture “{}”: take it off the skip list", skip.fixture).unwrap();
            }
        }
        writeln!(report, "{component:22}{good:4} / {}", fixtures.len()).unwrap();
        passed += good;
        total += fixtures.len();
    }
    println!("{report}{:22}{passed:4} / {total}, {} skipped", "total", SKIPPED.len());
    for skip in SKIPPED {
        assert!(
            COMPONENTS.contains(&skip.component),
            "the skip list names “{}”, which this crate doesn't have",
            skip.component
        );
    }
    assert!(total > 0 && passed * 100 >= total * FLOOR, "only {passed} of {total} fixtures pass\n{wrong}");
    assert!(wrong.is_empty(), "{wrong}");
}

/// The difference, or `None`.
fn compare(component: &str, options: &Value, expected: &str) -> Option<String> {
    let ours = Owner::new().with(|| build::component(component, &Options::new(options, expected)).to_html());
    let (ours, expected) = (html::normal(&ours), html::normal(expected));
    (ours != expected).then(|| html::difference(&expected, &ours))
}

/// Name, options and expected HTML of each fixture.
fn fixtures(component: &str) -> Vec<(String, Value, String)> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let path = root.join("node_modules/govuk-frontend/dist/govuk/components").join(component).join("fixtures.json");
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| {
        panic!("{} can't be read ({error}). Run `make setup`, which installs GOV.UK Frontend.", path.display())
    });
    let file: Value = serde_json::from_str(&text).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let fixtures = file["fixtures"].as_array().unwrap().iter();
    fixtures.map(|it| (text(&it["name"]), it["options"].clone(), text(&it["html"]))).collect()
}
