//! Drafts in different states, older versions of forms, and what visitors have begun.

use super::{
    fixture::Facts,
    installation::{Installation, shows},
    residents::send,
    seeder::{Person, Seeder},
};
use crate::drafts::support::{save, save_from, start};
use drafts::Catalogue;
use platform::crypto::keyring::Keyring;
use sea_orm::EntityTrait;
use serde_json::Value;
use std::{fs, path::Path};
use store::{SealedRow, entity::draft};

const DETAILS: &str = "your-details";
/// How the first version names a question, and how the second does.
const LABELS: [&str; 2] = ["label = \"Phone number\"", "label = \"Your phone number\""];

/// Before the second version of the forms is published.
pub async fn seed_first_version(seeder: &mut Seeder) {
    let Person { mut browser, facts } = seeder.resident().await;
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, DETAILS, "aside", &[("me_contact_pref", "phone"), ("me_phone", "0111")]).await;
    seeder.keep("first version", facts.with("draft", &draft));
}

/// Publishes the council's forms with another name for a question, which somebody doesn't want to move to.
pub async fn seed_second_version(seeder: &mut Seeder) {
    let (forms, service) = (tempfile::tempdir().unwrap(), &seeder.place.app.web.service);
    copy(&service.settings.forms, forms.path());
    let part = forms.path().join("parts/your-details.toml");
    fs::write(&part, fs::read_to_string(&part).unwrap().replace(LABELS[0], LABELS[1])).unwrap();
    Catalogue::publish(forms.path(), &service.store, &service.clock).await.unwrap();
    assert!(seeder.place.app.web.forms.follow(&service.store).await.unwrap());

    let facts = seeder.facts("first version");
    let mut browser = seeder.place.signs_in(&facts, "text").await;
    let path = format!("/drafts/{}/{DETAILS}", facts.get("draft"));
    shows(&mut browser, &path, "This form has changed since you started it").await;
    let old = browser.get(&path).await;
    browser.post("/api/drafts/keep-old", &[("draft", facts.get("draft"))]).await;
    let answers = [("me_contact_pref", "phone"), ("me_phone", "0222")];
    save(&mut browser, facts.get("draft"), DETAILS, "aside", &answers).await;
    // Another tab, in which the page was still open.
    let answers = [("me_contact_pref", "phone"), ("me_phone", "0333")];
    let stale = save_from(&mut browser, &old, facts.get("draft"), DETAILS, "continue", &answers).await;
    assert!(stale.path.ends_with("?changed"), "{}: {}", stale.path, stale.text);
    // A copy of the second version, in a form that isn't listed.
    let Person { mut browser, facts } = seeder.resident().await;
    let reference = send(seeder, &mut browser, "safeguarding-concern").await;
    seeder.keep("second version", facts.with("reference", &reference));
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let there = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).unwrap();
        }
    }
}

/// In the last hour.
pub async fn seed_visitor(seeder: &mut Seeder) {
    let mut browser = seeder.place.app.browser();
    let draft = start(&mut browser, "home-adaptations").await;
    save(&mut browser, &draft, DETAILS, "aside", &[("me_contact_pref", "phone"), ("me_phone", "01632 960 002")]).await;
    seeder.keep("visitor", Person { browser, facts: Facts::default().with("draft", &draft) }.and_cookies());
}

pub async fn check(place: &Installation, facts: impl Fn(&str) -> Facts) {
    let visitor = facts("visitor");
    let path = format!("/drafts/{}/{DETAILS}", visitor.get("draft"));
    shows(&mut place.browser_of(&visitor), &path, "01632 960 002").await;
    assert_eq!(place.app.browser().get(&path).await.path, "/sign-in", "nobody else opens it");

    check_first_version(place, &facts("first version")).await;
    let second = facts("second version");
    let mut browser = place.signs_in(&second, "text").await;
    let copy = format!("/submitted/{}", second.get("reference"));
    shows(&mut browser, &copy, "What I say about").await;
    assert!(!browser.get("/submitted").await.text.contains(second.get("reference")), "it isn't listed");
}

/// The old version is shown, with both answers. Saving loses nothing that is stored beside them.
async fn check_first_version(place: &Installation, facts: &Facts) {
    let mut browser = place.signs_in(facts, "text").await;
    let (draft, keyring) = (facts.get("draft"), &place.app.web.service.keyring);
    let path = format!("/drafts/{draft}/{DETAILS}");
    for text in ["value=\"0333\"", "0222", "Phone number"] {
        shows(&mut browser, &path, text).await;
    }
    assert!(!browser.get(&path).await.text.contains("Your phone number"));
    let before = content(place, keyring, draft).await;
    assert_eq!(before["answers"]["fields"]["me_phone"], Value::from(vec!["0222"]), "{before}");
    save(&mut browser, draft, "safe-contact", "aside", &[]).await;
    let after = content(place, keyring, draft).await;
    for part in ["kept", "declined"] {
        assert!(!before[part].is_null() && before[part] == after[part], "{part}: {before} became {after}");
    }
}

/// What is sealed in a draft.
async fn content(place: &Installation, keyring: &Keyring, draft: &str) -> Value {
    let store = &place.app.web.service.store;
    draft::Entity::find_by_id(draft).one(store.reader()).await.unwrap().unwrap().open_json(keyring).unwrap()
}
