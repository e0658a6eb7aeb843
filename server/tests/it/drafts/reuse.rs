//! Which earlier forms a new one offers to take answers from.

use super::support::{save, start};
use crate::support::{Browser, TestApp};

/// Begins a form about somebody.
async fn begin(browser: &mut Browser, form: &str, who: &str, [first, last]: [&str; 2]) -> String {
    let draft = start(browser, form).await;
    save(browser, &draft, "who-this-is-for", "continue", &[("on_behalf", who)]).await;
    let name = [("p_first", first), ("p_last", last)];
    save(browser, &draft, "name-and-date-of-birth", "continue", &name).await;
    draft
}

#[tokio::test]
async fn every_earlier_form_is_offered_by_name_and_ones_own_first() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let own = begin(&mut browser, "care-needs", "myself", ["Margaret", "Ashworth"]).await;
    app.clock.advance(60);
    let hers = begin(&mut browser, "care-needs", "someone-else", ["Ann", "Lee"]).await;
    let page = browser.get("/forms/home-adaptations").await;
    let at = |text: &str| page.text.find(text).unwrap_or_else(|| panic!("{text} isn't in: {}", page.text));
    assert!(at("It is about Margaret Ashworth.") < at("It is about Ann Lee."), "the newer one isn't about her");
    assert!(page.text.contains("No, start with an empty form"));
    let empty = browser.post("/api/drafts/start", &[("form", "home-adaptations"), ("carry", "none")]).await;
    let path = format!("{}/name-and-date-of-birth", empty.path);
    assert!(!browser.get(&path).await.text.contains("value=\"Ann\""));
    let taken = browser.post("/api/drafts/start", &[("form", "home-adaptations"), ("carry", &hers), ("again", "yes")]).await;
    let path = format!("{}/name-and-date-of-birth", taken.path);
    assert!(browser.get(&path).await.text.contains("value=\"Ann\""));
    // On the way from another form, that form is offered first, then others about the same person.
    let linked = browser.get(&format!("/forms/home-adaptations?from={hers}")).await;
    let first = linked.text.find(&format!("value=\"{hers}\"")).unwrap();
    assert!(first < linked.text.find(&format!("value=\"{own}\"")).unwrap());
    let mut stranger = app.resident("other@example.com").await;
    assert!(!stranger.get("/forms/home-adaptations").await.text.contains("Ann Lee"));
}
