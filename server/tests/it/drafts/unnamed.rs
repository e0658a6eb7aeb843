//! A form that its owner may want kept out of lists shows no name in them before it is submitted either.

use super::support::{save, start};
use crate::{forms::small, support::TestApp};

// ASVS V14.2.6
#[tokio::test]
async fn a_draft_that_may_be_unlisted_has_no_name_in_lists() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "safeguarding-concern").await;
    let told = ["adult at risk of harm", "Who is at risk", "safeguarding"];
    for path in ["/recover", "/account", &format!("/drafts/{draft}/delete")] {
        let page = browser.get(path).await;
        let main = page.text.split("<main").nth(1).unwrap_or_default().to_owned();
        for word in told {
            assert!(!main.contains(word), "{path} says {word}");
        }
    }
    let home = browser.get("/").await;
    let resume = home.text.split("care-resume\"").nth(1).and_then(|rest| rest.split("</section>").next()).unwrap();
    assert!(resume.contains("A saved form") && told.iter().all(|word| !resume.contains(word)), "{resume}");
    let list = browser.get("/recover").await;
    assert!(list.text.contains("A saved form") && !list.text.contains("Next page"));
    assert!(list.text.contains(&format!("href=\"/drafts/{draft}\"")), "there is a link to continue");
    assert!(browser.get(&format!("/drafts/{draft}/delete")).await.text.contains("A saved form"));
    browser.get("/language/cy").await;
    assert!(browser.get("/recover").await.text.contains("Ffurflen wedi'i chadw"));
}

#[tokio::test]
async fn a_draft_whose_owner_allows_it_has_its_name_in_lists() {
    let (app, _folder) = small::app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    save(&mut browser, &draft, "you", "aside", &[("hide", "yes")]).await;
    assert!(!browser.get("/recover").await.text.contains("Form first"));
    save(&mut browser, &draft, "you", "aside", &[("hide", "no")]).await;
    let list = browser.get("/recover").await;
    assert!(list.text.contains("Form first") && list.text.contains("Next page") && !list.text.contains("A saved form"));
}
