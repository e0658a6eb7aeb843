//! Creating an account.

use super::support::{AccountsHarness, Answered, EMAIL, HOUR, MINUTE, MOBILE, PASSWORD, hint, wrong};
use crate::support::ENGLISH;
use accounts::visitors;
use platform::config::Profile;
use ports::{
    AccountId, Caller, Channel, ClientContext, NewDraft, Owner, RegistrationProgress, RegistrationStage, Started, StepError,
};

// ASVS V7.2.4
#[tokio::test]
async fn registration_takes_four_steps_and_signs_in() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = ports.registration.begin("  Ann@Example.com ", &ClientContext::default()).await.unwrap().token;
    let first = ports.registration.progress(&token).await.unwrap().unwrap();
    let expected = RegistrationProgress {
        email: "Ann@Example.com".into(),
        stage: RegistrationStage::EmailCode,
        phone: None,
        app: None,
        is_refused: false,
    };
    assert_eq!(first, expected);

    let mail = harness.last().await;
    assert_eq!(
        (mail.channel.as_str(), mail.to.as_str(), mail.subject.as_str()),
        ("email", "Ann@Example.com", "Your security code")
    );
    ports.registration.confirm_email(&token, &mail.code().unwrap(), &ClientContext::default()).await.unwrap();
    assert_eq!(ports.registration.progress(&token).await.unwrap().unwrap().stage, RegistrationStage::Password);

    ports.registration.set_password(&token, " Ann ", "Lee", PASSWORD).await.unwrap();
    assert_eq!(ports.registration.progress(&token).await.unwrap().unwrap().stage, RegistrationStage::Phone);

    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let last = ports.registration.progress(&token).await.unwrap().unwrap();
    assert_eq!((last.stage, last.phone), (RegistrationStage::PhoneCode, Some(hint("406", true))));
    let text = harness.last().await;
    assert_eq!((text.channel.as_str(), text.to.as_str()), ("sms", "+447700900406"));
    let code = text.code().unwrap();
    assert!(text.body.ends_with(&format!("\n\n@127.0.0.1 #{code}")), "{}", text.body);

    let signed_in = ports.registration.finish(&token, &code, &ClientContext::default()).await.unwrap();
    let resident = harness.who(&signed_in.session_token).await.unwrap();
    assert_eq!((resident.name.as_str(), resident.email.as_str()), ("Ann Lee", "Ann@Example.com"));
    assert_eq!(ports.registration.progress(&token).await.unwrap(), None, "the step is used up");
    let welcome = harness.last().await;
    assert_eq!((welcome.to.as_str(), welcome.subject.as_str()), ("Ann@Example.com", "Your account is ready"));
    assert!(welcome.body.contains("http://127.0.0.1:3000/sign-in"), "{}", welcome.body);
}

// ASVS V6.3.8
#[tokio::test]
async fn registering_an_existing_address_looks_like_any_other() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let ports = harness.ports();
    let mut seen = Vec::new();
    for email in ["ANN@example.com", "new@example.com"] {
        let token = ports.registration.begin(email, &ClientContext::default()).await.unwrap().token;
        let shown = ports.registration.progress(&token).await.unwrap().unwrap();
        let mut answers = vec![format!("{:?} {:?}", shown.stage, shown.phone)];
        let code = harness.last().await.code().unwrap_or_else(|| "123456".into());
        for _ in 0..6 {
            answers.push(format!(
                "{:?}",
                ports.registration.confirm_email(&token, &wrong(&code), &ClientContext::default()).await.answered()
            ));
        }
        answers.push(format!("{:?}", ports.registration.resend_email_code(&token, ENGLISH).await.answered()));
        seen.push(answers);
    }
    assert_eq!(seen[0], seen[1]);
    let mails = harness.sent().await;
    let [known, new] = &mails[mails.len() - 2..] else { panic!("two mails") };
    assert_eq!((known.subject.as_str(), known.code()), ("You already have an account", None));
    assert!(new.code().is_some());
    assert_eq!(known.to, "ANN@example.com");
}

#[tokio::test]
async fn of_two_registrations_of_an_address_the_first_gets_the_account() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let slow = harness.to_phone(EMAIL).await;
    let quick = harness.to_phone("ANN@example.com").await;
    ports.registration.set_phone(&slow, "07700 900001", Channel::Text, &ClientContext::default()).await.unwrap();
    let slow_code = harness.code().await;
    ports.registration.set_phone(&quick, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    ports.registration.finish(&quick, &harness.code().await, &ClientContext::default()).await.unwrap();
    assert_eq!(
        ports.registration.finish(&slow, &slow_code, &ClientContext::default()).await.answered(),
        Err(StepError::Gone)
    );
    assert_eq!(ports.registration.progress(&slow).await.unwrap(), None);
    let token = harness.password().await;
    assert_eq!(ports.sign_in.progress(&token).await.unwrap().unwrap().phone, Some(hint("406", true)));
}

