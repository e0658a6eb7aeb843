//! An outsider can't tell from the service whether an address has an account, or what state that account is in: the
//! texts, status and length are the same. Only what is sent to the mailbox differs.

use super::support::{AccountsHarness, Answered, HOUR, PASSWORD, change_by};
use crate::support::{Browser, ENGLISH, Page};
use accounts::lost_phone::deciding::{Decision, decide, waiting};
use ports::{CallTime, Channel, ClientContext, IdentityCheck, PhoneRequest, Reason, Resident};
use std::sync::Arc;

/// One address for each state an account can be in. They are equally long.
const NOBODY: &str = "address1@example.com";
const BEGUN: &str = "address2@example.com";
const WITH_PHONE: &str = "address3@example.com";
const WITH_RECOVERY_CODES: &str = "address4@example.com";
const WITHOUT_PHONE: &str = "address5@example.com";
const CODES_LOCKED: &str = "address6@example.com";
const YEAR: i64 = 365 * 24 * HOUR;
const ALL: [&str; 6] = [NOBODY, BEGUN, WITH_PHONE, WITH_RECOVERY_CODES, WITHOUT_PHONE, CODES_LOCKED];

async fn resident(harness: &AccountsHarness, email: &str, phone: &str) -> Arc<Resident> {
    let signed_in = harness.register(email, phone, Channel::Text).await;
    harness.who(&signed_in.session_token).await.unwrap()
}

/// A service with an address in each state, set up long enough ago that the sends no longer count towards limits.
async fn everybody() -> AccountsHarness {
    // Locked codes stay locked, and nothing is refused for being sent too often.
    let harness = AccountsHarness::with(|settings| {
        (settings.codes.lock_seconds, settings.codes.longest_lock_seconds) = (YEAR, YEAR);
        (settings.codes.sends_an_hour, settings.codes.sends_a_day) = (1000, 1000);
    })
    .await;
    let ports = harness.ports();
    ports.registration.begin(BEGUN, &ClientContext::default()).await.unwrap();
    resident(&harness, WITH_PHONE, "07700 900003").await;

    let owner = resident(&harness, WITH_RECOVERY_CODES, "07700 900004").await;
    ports.factors.renew_recovery_codes(&change_by(&owner)).await.unwrap();

    resident(&harness, WITHOUT_PHONE, "07700 900005").await;
    let step = ports.sign_in.check_password(WITHOUT_PHONE, PASSWORD, &ClientContext::default()).await.unwrap().token;
    ports.lost_phone.send_request_link(&step, ENGLISH).await.unwrap();
    let sent = harness.sent().await;
    let link = sent.iter().find_map(|message| message.body.split_once("/change-phone/")).unwrap().1;
    let link = link.split_whitespace().next().unwrap();
    let request = PhoneRequest { reason: Reason::Lost, check: IdentityCheck::Visit, when: CallTime::AnyTime };
    ports.lost_phone.ask(link, request, ENGLISH).await.unwrap();
    let id = waiting(harness.service()).await.unwrap().pop().unwrap().id;
    for by in ["jo@council.example", "sam@council.example"] {
        decide(harness.service(), &id, by, Decision::Agree).await.unwrap();
    }

    resident(&harness, CODES_LOCKED, "07700 900006").await;
    let step = ports.sign_in.check_password(CODES_LOCKED, PASSWORD, &ClientContext::default()).await.unwrap().token;
    for _ in 0..5 {
        let _ = ports.sign_in.confirm_code(&step, "000000", &ClientContext::default()).await.answered();
    }
    harness.advance(60);
    harness
}

/// Everything about a response that an outsider can see.
fn told(page: &Page, email: &str) -> (u16, String, Vec<String>, String) {
    let names = |name: &str| page.headers.get_all(name).iter().map(|value| value.to_str().unwrap().to_owned());
    let cookies = names("set-cookie").map(|cookie| cookie.split('=').next().unwrap_or_default().to_owned()).collect();
    let text = page.text.replace(email, "EMAIL");
    (page.status.as_u16(), page.path.clone(), cookies, without_nonces(&text))
}

