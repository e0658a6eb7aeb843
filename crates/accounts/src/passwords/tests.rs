use super::*;

fn known() -> PasswordContext {
    let names = Names { first: "Siân".into(), last: "Featherstone".into() };
    PasswordContext { email: "sian.f1947@example.com".into(), names, council: "Northmere Council".into() }
}

fn verdict(password: &str) -> Result<(), StepError> {
    check(password, &known())
}

fn lines(list: &str) -> Vec<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

// ASVS V6.2.1 V6.2.5 V6.2.8 V6.2.9
#[test]
fn length_is_counted_in_characters_and_limited() {
    let long = "ab cdxéy!9k🦉 ".repeat(12);
    let cut = |characters: usize| long.chars().take(characters).collect::<String>();
    assert_eq!(verdict(""), Err(StepError::PasswordMissing));
    assert_eq!(verdict("gravel otte"), Err(StepError::PasswordShort));
    assert_eq!(verdict("gravel otter"), Ok(()));
    assert_eq!(verdict("pürplé ötter"), Ok(()));
    assert_eq!(verdict(&format!("x{}", cut(127))), Ok(()));
    assert_eq!(verdict(&format!("x{}", cut(128))), Err(StepError::PasswordLong));
    // 128 emoji of four bytes fit. What looks like one letter may be several characters, and they all count.
    assert_eq!(verdict(&"🦉🦊🐝🐳🐢🌲🍋🎻".repeat(16)), Err(StepError::PasswordCommon));
    assert_eq!(verdict(&"e\u{301}".repeat(65)), Err(StepError::PasswordCommon), "65 letters, however they are written");
}

// ASVS V6.2.4 V6.2.12
#[test]
fn breached_passwords_are_refused() {
    let refused = lines(include_str!("tests/refused.txt"));
    assert!(refused.len() >= 200, "{}", refused.len());
    let taken: Vec<_> = refused.into_iter().filter(|password| verdict(password).is_ok()).collect();
    assert!(taken.is_empty(), "{taken:?}");
}

// ASVS V6.2.5
#[test]
fn strong_passwords_are_accepted() {
    let taken = lines(include_str!("tests/taken.txt"));
    assert!(taken.len() >= 50, "{}", taken.len());
    let refused: Vec<_> = taken.into_iter().filter(|password| verdict(password) != Ok(())).collect();
    assert!(refused.is_empty(), "{refused:?}");
}

// ASVS V6.1.2 V6.2.11
#[test]
fn passwords_from_details_of_the_person_or_council_are_refused() {
    for password in [
        "password1234",
        "PASSWORD1234",
        "p4ssw0rd!2026",
        "P@$$w0rd2026",
        "MyPassword2026",
        "this is my password",
        "guest london online",
        "welcome-1234",
        "correct horse battery staple",
        "CorrectHorseBatteryStaple",
        "Manchester United",
        "horsehorsehorse",
        "horse staplehorse staple",
        "qwertyuiop12",
        "1qaz2wsx3edc",
        "098765432109",
        "zyxwvutsrqpo",
        "111122223333",
        "!\"£$%^&*()_+",
        "aaaaaaaaaaaa",
        "ababababacab",
        "northmerecouncil",
        "NorthmereCouncil2026!",
        "northmere-1234",
        "AdultSocialCare",
        "adult social care online",
        "C4reOnline2026",
        "sian.f1947@example.com",
        "sian.f1947!!!",
        "SianFeatherstone",
        "Featherstone",
        "featherstone1947",
        "siânfeatherstone!",
        "F3ath3rst0ne",
    ] {
        assert_eq!(verdict(password), Err(StepError::PasswordCommon), "{password}");
    }
}
