//! Pages for developers, and who gets them.

use crate::support::TestApp;
use axum::body::Body;
use http::StatusCode;

const PAGES: [&str; 6] = ["/outbox", "/outbox/", "/%6Futbox", "/outbox?a=b", "/design-system", "/design-system/"];

async fn shows(app: &TestApp, path: &str, headers: &[(&str, &str)]) -> bool {
    let mut browser = app.browser();
    let mut request = browser.request("GET", path).body(Body::empty()).unwrap();
    for (name, value) in headers {
        request.headers_mut().insert(http::HeaderName::try_from(*name).unwrap(), value.parse().unwrap());
    }
    let page = browser.once(request, path).await;
    page.status == StatusCode::OK || page.text.contains("In development messages are not sent")
}

// ASVS V13.4.2 V13.4.5
#[tokio::test]
async fn developer_pages_are_hidden_behind_a_proxy() {
    let app = TestApp::new().await;
    for path in ["/outbox", "/design-system"] {
        assert!(shows(&app, path, &[]).await, "{path}");
    }
    for path in PAGES {
        for headers in [
            &[("host", "care.example")][..],
            &[("host", "127.0.0.1:3000"), ("x-forwarded-for", "203.0.113.9")],
            &[("host", "localhost:3000"), ("forwarded", "for=203.0.113.9")],
            &[("host", "localhost:3000"), ("via", "1.1 proxy")],
        ] {
            assert!(!shows(&app, path, headers).await, "{path} {headers:?}");
        }
    }
}

// ASVS V13.4.2
#[tokio::test]
async fn developer_pages_are_hidden_where_the_server_is_public() {
    for change in [
        (|settings| settings.profile = platform::config::Profile::Production) as fn(&mut platform::config::Settings),
        |settings| settings.addr = "0.0.0.0:3000".parse().unwrap(),
        |settings| settings.public_url = "http://care.example".into(),
    ] {
        let app = TestApp::with(change).await;
        for path in PAGES {
            assert!(!shows(&app, path, &[]).await, "{path}");
        }
    }
}