#[tokio::test]
async fn a_landline_is_called_and_never_texted() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = harness.to_phone(EMAIL).await;
    ports.registration.set_phone(&token, "01632 960001", Channel::Text, &ClientContext::default()).await.unwrap();
    harness.advance(31);
    ports.registration.resend_phone_code(&token, Channel::Text, ENGLISH).await.unwrap();
    assert!(harness.sent().await.iter().all(|sent| sent.channel != "sms"));
    let call = harness.last().await;
    assert_eq!((call.channel.as_str(), call.to.as_str()), ("voice", "+441632960001"));
    let code = call.code().unwrap();
    let spoken = code.chars().map(String::from).collect::<Vec<_>>().join(", ");
    assert_eq!(call.body.matches(&spoken).count(), 3);
    ports.registration.finish(&token, &code, &ClientContext::default()).await.unwrap();
    let token = harness.password().await;
    assert!(!ports.sign_in.progress(&token).await.unwrap().unwrap().phone.unwrap().can_text);
    ports.sign_in.send_code(&token, Channel::Text, ENGLISH).await.unwrap();
    assert_eq!(harness.last().await.channel, "voice");
}

// ASVS V2.2.1
#[tokio::test]
async fn phones_that_cannot_be_used_are_refused_with_their_reason() {
    let harness = AccountsHarness::new().await;
    let token = harness.to_phone(EMAIL).await;
    for (phone, step_error) in [
        (" ", StepError::PhoneMissing),
        ("01603 222600 x12", StepError::PhoneExtension),
        ("01603 222600 ext 12", StepError::PhoneExtension),
        ("0906 123 4567", StepError::PhoneKind),
        ("+33 6 12 34 56 78", StepError::PhoneKind),
        ("12345", StepError::PhoneInvalid),
    ] {
        assert_eq!(
            harness.ports().registration.set_phone(&token, phone, Channel::Call, &ClientContext::default()).await.answered(),
            Err(step_error),
            "{phone}"
        );
    }
    assert_eq!(harness.sent().await.len(), 1, "only the email was sent");
}

#[tokio::test]
async fn drama_numbers_are_for_development_only() {
    let harness = AccountsHarness::with(|settings| settings.profile = Profile::Production).await;
    let token = harness.to_phone(EMAIL).await;
    assert_eq!(
        harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.answered(),
        Err(StepError::PhoneInvalid)
    );
    harness.ports().registration.set_phone(&token, "07400 123456", Channel::Text, &ClientContext::default()).await.unwrap();
}

// ASVS V6.6.2 V6.6.1
#[tokio::test]
async fn a_code_sent_to_another_number_does_not_verify() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = harness.to_phone(EMAIL).await;
    ports.registration.set_phone(&token, "07700 900001", Channel::Text, &ClientContext::default()).await.unwrap();
    let old = harness.code().await;
    let too_soon = ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.answered();
    assert!(matches!(too_soon, Err(StepError::TooSoon(_))), "{too_soon:?}");
    harness.advance(31);
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let new = harness.code().await;
    assert_eq!(
        ports.registration.finish(&token, &old, &ClientContext::default()).await.answered().err(),
        Some(StepError::CodeWrong)
    );
    ports.registration.finish(&token, &new, &ClientContext::default()).await.unwrap();
}

#[tokio::test]
async fn a_button_pressed_twice_sends_one_code() {
    let harness = AccountsHarness::new().await;
    let token = harness.to_phone(EMAIL).await;
    for _ in 0..2 {
        harness.ports().registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    }
    assert_eq!(harness.sent().await.iter().filter(|sent| sent.channel == "sms").count(), 1);
    let token = harness.prove_email("two@example.com").await;
    assert_eq!(
        harness.ports().registration.confirm_email(&token, "000000", &ClientContext::default()).await.answered(),
        Ok(()),
        "it is proven already"
    );
}

#[tokio::test]
async fn people_may_go_back_and_choose_again() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    let token = harness.to_phone(EMAIL).await;
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    ports.registration.set_password(&token, "Anna", "Lee", "gravel teapot violin").await.unwrap();
    assert_eq!(ports.registration.progress(&token).await.unwrap().unwrap().stage, RegistrationStage::Phone);
    harness.advance(31);
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let signed_in = ports.registration.finish(&token, &harness.code().await, &ClientContext::default()).await.unwrap();
    assert_eq!(harness.who(&signed_in.session_token).await.unwrap().name, "Anna Lee");
    assert_eq!(
        ports.sign_in.check_password(EMAIL, PASSWORD, &ClientContext::default()).await.answered(),
        Err(StepError::SignInWrong)
    );
    assert!(ports.sign_in.check_password(EMAIL, "gravel teapot violin", &ClientContext::default()).await.answered().is_ok());
}

