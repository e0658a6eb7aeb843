//! Coming back from the provider: once, in the browser that left, and in time.

use super::provider::query;
use super::support::{Council, EMAIL, NAME, margaret};
use http::{StatusCode, header};

// ASVS V14.2.1
#[tokio::test]
async fn the_authorization_request_is_new_each_time_and_anonymous() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let (first, second) = (council.authorize(&mut browser).await, council.authorize(&mut browser).await);
    assert!(first.starts_with(&format!("{}/authorize?", council.provider.url)), "{first}");
    let (first, second) = (query(&first), query(&second));
    for secret in ["state", "nonce", "code_challenge"] {
        assert!(first[secret].len() >= 43 && first[secret] != second[secret], "{secret}");
    }
    assert_eq!(first["redirect_uri"], "http://127.0.0.1:3000/sign-in/council/callback");
    assert_eq!(first["scope"], "openid email profile");
    assert_eq!(first["ui_locales"], "en-GB");
    let known = [
        "response_type",
        "client_id",
        "state",
        "code_challenge",
        "code_challenge_method",
        "redirect_uri",
        "scope",
        "nonce",
        "ui_locales",
    ];
    assert!(first.keys().all(|name| known.contains(&name.as_str())), "{:?}", first.keys());
}

// ASVS V10.1.2
#[tokio::test]
async fn the_cookie_of_an_attempt_is_host_only_and_independent_of_the_state() {
    let council = Council::with(|settings| settings.public_url = "https://care.example".into()).await;
    let mut browser = council.app.browser();
    let page = council.press(&mut browser).await;
    let set = page.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(set.starts_with("__Host-care-council="), "{set}");
    for part in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure", "; Max-Age=600"] {
        assert!(set.contains(part), "{part}: {set}");
    }
    let state = query(page.headers[header::LOCATION].to_str().unwrap())["state"].clone();
    assert!(!set.contains(&state), "the cookie can't be derived from the address");
}

// ASVS V7.6.2
#[tokio::test]
async fn only_the_sign_in_page_may_lead_to_the_provider() {
    let council = Council::with(|settings| settings.oidc.origins = vec!["https://sso.example".into()]).await;
    let mut browser = council.app.browser();
    let policy = |page: &crate::support::Page| page.headers["content-security-policy"].to_str().unwrap().to_owned();
    let sign_in = policy(&browser.get("/sign-in").await);
    assert!(sign_in.contains(&format!("form-action 'self' {} https://sso.example; ", council.provider.url)), "{sign_in}");
    for path in ["/", "/create-account", "/sign-in/council/callback"] {
        assert!(policy(&browser.get(path).await).contains("form-action 'self'; "), "{path}");
    }
}

// ASVS V10.2.1
#[tokio::test]
async fn a_state_works_once() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    let back = council.provider.sign_in(&address, &margaret());
    let (tab, late) = (browser.tab(), browser.tab());
    assert_eq!(browser.get(&back).await.path, "/sign-in/confirm");
    let asked = council.provider.asked().len();
    let mut again = tab;
    assert_eq!(again.get(&back).await.path, "/sign-in/confirm", "a second press leads to the same step");
    assert_eq!(again.cookie("care-step"), browser.cookie("care-step"));
    assert_eq!(council.provider.asked().len(), asked, "the provider isn't even called");
    council.app.clock.advance(60);
    let mut again = late;
    let page = again.get(&back).await;
    Council::expect_not(&again, &page, "this page was used before");
    assert_eq!(council.provider.asked().len(), asked, "the provider isn't even called");
}

// ASVS V10.2.1 V15.4.2
#[tokio::test]
async fn a_state_used_twice_at_once_begins_one_sign_in() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let mut browser = council.app.browser();
    let address = council.authorize(&mut browser).await;
    let back = council.provider.sign_in(&address, &margaret());
    let (mut one, mut other) = (browser.tab(), browser.tab());
    let (first, second) = tokio::join!(one.get(&back), other.get(&back));
    assert_eq!([first.path, second.path], ["/sign-in/confirm", "/sign-in/confirm"]);
    assert_eq!(one.cookie("care-step"), other.cookie("care-step"));
}

