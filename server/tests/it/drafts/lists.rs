//! Lists without scripts: add, change, remove.

use super::support::{save, save_from, start};
use crate::{
    forms::small,
    support::{Browser, ENGLISH, Page, TestApp},
};
use form_engine::condition::Condition;

/// The list of conditions in a draft of the small form, and one of its items with a nested list of medicines.
struct Conditions {
    browser: Browser,
    draft: String,
    path: String,
}

impl Conditions {
    async fn new(app: &TestApp) -> Self {
        let mut browser = app.browser();
        let draft = start(&mut browser, "first").await;
        let path = format!("/drafts/{draft}/conditions");
        Self { browser, draft, path }
    }

    async fn open(&mut self, item: &str) -> Page {
        self.browser.get(&format!("{}/{item}", self.path)).await
    }

    async fn save(&mut self, open: &Page, go: &str, answers: &[(&str, &str)]) -> Page {
        save_from(&mut self.browser, open, &self.draft, "conditions", go, answers).await
    }

    async fn add(&mut self, item: &str) {
        let open = self.open(item).await;
        self.save(&open, "aside", &[("cond_name", item)]).await;
    }

    async fn remove(&mut self, item: &str) {
        let revision = self.open(&format!("{item}/remove")).await.hidden("revision");
        let pairs = [("draft", self.draft.as_str()), ("page", "conditions"), ("item", item), ("revision", &revision)];
        self.browser.post("/api/drafts/remove-item", &pairs).await;
    }

    async fn is_empty(&mut self) -> bool {
        self.browser.get(&self.path).await.text.contains("None yet.")
    }
}

#[tokio::test]
async fn nothing_typed_makes_no_list_item() {
    let (app, _folder) = small::app().await;
    let mut list = Conditions::new(&app).await;
    for go in ["continue", "later", "aside", "language:cy", "language:en-GB"] {
        let open = list.open("new").await;
        let page = list.save(&open, go, &[("cond_name", " "), ("med_cost", "")]).await;
        let is_asked = page.path.contains("/conditions/new") && page.text.contains("Enter what it is called");
        assert_eq!(is_asked, go == "continue", "{go}: {}", page.path);
        assert!(list.is_empty().await, "{go}");
    }
    // Typed, autosaved and deleted again.
    list.add("new").await;
    assert!(!list.is_empty().await);
    let open = list.open("new").await;
    list.save(&open, "aside", &[]).await;
    assert!(list.is_empty().await);
    let page = list.save(&open, "continue", &[("cond_name", "Angina")]).await;
    assert!(page.text.contains("value=\"Angina\""), "an older page than the empty one: {}", page.text);
    let page = list.save(&page, "continue", &[("cond_name", "Angina")]).await;
    assert!(page.path.ends_with("/conditions/new/med") && !list.is_empty().await, "{}", page.path);
}

#[tokio::test]
async fn a_removed_list_item_stays_removed_and_what_was_typed_later_is_shown() {
    let (app, _folder) = small::app().await;
    let mut list = Conditions::new(&app).await;
    list.add("a").await;
    let (old, old_nested) = (list.open("a").await, list.open("a/med/b").await);
    list.remove("a").await;
    for (old, typed, path) in
        [(old, ("cond_name", "Angina"), "/conditions/a"), (old_nested, ("med_name", "Aspirin"), "/conditions/a/med/b")]
    {
        assert_eq!(list.save(&old, "aside", &[typed]).await.status, 409);
        assert!(list.is_empty().await);
        let page = list.save(&old, "continue", &[typed]).await;
        assert!(page.path.contains(path) && page.path.contains("changed"), "{}", page.path);
        assert!(page.text.contains(&format!("value=\"{}\"", typed.1)), "{}", page.text);
        assert!(list.is_empty().await, "the person hasn't chosen yet");
        list.save(&page, "later", &[typed]).await;
        assert!(!list.is_empty().await, "they want it");
        list.remove("a").await;
        assert!(list.is_empty().await);
    }
}

