//! The page that shows the components: for developers, not for residents.

use crate::support::TestApp;
use http::StatusCode;
use platform::config::Profile;

#[tokio::test]
async fn developers_see_every_component() {
    let app = TestApp::new().await;
    let page = app.browser().get("/design-system").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::OK, "Design system"));
    for name in ["Back link", "Date input", "Task list", "Warning text"] {
        assert!(page.text.contains(&format!(">{name}</h2>")), "{name}");
    }
    assert!(page.text.contains("<code>error_message</code>"), "properties are named");
}

// ASVS V13.4.2 V15.2.3
#[tokio::test]
async fn residents_do_not_see_the_design_system() {
    let app = TestApp::with(|settings| settings.profile = Profile::Production).await;
    let page = app.browser().get("/design-system").await;
    assert_eq!((page.status, page.heading().as_str()), (StatusCode::NOT_FOUND, "Page not found"));
}