/// A page without its nonces, which are new every time.
fn without_nonces(text: &str) -> String {
    let mut parts = text.split("nonce=\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or(part, |(_, rest)| rest))
}

async fn answers(harness: &AccountsHarness, email: &str) -> Vec<(u16, String, Vec<String>, String)> {
    let mut seen = Vec::new();
    let mut browser: Browser = harness.app.browser();
    browser.get("/sign-in").await;
    let wrong = browser.post("/api/sign-in/password", &[("email", email), ("password", "wrong wrong wrong")]).await;
    seen.push(told(&wrong, email));
    browser.get("/forgot-password").await;
    seen.push(told(&browser.post("/api/password/forgot", &[("email", email)]).await, email));
    browser.get("/create-account").await;
    seen.push(told(&browser.post("/api/account/begin", &[("email", email)]).await, email));
    harness.advance(31);
    seen.push(told(&browser.post("/api/account/resend-email-code", &[]).await, email));
    seen.push(told(&browser.post("/api/account/email-code", &[("code", "000000")]).await, email));
    seen
}

// ASVS V6.3.8
#[tokio::test]
async fn every_address_gets_the_same_responses() {
    let harness = everybody().await;
    let expected = answers(&harness, NOBODY).await;
    let paths: Vec<&str> = expected.iter().map(|(_, path, ..)| path.as_str()).collect();
    let code = "/create-account/email-code";
    assert_eq!(paths, ["/sign-in", "/forgot-password/sent", code, code, code]);
    for email in ALL {
        for (number, (seen, expected)) in answers_of(&harness, email, &expected).await {
            assert_eq!(seen, *expected, "response {number} for {email}");
        }
    }
}

type VisibleReply = (u16, String, Vec<String>, String);

/// The replies for an address, paired with those for an address without an account, which are passed in.
async fn answers_of<'a>(
    harness: &AccountsHarness,
    email: &str,
    expected: &'a [VisibleReply],
) -> Vec<(usize, (VisibleReply, &'a VisibleReply))> {
    if email == NOBODY {
        return Vec::new();
    }
    answers(harness, email).await.into_iter().zip(expected).enumerate().collect()
}

/// How long each request that names an address takes, in milliseconds: sign-in, password reset, registration, and
/// sending the registration code again.
async fn times(harness: &AccountsHarness, email: &str) -> [f64; 4] {
    let ports = harness.ports();
    let here = ClientContext::default();
    let (sign_in, ()) =
        timed(async { drop(ports.sign_in.check_password(email, "wrong wrong wrong", &here).await.answered()) }).await;
    let (reset, ()) = timed(async { ports.passwords.send_reset_link(email, &here).await.unwrap() }).await;
    let (create, step) = timed(async { ports.registration.begin(email, &here).await.unwrap() }).await;
    harness.advance(31);
    let again = async { ports.registration.resend_email_code(&step.token, ENGLISH).await.unwrap() };
    let (resend, ()) = timed(again).await;
    [sign_in, reset, create, resend]
}

async fn timed<T>(work: impl Future<Output = T>) -> (f64, T) {
    let from = std::time::Instant::now();
    let done = work.await;
    (from.elapsed().as_secs_f64() * 1000.0, done)
}

/// Computes hashes for a minute and is disturbed by other work on the machine, so it only runs in `make test-all`.
// ASVS V6.3.8
#[tokio::test]
#[ignore = "measures, for make test-all"]
async fn every_address_gets_its_response_in_the_same_time() {
    const ROUNDS: usize = 100;
    let harness = everybody().await;
    let mut taken: [[Vec<f64>; ALL.len()]; 4] = Default::default();
    for _ in 0..ROUNDS {
        for (address, email) in ALL.iter().enumerate() {
            for (asked, ms) in times(&harness, email).await.into_iter().enumerate() {
                taken[asked][address].push(ms);
            }
        }
        // By then, wrong passwords and requested links no longer count.
        harness.advance(24 * HOUR);
    }
    for (mut taken, asked) in taken.into_iter().zip(["sign in", "another password", "an account", "its code again"]) {
        let medians = taken.each_mut().map(|times| median(times));
        let (least, most) = medians.iter().fold((f64::MAX, 0.0_f64), |(least, most), ms| (least.min(*ms), most.max(*ms)));
        println!("{asked}: medians of {ROUNDS} rounds over {} addresses: {medians:.1?} ms", ALL.len());
        assert!(most - least <= 5.0, "{asked}: {medians:?}");
    }
}

fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
