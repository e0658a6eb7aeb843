//! Many requests at the same moment.

use super::support::{AccountsHarness, Answered, EMAIL, MOBILE, wrong};
use crate::support::{ENGLISH, SeededRandom};
use platform::random::Random;
use ports::{Channel, ClientContext, SignedIn, StepError};

/// Submits codes for one sign-in all at once.
async fn confirm_all(harness: &AccountsHarness, token: &str, codes: Vec<String>) -> Vec<Result<SignedIn, StepError>> {
    let tasks = codes.into_iter().map(|code| {
        let (ports, token) = (harness.ports(), token.to_owned());
        tokio::spawn(async move { ports.sign_in.confirm_code(&token, &code, &ClientContext::default()).await.answered() })
    });
    let mut outcomes = Vec::new();
    for task in tasks.collect::<Vec<_>>() {
        outcomes.push(task.await.unwrap());
    }
    outcomes
}

/// Submits 200 wrong codes and the right one at once, with the right one at `place`.
async fn fire(place: usize) {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    let right = harness.code().await;
    let mut codes = vec![wrong(&right); 201];
    codes[place].clone_from(&right);
    let outcomes = confirm_all(&harness, &token, codes).await;
    let looked_at =
        outcomes.iter().filter(|outcome| !matches!(outcome, Err(StepError::Locked(_) | StepError::Gone))).count();
    // The fifth attempt sets the lock and reports it itself.
    assert!(looked_at <= 5, "{looked_at} codes were checked with the right one at {place}");
    assert!(outcomes.iter().filter(|outcome| outcome.is_ok()).count() <= 1, "more than one session");
    if outcomes.iter().all(Result::is_err) {
        assert_eq!(looked_at, 4, "with the right code at {place}");
        assert!(matches!(harness.confirm(&token, &right).await, Err(StepError::Locked(_))));
    }
}

// ASVS V6.5.1 V6.6.3 V15.4.2
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_hundred_simultaneous_codes_five_are_checked() {
    fire(100).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
#[ignore = "20 runs, for make test-all"]
async fn five_simultaneous_codes_are_checked_wherever_the_right_one_is() {
    let random = SeededRandom::new(15);
    for run in 0..20 {
        let mut bytes = [0; 8];
        random.fill(&mut bytes);
        let place = usize::try_from(u64::from_le_bytes(bytes) % 201).unwrap();
        println!("run {run}: the right code is number {place}");
        fire(place).await;
    }
}

// ASVS V6.5.1 V15.4.2
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_simultaneous_right_codes_start_one_session() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.to_code().await;
    let right = harness.code().await;
    let outcomes = confirm_all(&harness, &token, vec![right; 100]).await;
    let sessions: Vec<&SignedIn> = outcomes.iter().filter_map(|outcome| outcome.as_ref().ok()).collect();
    assert_eq!(sessions.len(), 100, "{outcomes:?}");
    assert!(sessions.iter().all(|other| *other == sessions[0]), "all of them say the same");
    let resident = harness.who(&sessions[0].session_token).await.unwrap();
    let devices = harness.ports().security.devices(&resident).await.unwrap();
    assert_eq!(devices.len(), 1, "{devices:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_last_step_posted_twice_creates_one_account() {
    let harness = AccountsHarness::new().await;
    let token = harness.to_phone(EMAIL).await;
    harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let code = harness.code().await;
    let tasks: Vec<_> = (0..4)
        .map(|_| {
            let (ports, token, code) = (harness.ports(), token.clone(), code.clone());
            tokio::spawn(async move { ports.registration.finish(&token, &code, &ClientContext::default()).await.answered() })
        })
        .collect();
    let mut sessions = std::collections::BTreeSet::new();
    for task in tasks {
        sessions.insert(task.await.unwrap().unwrap().session_token);
    }
    assert_eq!(sessions.len(), 1);
    assert_eq!(harness.sent().await.iter().filter(|sent| sent.subject == "Your account is ready").count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_simultaneous_registrations_of_an_address_create_one_account() {
    let harness = AccountsHarness::new().await;
    let mut ready = Vec::new();
    for phone in ["07700 900001", "07700 900002", "07700 900003"] {
        let token = harness.to_phone(EMAIL).await;
        harness.ports().registration.set_phone(&token, phone, Channel::Text, &ClientContext::default()).await.unwrap();
        ready.push((token, harness.code().await));
    }
    let tasks: Vec<_> = ready
        .into_iter()
        .map(|(token, code)| {
            let ports = harness.ports();
            tokio::spawn(async move { ports.registration.finish(&token, &code, &ClientContext::default()).await.answered() })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Err(StepError::Gone)).count(), 2);
}

// ASVS V6.3.1 V15.4.2
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_fifteen_simultaneous_passwords_ten_are_checked() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let tasks: Vec<_> = (0..15)
        .map(|_| {
            let ports = harness.ports();
            tokio::spawn(async move {
                ports.sign_in.check_password(EMAIL, "wrong wrong wrong", &ClientContext::default()).await.answered()
            })
        })
        .collect();
    let mut outcomes = Vec::new();
    for task in tasks {
        outcomes.push(task.await.unwrap());
    }
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == Err(StepError::SignInWrong)).count(), 9);
    assert_eq!(outcomes.iter().filter(|outcome| matches!(outcome, Err(StepError::Locked(_)))).count(), 6);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn ten_simultaneous_presses_send_one_code() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let token = harness.password().await;
    let before = harness.sent().await.len();
    let tasks: Vec<_> = (0..10)
        .map(|_| {
            let (ports, token) = (harness.ports(), token.clone());
            tokio::spawn(async move { ports.sign_in.send_code(&token, Channel::Text, ENGLISH).await.answered() })
        })
        .collect();
    for task in tasks {
        let outcome = task.await.unwrap();
        assert!(matches!(outcome, Ok(()) | Err(StepError::TooSoon(_))), "{outcome:?}");
    }
    assert_eq!(harness.sent().await.len(), before + 1);
}