// ASVS V2.2.1 V6.2.1
#[tokio::test]
async fn names_and_passwords_are_validated() {
    let harness = AccountsHarness::new().await;
    let token = harness.prove_email("sian.f1947@example.com").await;
    let long = "â".repeat(101);
    for (first, last, password, step_error) in [
        (" ", "\u{200b}", PASSWORD, StepError::NameMissing),
        (long.as_str(), "Lee", PASSWORD, StepError::NameLong),
        ("Ann", "Lee", "", StepError::PasswordMissing),
        ("Ann", "Lee", "purple otte", StepError::PasswordShort),
        ("Ann", "Lee", "password1234", StepError::PasswordCommon),
        ("Ann", "Lee", "NorthmereCouncil", StepError::PasswordCommon),
        ("Ann", "Lee", "sian.f1947!!!", StepError::PasswordCommon),
        ("Ann", "Lee", &"x y".repeat(43), StepError::PasswordLong),
    ] {
        let refused = harness.ports().registration.set_password(&token, first, last, password).await.answered();
        assert_eq!(refused, Err(step_error), "{first} {last} {password}");
    }
}

// ASVS V2.2.1
#[tokio::test]
async fn email_addresses_are_validated() {
    let harness = AccountsHarness::new().await;
    for (email, step_error) in
        [("", StepError::EmailMissing), ("ann", StepError::EmailInvalid), ("a@b\nc.com", StepError::EmailInvalid)]
    {
        assert_eq!(harness.ports().registration.begin(email, &ClientContext::default()).await.answered(), Err(step_error));
    }
}

// ASVS V2.3.1
#[tokio::test]
async fn no_step_can_be_skipped_and_each_expires() {
    let harness = AccountsHarness::new().await;
    let ports = harness.ports();
    for token in ["", "nothing", &ports.registration.begin(EMAIL, &ClientContext::default()).await.unwrap().token] {
        let gone = Err(StepError::Gone);
        assert_eq!(ports.registration.set_password(token, "Ann", "Lee", PASSWORD).await.answered(), gone);
        assert_eq!(
            ports.registration.set_phone(token, MOBILE, Channel::Text, &ClientContext::default()).await.answered(),
            gone
        );
        assert_eq!(ports.registration.resend_phone_code(token, Channel::Text, ENGLISH).await.answered(), gone);
        assert_eq!(
            ports.registration.finish(token, "123456", &ClientContext::default()).await.answered().err(),
            Some(StepError::Gone)
        );
        assert_eq!(ports.sign_in.progress(token).await.unwrap(), None, "a step of another kind");
    }
    let token = harness.prove_email("two@example.com").await;
    assert_eq!(
        ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.answered(),
        Err(StepError::Gone)
    );
    assert_eq!(ports.registration.resend_email_code(&token, ENGLISH).await.answered(), Err(StepError::Gone));
    harness.advance(HOUR - 1);
    ports.registration.set_password(&token, "Ann", "Lee", PASSWORD).await.unwrap();
    harness.advance(59 * MINUTE);
    assert!(ports.registration.progress(&token).await.unwrap().is_some(), "each step has its own hour");
    harness.advance(MINUTE);
    assert_eq!(ports.registration.progress(&token).await.unwrap(), None);
    assert_eq!(
        ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.answered(),
        Err(StepError::Gone)
    );
}

#[tokio::test]
async fn drafts_started_before_registering_belong_to_the_new_account() {
    let harness = AccountsHarness::new().await;
    let (service, ports) = (harness.service(), harness.ports());
    let (mut caller, mut begun) = (Caller::Nobody, Vec::new());
    for _ in 0..2 {
        let start = NewDraft { form: "care-needs", from: None, network: None };
        let started = ports.drafts.start(&caller, start).await.unwrap();
        let Some(Started::Draft { id, visitor: Some(cookie) }) = started else {
            panic!("no draft was started: {started:?}")
        };
        caller = Caller::Visitor(visitors::read(service, &cookie).unwrap());
        begun.push(id);
        harness.advance(1);
    }
    let Caller::Visitor(visitor) = caller else { panic!("nobody's") };
    let (newer, now) = (&*begun[1], service.now());
    let token = harness.to_phone(EMAIL).await;
    ports.registration.set_phone(&token, MOBILE, Channel::Text, &ClientContext::default()).await.unwrap();
    let code = harness.code().await;
    let client_context = ClientContext { visitor: Some(visitor.clone()), ..ClientContext::default() };
    let refused = ports.registration.finish(&token, &wrong(&code), &client_context).await.answered();
    assert_eq!(refused.err(), Some(StepError::CodeWrong));
    let owner = Owner::Visitor(visitor.clone());
    assert!(service.store.reader().draft(&owner, newer, now).await.unwrap().is_some(), "a wrong code claims nothing");
    let signed_in = ports.registration.finish(&token, &code, &client_context).await.unwrap();
    assert_eq!(signed_in.claimed.as_deref(), Some(newer));
    let account: AccountId = harness.who(&signed_in.session_token).await.unwrap().account.clone();
    assert_eq!(service.store.reader().drafts(&Owner::Account(account), now).await.unwrap().len(), 2);
    assert!(service.store.reader().draft(&owner, newer, now).await.unwrap().is_none());
}
