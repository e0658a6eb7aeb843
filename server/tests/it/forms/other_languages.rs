//! A council's pages in languages that the service isn't in.

use super::small::{URDU, app};
use crate::support::TestApp;
use drafts::Catalogue;
use http::StatusCode;

const LINK: &str = "href=\"/other-languages/ur\" lang=\"ur\" hreflang=\"ur\" dir=\"rtl\"";

#[tokio::test]
async fn a_page_is_in_its_own_language_and_direction_and_linked_by_its_own_name() {
    let (app, _folder) = app().await;
    let mut browser = app.browser();
    for path in ["/", "/help"] {
        let page = browser.get(path).await;
        assert!(page.text.contains(LINK) && page.text.contains("اردو"), "{path}: {}", page.text);
        assert!(page.text.contains("other languages") || page.text.contains("Other languages"), "{path}");
    }
    let page = browser.get("/other-languages/ur").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "مدد حاصل کریں"));
    assert!(page.text.contains("lang=\"ur\" dir=\"rtl\""), "{}", page.text);
    assert!(page.text.contains("href=\"tel:01632960100\"") && page.text.contains("<strong>"), "{}", page.text);
    for path in ["/other-languages/pl", "/other-languages/UR", "/other-languages/..%2fur", "/other-languages"] {
        assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn a_page_that_nobody_has_checked_is_not_shown() {
    let (app, folder) = app().await;
    let file = folder.path().join("languages/ur.toml");
    std::fs::write(&file, URDU.replace("checked_by", "# checked_by")).unwrap();
    let service = &app.web.service;
    Catalogue::publish(folder.path(), &service.store, &service.clock).await.unwrap();
    app.web.forms.follow(&service.store).await.unwrap();
    let mut browser = app.browser();
    assert_eq!(browser.get("/other-languages/ur").await.status, StatusCode::NOT_FOUND);
    for path in ["/", "/help"] {
        assert!(!browser.get(path).await.text.contains("/other-languages/"), "{path}");
    }
}

#[tokio::test]
async fn the_council_ships_none() {
    let app = TestApp::new().await;
    assert!(app.web.ports.forms.other_languages().is_empty());
    assert!(!app.browser().get("/").await.text.contains("Other languages"));
}
