//! Texts with a meaning for a database, browser, template or mail server. Here they are only text.

use crate::{
    drafts::support::{save, start},
    support::TestApp,
};
use http::StatusCode;

const DATABASE: [&str; 12] = [
    "' OR '1'='1",
    "' OR 1=1 --",
    "'; DROP TABLE account; --",
    "\"; DELETE FROM draft; --",
    "1; SELECT pg_sleep(5)",
    "' UNION SELECT sealed FROM account --",
    "x' AND randomblob(100000000) --",
    "admin'/*",
    "%' OR '%'='",
    "\\'; --",
    "$1",
    "?1",
];

const MARKUP: [&str; 16] = [
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "</title><img src=x onerror=alert(1)>",
    "<!--<script>",
    "--><svg onload=alert(1)>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "<a href=javascript:alert(1)>x</a>",
    "<style>*{display:none}</style>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "\u{2028}alert(1)\u{2029}",
    "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "%s %n %x {} {0} {name} {$name}",
    "{ $name } { NUMBER(7) } -term",
    "]]><x/>",
];

/// A text as it is escaped in pages.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The value of an input, as a browser reads it.
fn value_of(page: &str, name: &str) -> String {
    let inputs = page.split("<input").skip(1).filter_map(|rest| rest.split('>').next());
    let input = inputs.into_iter().find(|input| input.contains(&format!("name=\"{name}\""))).unwrap_or_default();
    let value = input.split(" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    let plain = value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#x27;", "'");
    plain.replace("&#39;", "'").replace("&amp;", "&")
}

// ASVS V1.2.4
#[tokio::test]
async fn sql_syntax_is_stored_as_text() {
    let app = TestApp::new().await;
    let mut resident = app.resident("margaret@example.com").await;
    let draft = start(&mut resident, "care-needs").await;
    for text in DATABASE {
        save(&mut resident, &draft, "your-details", "aside", &[("me_phone", text)]).await;
        let page = resident.get(&format!("/drafts/{draft}/your-details")).await;
        assert_eq!(value_of(&page.text, "answers[me_phone][]"), text, "it isn't stored as typed");
        let inside = text.bytes().map(|byte| format!("%{byte:02X}")).collect::<Vec<_>>().concat();
        for path in [
            "/drafts/{}",
            "/drafts/{}/check",
            "/submitted/{}",
            "/submitted/{}/pdf",
            "/forms/{}",
            "/reset-password/{}",
            "/change-phone/{}",
            "/phone-change/{}",
            "/language/{}",
        ] {
            let found = resident.get(&path.replace("{}", &inside)).await;
            assert!(!found.status.is_server_error(), "{path} with {text}: {}", found.status);
        }
        let mut stranger = app.browser();
        stranger.get("/sign-in").await;
        let page = stranger.post("/api/sign-in/password", &[("email", text), ("password", text)]).await;
        assert!(page.path == "/sign-in" && !stranger.has_cookie("care-session"), "{text}: {}", page.path);
        let page = stranger.post("/api/account/begin", &[("email", text)]).await;
        assert!(!page.status.is_server_error(), "{text}");
    }
    assert!(resident.get("/recover").await.text.contains("Ask for care and support"), "everything is still there");
}

// ASVS V1.2.1 V1.2.3 V1.3.7 V1.3.10 V3.2.2
#[tokio::test]
async fn markup_and_template_syntax_are_shown_as_typed() {
    let app = TestApp::new().await;
    let mut resident = app.resident("margaret@example.com").await;
    let draft = start(&mut resident, "care-needs").await;
    let clean = resident.get(&format!("/drafts/{draft}/your-details")).await;
    let elements = |text: &str| ["<script", "<img", "<svg", "<style", "<a "].map(|mark| text.matches(mark).count());
    for text in MARKUP {
        save(&mut resident, &draft, "your-details", "aside", &[("me_phone", text)]).await;
        let page = resident.get(&format!("/drafts/{draft}/your-details")).await;
        assert_eq!(elements(&page.text), elements(&clean.text), "{text} made an element");
        assert_eq!(value_of(&page.text, "answers[me_phone][]"), text.trim(), "it isn't shown as typed");
        for page in [
            resident.get(&format!("/drafts/{draft}/check")).await,
            resident.get(&format!("/drafts/{draft}/your-details?check")).await,
        ] {
            assert!(
                !page.text.contains("<script>alert")
                    && !page.text.contains("<img src=x")
                    && !page.text.contains("<svg onload"),
                "{text}"
            );
            assert!(!page.text.contains("49 49"), "{text} was evaluated");
        }
    }
}

// ASVS V1.3.11 V1.3.7 V1.2.1
#[tokio::test]
async fn names_and_addresses_cannot_change_an_email() {
    let app = TestApp::new().await;
    let before = app.messages().await.len();
    for address in [
        "ann@example.com\r\nBcc: bob@example.com",
        "ann@example.com\nSubject: x",
        "ann@example.com, bob@example.com",
        "<ann@example.com> bob@example.com",
        "ann@example.com\0",
        "\"ann\r\n\"@example.com",
    ] {
        let mut browser = app.browser();
        browser.get("/create-account").await;
        browser.post("/api/account/begin", &[("email", address)]).await;
        assert_eq!(app.messages().await.len(), before, "an email was sent to {address:?}");
    }
    let mut browser = app.browser();
    browser.get("/create-account").await;
    browser.post("/api/account/begin", &[("email", "ann@example.com")]).await;
    browser.post("/api/account/email-code", &[("code", &app.code().await)]).await;
    let first = "Ann\r\nBcc: bob@example.com\r\n\r\n<b>{{7*7}}";
    let names = [("first_name", first), ("last_name", "%s {0}"), ("password", "lake hill otter")];
    browser.post("/api/account/password", &names).await;
    browser.post("/api/account/phone", &[("phone", "07700 900123"), ("how", "text")]).await;
    let page = browser.post("/api/account/phone-code", &[("code", &app.code().await)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let draft = start(&mut browser, "care-needs").await;
    let page = save(&mut browser, &draft, "your-details", "later", &[("me_phone", "x")]).await;
    let shown = escaped("Ann Bcc: bob@example.com <b>{{7*7}} %s {0}");
    assert!(page.text.contains(&shown), "the name isn't shown as typed: {}", page.text);
    let outbox = std::fs::read_to_string(app.folder.path().join("outbox.jsonl")).unwrap_or_default();
    for line in outbox.lines() {
        let message: serde_json::Value = serde_json::from_str(line).unwrap();
        let to = message["to"].as_str().unwrap();
        assert!(to == "ann@example.com" || to.starts_with("+44"), "{to}");
        assert!(!message["subject"].as_str().unwrap_or_default().contains(['\r', '\n']), "{message}");
    }
}
