//! Where an account is signed in, and its recent activity.

use super::support::{AccountsHarness, Answered, EMAIL, MINUTE, PASSWORD, Sent, change_by};
use accounts::ending;
use form_engine::language::Language;
use ports::{Channel, ClientContext, ContactMethod, ContactPreferences, Device, Event, SignedIn, StepError};

const PHONE: Device = Device { browser: "Safari", system: "iPhone" };

async fn sign_in_on_phone(harness: &AccountsHarness) -> SignedIn {
    let token = harness.to_code().await;
    let client_context = ClientContext { device: PHONE, ..ClientContext::default() };
    harness.ports().sign_in.confirm_code(&token, &harness.code().await, &client_context).await.unwrap()
}

// ASVS V7.5.2 V7.4.1
#[tokio::test]
async fn people_see_and_end_their_sessions() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.sign_in().await;
    harness.advance(MINUTE);
    let phone = sign_in_on_phone(&harness).await;
    let ports = harness.ports();
    let resident = harness.who(&here.session_token).await.unwrap();
    let devices = ports.security.devices(&resident).await.unwrap();
    assert_eq!(devices.iter().filter(|device| device.is_this).count(), 1);
    let other = devices.iter().find(|device| !device.is_this).unwrap();
    assert_eq!(other.device, PHONE);

    harness.register("ben@example.com", "07700 900407", Channel::Text).await;
    let stranger = harness.register("eve@example.com", "07700 900408", Channel::Text).await;
    let stranger = harness.who(&stranger.session_token).await.unwrap();
    ports.security.end_device(&change_by(&stranger), &other.id).await.unwrap();
    assert!(harness.who(&phone.session_token).await.is_some(), "somebody else's session can't be ended");

    ports.security.end_device(&change_by(&resident), &other.id).await.unwrap();
    assert!(harness.who(&phone.session_token).await.is_none());
    assert!(harness.who(&here.session_token).await.is_some());
    assert_eq!(ports.security.devices(&resident).await.unwrap().len(), 1);
}

#[tokio::test]
async fn all_other_sessions_can_be_ended_at_once() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.sign_in().await;
    let mut others = Vec::new();
    for _ in 0..2 {
        harness.advance(MINUTE);
        others.push(sign_in_on_phone(&harness).await);
    }
    let resident = harness.who(&here.session_token).await.unwrap();
    harness.ports().security.end_others(&change_by(&resident)).await.unwrap();
    for other in others {
        assert!(harness.who(&other.session_token).await.is_none());
    }
    assert!(harness.who(&here.session_token).await.is_some());
}

#[tokio::test]
async fn activity_is_listed_with_the_newest_first() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.advance(MINUTE);
    let phone = sign_in_on_phone(&harness).await;
    let resident = harness.who(&phone.session_token).await.unwrap();
    assert_eq!(resident.email, EMAIL);
    let activity = harness.ports().security.activity(&resident).await.unwrap();
    let told: Vec<(Event, &str)> = activity.iter().map(|entry| (entry.event, entry.device.browser)).collect();
    assert_eq!(told, [(Event::SignedIn, "Safari"), (Event::Created, "")]);
}

// ASVS V7.5.2
#[tokio::test]
async fn ending_another_session_needs_a_recent_password() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.sign_in().await;
    let phone = sign_in_on_phone(&harness).await;
    let ports = harness.ports();
    harness.advance(5 * MINUTE);
    let resident = harness.who(&here.session_token).await.unwrap();
    let other = ports.security.devices(&resident).await.unwrap().into_iter().find(|device| !device.is_this).unwrap();
    let one = ports.security.end_device(&change_by(&resident), &other.id).await.answered();
    let all = ports.security.end_others(&change_by(&resident)).await.answered();
    assert_eq!((one, all), (Err(StepError::ConfirmFirst), Err(StepError::ConfirmFirst)));
    assert!(harness.who(&phone.session_token).await.is_some());
    let token = ports.passwords.confirm_password(&resident, PASSWORD).await.unwrap().token;
    let resident = harness.who(&token).await.unwrap();
    ports.security.end_others(&change_by(&resident)).await.unwrap();
    assert!(harness.who(&phone.session_token).await.is_none());
}

/// Signs in with a browser that may already have a device token.
async fn sign_in_with(harness: &AccountsHarness, known: Option<&str>, device: &Device) -> SignedIn {
    harness.advance(31);
    let token = harness.to_code().await;
    let client_context =
        ClientContext { known: known.map(str::to_owned), device: device.clone(), ..ClientContext::default() };
    harness.ports().sign_in.confirm_code(&token, &harness.code().await, &client_context).await.unwrap()
}

fn about_devices(sent: &[Sent]) -> Vec<&Sent> {
    sent.iter().filter(|mail| mail.subject == "You signed in on a new device").collect()
}

