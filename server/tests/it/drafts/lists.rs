//! Lists without scripts: add, change, remove.

use super::support::{save, save_from, start};
use crate::support::ENGLISH;
use crate::support::TestApp;
use form_engine::condition::Condition;

#[tokio::test]
async fn list_items_are_added_changed_and_removed() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let page = form.pages().find(|page| page.list().is_some()).unwrap();
    let group = page.list().unwrap();
    let Some(Condition::Is { key: gate, values }) = page.when.clone() else { panic!("the list is always there") };
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
