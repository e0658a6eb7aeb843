//! The look of a council follows its settings.

use crate::support::{Browser, Page, TestApp};
use http::{StatusCode, header};
use platform::config::CouncilSettings;

const LOGO: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h120v40z\"/></svg>";

/// The service of another council, with its own colour, tint and logo.
async fn weirside() -> TestApp {
    TestApp::with(|settings| {
        let logo = settings.data.join("logo.svg");
        std::fs::write(&logo, LOGO).unwrap();
        settings.council = CouncilSettings {
            name: "Weirside Council".into(),
            colour: "#6F1D46".into(),
            tint: "#f9f0f4".into(),
            logo,
            ..CouncilSettings::default()
        };
    })
    .await
}

/// The address in an attribute that starts with `begins`.
fn address(page: &Page, begins: &str) -> String {
    let rest = page.text.split_once(&format!("\"{begins}")).map(|(_, rest)| rest).unwrap_or_default();
    format!("{begins}{}", rest.split('"').next().unwrap_or_default())
}

async fn file(browser: &mut Browser, path: &str, kind: &str) -> Page {
    let file = browser.get(path).await;
    assert_eq!((file.status, file.headers[header::CONTENT_TYPE].to_str().unwrap()), (StatusCode::OK, kind), "{path}");
    assert!(file.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap().starts_with("default-src 'none'"), "{path}");
    file
}

fn kept_for_ever(file: &Page) -> bool {
    file.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable")
}

#[tokio::test]
async fn a_council_has_its_colours_everywhere() {
    let app = weirside().await;
    let mut browser = app.browser();
    for path in ["/", "/sign-in", "/nothing", "/offline"] {
        let page = browser.get(path).await;
        assert!(page.text.contains("<meta name=\"theme-color\" content=\"#6f1d46\""), "{path}");
        let (built, own) = (page.text.find("/pkg/care-online").unwrap(), page.text.find("/identity.css?").unwrap());
        assert!(built < own, "{path}: the council's own sheet must come after the built one");
        assert!(!page.text.contains("0b4f5c") && !page.text.contains("Northmere Council"), "{path}");
    }
    let home = browser.get("/").await;
    let sheet = file(&mut browser, &address(&home, "/identity.css"), "text/css; charset=utf-8").await;
    assert!(kept_for_ever(&sheet));
    assert!(sheet.text.starts_with(":root{--care-brand:#6f1d46;--care-brand-dark:#"), "{}", sheet.text);
    assert!(sheet.text.contains("--care-tint:#f9f0f4;"), "{}", sheet.text);
    let plain = file(&mut browser, "/identity.css", "text/css; charset=utf-8").await;
    assert_eq!((plain.text.as_str(), kept_for_ever(&plain)), (sheet.text.as_str(), false));
    let icon = file(&mut browser, &address(&home, "/favicon.svg"), "image/svg+xml").await;
    assert!(icon.text.contains("stroke: #6f1d46") && icon.text.contains("stroke: #f9f0f4"), "{}", icon.text);
}

#[tokio::test]
async fn a_council_has_its_logo_and_nothing_of_the_sample() {
    let app = weirside().await;
    let mut browser = app.browser();
    let home = browser.get("/").await;
    assert_eq!(home.text.matches("src=\"/logo.svg?").count(), 2, "in the bar and in the foot");
    assert!(home.text.contains("alt=\"Weirside Council\" width=\"120\" height=\"40\""));
    assert!(!home.text.contains("care-header__council"), "the logo replaces the name");
    let logo = file(&mut browser, &address(&home, "/logo.svg"), "image/svg+xml").await;
    assert!(kept_for_ever(&logo) && logo.text == LOGO);
    for sample in ["/favicon.ico", "/apple-touch-icon.png", "/opengraph.png", "care-header__mark"] {
        assert!(!home.text.contains(sample), "{sample}");
    }
    // Errors outside a page also have the council's look.
    let refused = browser.post_raw("/api/nothing", "text/plain", "x").await;
    assert!(refused.text.contains("/identity.css?") && refused.text.contains("/logo.svg?"), "{}", refused.text);
}

#[tokio::test]
async fn the_manifest_follows_the_settings() {
    let app = weirside().await;
    let manifest = file(&mut app.browser(), "/manifest.webmanifest", "application/manifest+json").await;
    let manifest: serde_json::Value = serde_json::from_str(&manifest.text).unwrap();
    assert_eq!(manifest["name"], "Adult Social Care Online – Weirside Council");
    assert_eq!((&manifest["theme_color"], &manifest["background_color"]), (&"#6f1d46".into(), &"#ffffff".into()));
    assert_eq!(manifest["icons"].as_array().unwrap().len(), 1);
    assert!(manifest["icons"][0]["src"].as_str().unwrap().starts_with("/favicon.svg?"));
}

#[tokio::test]
async fn without_settings_the_sample_council_is_shown() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let home = browser.get("/").await;
    assert!(home.text.contains("<meta name=\"theme-color\" content=\"#0b4f5c\""));
    assert!(
        home.text.contains("care-header__mark") && home.text.contains("content=\"http://127.0.0.1:3000/opengraph.png\"")
    );
    assert!(!home.text.contains("identity.css") && !home.text.contains("/logo."));
    assert_eq!(browser.get("/identity.css").await.status, StatusCode::NOT_FOUND);
    let icon = file(&mut browser, "/favicon.svg", "image/svg+xml").await;
    assert!(icon.text.contains("stroke: #0b4f5c") && icon.text.contains("stroke: #e8f1f2"), "{}", icon.text);
    let manifest = file(&mut browser, "/manifest.webmanifest", "application/manifest+json").await;
    let manifest: serde_json::Value = serde_json::from_str(&manifest.text).unwrap();
    assert_eq!((&manifest["theme_color"], manifest["icons"].as_array().unwrap().len()), (&"#0b4f5c".into(), 4));
}

// ASVS V14.2.1
#[tokio::test]
async fn only_public_pages_have_a_link_preview() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    for (path, title) in [
        ("/", "Adult Social Care Online"),
        ("/help", "Accessing Adult Social Care Online"),
        ("/privacy", "Privacy"),
        ("/forms/care-needs", "Ask for care and support"),
    ] {
        let page = browser.get(path).await;
        for (property, content) in [("title", title), ("site_name", "Northmere Council"), ("type", "website")] {
            let meta = format!("<meta property=\"og:{property}\" content=\"{content}\"");
            assert!(page.text.contains(&meta), "{path}: {meta}");
        }
        assert!(page.text.contains("<meta property=\"og:description\" content=\""), "{path}");
    }
    let form = browser.get("/forms/care-needs").await;
    assert!(
        form.text.contains("<meta property=\"og:description\" content=\"Tell us what is hard for you"),
        "the form's own"
    );
    for path in ["/account", "/recover", "/sign-in", "/nothing"] {
        assert!(!browser.get(path).await.text.contains("og:"), "{path}");
    }
}