#[tokio::test]
async fn what_is_typed_past_the_maximum_of_a_list_is_shown_again() {
    let (app, _folder) = small::app().await;
    let mut list = Conditions::new(&app).await;
    let old = list.open("d").await;
    for item in ["a", "b", "c"] {
        list.add(item).await;
    }
    let old_nested = list.open("c/med/b").await;
    list.remove("c").await;
    list.add("e").await;
    let newer = list.browser.get(&list.path.clone()).await.hidden("revision");
    for (old, typed) in [(old, ("cond_name", "Angina")), (old_nested, ("med_name", "Aspirin"))] {
        let mut old = old;
        old.text = old.text.replace(&format!("value=\"{}\"", old.hidden("revision")), &format!("value=\"{newer}\""));
        let page = list.save(&old, "continue", &[typed]).await;
        assert_eq!(page.status, 413, "{}", page.text);
        assert!(page.text.contains(&format!("value=\"{}\"", typed.1)), "{}", page.text);
    }
}

#[tokio::test]
async fn list_items_are_added_changed_and_removed() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let page = form.pages().find(|page| page.list().is_some()).unwrap();
    let group = page.list().unwrap();
    let Some(Condition::Is { key: gate, values }) = page.when.as_deref().cloned() else {
        panic!("the list is always there")
    };
    let value = values[0].clone();
    let gate_page = form.pages().find(|page| page.questions().iter().any(|q| q.key == gate)).unwrap();
    save(&mut browser, &draft, &gate_page.slug, "aside", &[(&gate, &value)]).await;
    let list_path = format!("/drafts/{draft}/{}", page.slug);
    let list = browser.get(&list_path).await;
    assert!(list.text.contains(&group.none) || list.text.contains("care-empty"), "{}", list.text);
    let item = list.text.split(&format!("{list_path}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
    let first = &group.questions[0];
    let item_path = format!("{list_path}/{item}");
    let open = browser.get(&item_path).await;
    save_from(&mut browser, &open, &draft, &page.slug, "later", &[(&first.key, "Parkinson’s")]).await;
    let list = browser.get(&list_path).await;
    assert!(list.text.contains("Parkinson’s"), "{}", list.text);
    let open = browser.get(&item_path).await;
    save_from(&mut browser, &open, &draft, &page.slug, "later", &[(&first.key, "Arthritis")]).await;
    let list = browser.get(&list_path).await;
    assert!(list.text.contains("Arthritis") && !list.text.contains("Parkinson’s"));
    let sure = browser.get(&format!("{item_path}/remove")).await;
    assert_eq!(sure.heading(), "Remove Arthritis?");
    let revision = sure.hidden("revision");
    let pairs =
        [("draft", draft.as_str()), ("page", page.slug.as_str()), ("item", item.as_str()), ("revision", revision.as_str())];
    let list = browser.post("/api/drafts/remove-item", &pairs).await;
    assert_eq!(list.path, list_path);
    assert!(!list.text.contains("Arthritis"));
}

#[tokio::test]
async fn items_with_the_same_name_are_numbered_wherever_they_are_named() {
    let (app, _folder) = small::app().await;
    let mut list = Conditions::new(&app).await;
    for item in ["a", "b"] {
        let open = list.open(item).await;
        list.save(&open, "aside", &[("cond_name", "Asthma")]).await;
    }
    let (path, draft) = (list.path.clone(), list.draft.clone());
    for page in [path.clone(), format!("{path}/b/remove"), format!("/drafts/{draft}/check")] {
        let text = list.browser.get(&page).await.text;
        assert!(text.contains("Asthma (2)"), "{page}: {text}");
    }
    assert!(!list.open("a/remove").await.text.contains("Asthma (2)"));
}

#[tokio::test]
async fn an_account_is_named_by_its_bank_its_kind_and_its_sum() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "financial-assessment").await;
    let open = browser.get(&format!("/drafts/{draft}/your-accounts/a")).await;
    let answers = [("bank_name", "Barclays"), ("bank_type", "current"), ("bank_balance", "1200")];
    save_from(&mut browser, &open, &draft, "your-accounts", "aside", &answers).await;
    let page = browser.get(&format!("/drafts/{draft}/your-accounts/a/remove")).await;
    assert!(page.text.contains("Barclays, a current account, £1,200"), "{}", page.text);
}