// ASVS V10.1.2 V10.2.1
#[tokio::test]
async fn another_browser_cannot_use_a_callback_or_spoil_it() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    let (mut hers, mut theirs) = (council.app.browser(), council.app.browser());
    let address = council.authorize(&mut hers).await;
    let back = council.provider.sign_in(&address, &margaret());
    // Another browser without the cookie, and one that has started its own sign-in.
    let page = theirs.get(&back).await;
    Council::expect_not(&theirs, &page, "start again");
    council.authorize(&mut theirs).await;
    let page = theirs.get(&back).await;
    Council::expect_not(&theirs, &page, "start again");
    assert_eq!(hers.get(&back).await.path, "/sign-in/confirm");
}

#[tokio::test]
async fn an_attempt_expires_after_ten_minutes() {
    let council = Council::new().await;
    council.connected(&margaret()).await;
    for (seconds, path) in [(599, "/sign-in/confirm"), (600, "/sign-in/council/callback")] {
        let mut browser = council.app.browser();
        let address = council.authorize(&mut browser).await;
        council.app.clock.advance(seconds);
        assert_eq!(browser.get(&council.provider.sign_in(&address, &margaret())).await.path, path, "{seconds}");
    }
}

#[tokio::test]
async fn declining_at_the_provider_is_explained_and_the_password_still_works() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let state = query(&council.authorize(&mut browser).await)["state"].clone();
    let page = browser.get(&format!("/sign-in/council/callback?error=access_denied&state={state}")).await;
    Council::expect_not(&browser, &page, "You stopped, or you chose not to");
    assert_eq!(council.app.resident(EMAIL).await.get("/account").await.status, StatusCode::OK);
}

// ASVS V10.1.1 V16.5.1
#[tokio::test]
async fn nothing_from_the_providers_response_is_shown() {
    let council = Council::new().await;
    for error in ["server_error", "temporarily_unavailable", "%3Cb%3Ehello%3C%2Fb%3E", "", "login_required"] {
        let mut browser = council.app.browser();
        let state = query(&council.authorize(&mut browser).await)["state"].clone();
        let said = "error_description=Call+0900+hello&error_uri=https%3A%2F%2Fevil.example";
        let page = browser.get(&format!("/sign-in/council/callback?error={error}&{said}&state={state}")).await;
        Council::expect_not(&browser, &page, "Try again in a few minutes");
        assert!(!page.text.contains("hello") && !page.text.contains("evil.example"), "{}", page.text);
    }
}

#[tokio::test]
async fn incomplete_callbacks_are_refused() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let state = query(&council.authorize(&mut browser).await)["state"].clone();
    for (said, why) in [
        ("code=a", "start again"),
        ("state=", "start again"),
        ("nothing", "start again"),
        ("code=a&state=wrong", "start again"),
        ("code=%ff%fe&state=%00", "start again"),
        (&*format!("state={state}"), "Try again in a few minutes"),
    ] {
        let page = browser.get(&format!("/sign-in/council/callback?{said}")).await;
        Council::expect_not(&browser, &page, why);
    }
    let page = browser.get("/sign-in/council/callback").await;
    Council::expect_not(&browser, &page, "start again");
}

// ASVS V10.2.2
#[tokio::test]
async fn a_response_of_another_issuer_is_refused() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let state = query(&council.authorize(&mut browser).await)["state"].clone();
    let page = browser.get(&format!("/sign-in/council/callback?code=a&state={state}&iss=https%3A%2F%2Fevil.example")).await;
    Council::expect_not(&browser, &page, "could not make sure that it is you");
    assert!(!council.provider.asked().contains(&"token".to_owned()), "it isn't called with a code it didn't issue");
}

#[tokio::test]
async fn an_unknown_authorization_code_is_refused() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    let state = query(&council.authorize(&mut browser).await)["state"].clone();
    let page = browser.get(&format!("/sign-in/council/callback?code=guessed&state={state}")).await;
    Council::expect_not(&browser, &page, "start again");
}

#[tokio::test]
async fn the_pages_are_in_welsh_too() {
    let council = Council::new().await;
    let mut browser = council.app.browser();
    browser.get("/language/cy?page=/sign-in").await;
    let request = browser.request("GET", "/sign-in").body(axum::body::Body::empty()).unwrap();
    let page = browser.once(request, "/sign-in").await;
    assert!(page.text.contains(&format!("Mewngofnodi gan ddefnyddio {NAME}")), "{}", page.text);
}