// ASVS V7.2.4
#[tokio::test]
async fn device_tokens_are_generated_at_each_sign_in() {
    let harness = AccountsHarness::with(|settings| settings.codes.sends_an_hour = 20).await;
    let made = harness.resident().await;
    let first = sign_in_with(&harness, Some(&made.device_token), &PHONE).await;
    assert_ne!(first.device_token, made.device_token);
    assert_eq!(about_devices(&harness.sent().await).len(), 0, "the browser used for registration is known");
    sign_in_with(&harness, Some(&made.device_token), &PHONE).await;
    assert_eq!(about_devices(&harness.sent().await).len(), 1, "a token works once");
    let chosen = "A".repeat(43);
    // Notices within ten minutes are combined.
    harness.advance(10 * MINUTE);
    let planted = sign_in_with(&harness, Some(&chosen), &PHONE).await;
    assert_ne!(planted.device_token, chosen);
    harness.advance(10 * MINUTE);
    sign_in_with(&harness, Some(&chosen), &PHONE).await;
    assert_eq!(about_devices(&harness.sent().await).len(), 3, "a token made up by a browser is never known");
    sign_in_with(&harness, Some(&first.device_token), &PHONE).await;
    assert_eq!(about_devices(&harness.sent().await).len(), 3);
}

// ASVS V7.2.4
#[tokio::test]
async fn people_who_share_a_browser_both_stay_known() {
    let harness = AccountsHarness::with(|settings| settings.codes.sends_an_hour = 20).await;
    let made = harness.resident().await;
    let hers = ClientContext { known: Some(made.device_token.clone()), ..ClientContext::default() };
    let token = harness.to_phone("ben@example.com").await;
    harness.ports().registration.set_phone(&token, "07700 900407", Channel::Text, &hers).await.unwrap();
    let ben = harness.ports().registration.finish(&token, &harness.code().await, &hers).await.unwrap();
    assert_ne!(ben.device_token, made.device_token);
    sign_in_with(&harness, Some(&ben.device_token), &PHONE).await;
    assert_eq!(about_devices(&harness.sent().await).len(), 0, "she is known by the token issued to him");
}

// ASVS V6.3.5
#[tokio::test]
async fn a_sign_in_from_a_new_browser_sends_a_notice_with_time_and_browser() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    sign_in_with(&harness, None, &PHONE).await;
    let sent = harness.sent().await;
    let mails = about_devices(&sent);
    let [mail] = mails[..] else { panic!("{mails:?}") };
    assert_eq!(mail.to, EMAIL);
    for part in ["Safari on iPhone", "24 November 2026 at 11:00am", "/forgot-password"] {
        assert!(mail.body.contains(part), "{part}: {}", mail.body);
    }
}

// ASVS V6.3.5
#[tokio::test]
async fn a_lock_for_wrong_codes_sends_an_email_each_time_and_a_text_once_a_day() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let here = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    let contact = ContactPreferences::parse(vec![ContactMethod::Email], Some(true), "", Language::Welsh).unwrap();
    harness.ports().details.set_contact(&change_by(&here), contact).await.unwrap();
    let lock = async |minutes: i64| {
        let token = harness.password().await;
        for _ in 0..5 {
            let _ = harness.ports().sign_in.confirm_code(&token, "000000", &ClientContext::default()).await.answered();
        }
        harness.advance(minutes * MINUTE);
    };
    let told = async || {
        let messages = harness.sent().await;
        let of = |channel: &str, word: &str| {
            messages.iter().filter(|sent| sent.channel == channel && sent.body.contains(word)).count()
        };
        // In the resident's own language, whatever language the page was in.
        (of("email", "gormod o godau diogelwch anghywir"), of("sms", "Mae codau anghywir wedi cloi"))
    };
    lock(15).await;
    assert_eq!(told().await, (1, 1));
    lock(30).await;
    assert_eq!(told().await, (2, 1));
    harness.advance(24 * 60 * MINUTE);
    lock(60).await;
    assert_eq!(told().await, (3, 2));
    let here = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    let activity = harness.ports().security.activity(&here).await.unwrap();
    assert_eq!(activity.iter().filter(|entry| entry.event == Event::CodesLocked).count(), 3);
}

// ASVS V7.4.5
#[tokio::test]
async fn the_council_can_end_somebodys_sessions() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ben = harness.register("ben@example.com", "07700 900407", Channel::Text).await;
    let (here, there) = (harness.sign_in().await, sign_in_on_phone(&harness).await);
    let half_way = harness.password().await;
    let nobody = ending::everything(harness.service(), "nobody@example.com").await.answered();
    assert_eq!(nobody, Err(StepError::Gone));
    let ended = ending::everything(harness.service(), "ANN@example.com").await.unwrap();
    // Includes the session of the day before, which was left open.
    assert_eq!((ended.sessions, ended.sign_ins, ended.devices), (3, 1, 2));
    for session in [here, there] {
        assert!(harness.who(&session.session_token).await.is_none());
    }
    assert_eq!(harness.ports().sign_in.progress(&half_way).await.unwrap(), None);
    assert!(harness.who(&ben.session_token).await.is_some(), "nobody else is signed out");
    assert!(harness.sent().await.iter().any(|mail| mail.to == EMAIL && mail.subject == "How you sign in has changed"));
    harness.advance(MINUTE);
    let again = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    let activity = harness.ports().security.activity(&again).await.unwrap();
    assert!(activity.iter().any(|entry| entry.event == Event::SignedOutByCouncil));
    let ended = ending::everything(harness.service(), EMAIL).await.unwrap();
    assert_eq!((ended.sessions, ended.sign_ins), (1, 0));
}
