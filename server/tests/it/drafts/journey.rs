//! The main journey: a form is filled in, saved, found again and submitted, and the copy is there.

use super::support::{fill, good, save, start};
use crate::support::ENGLISH;
use crate::support::TestApp;
use form_engine::record::{Audience, record};
use http::StatusCode;
use i18n::Messages;
use jiff::civil::date;

#[tokio::test]
async fn a_resident_fills_in_and_submits_a_whole_form() {
    for form in ["care-needs", "carers-assessment"] {
        let app = TestApp::new().await;
        let mut browser = app.resident("margaret@example.com").await;
        let draft = start(&mut browser, form).await;
        let answers = fill(&app, &mut browser, &draft, form).await;
        let check = browser.get(&format!("/drafts/{draft}/check")).await;
        assert_eq!(check.heading(), "Check your answers");
        assert!(check.text.contains("Submit form"), "the form isn't complete: {}", check.text);
        let sent = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
        assert_eq!(sent.status, StatusCode::OK, "{}", sent.text);
        let reference = sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned();
        assert!(form_engine::reference::Reference::parse(&reference).is_some(), "{reference}");
        let copy = browser.get(&format!("/submitted/{reference}")).await;
        let definition = app.web.ports.forms.get(form, ENGLISH).unwrap();
        let mut checked = 0;
        for entry in record(&definition, &answers, date(2026, 11, 23), &Messages::of(ENGLISH), Audience::Copy)
            .into_iter()
            .flat_map(|s| s.pages)
            .flat_map(|p| p.entries)
        {
            // The service fills in what the account knows.
            if entry.key.starts_with("me_name") || entry.key.starts_with("me_email") {
                continue;
            }
            for line in entry.answer {
                let escaped = line.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
                assert!(copy.text.contains(&escaped), "{form}: the copy lacks {}: {line}", entry.key);
                checked += 1;
            }
        }
        assert!(checked > 50, "{form}: only {checked} lines were looked for");
        assert!(copy.text.contains("margaret@example.com") && copy.text.contains("Margaret Ashworth"));
        let pdf = browser.get(&format!("/submitted/{reference}/pdf")).await;
        assert_eq!(pdf.headers["content-type"], "application/pdf");
        assert_eq!(pdf.headers["content-disposition"], format!("attachment; filename=\"{reference}.pdf\""));
        assert!(pdf.bytes.starts_with(b"%PDF-"));
        for path in [format!("/drafts/{draft}"), format!("/drafts/{draft}/check")] {
            let back = browser.get(&path).await;
            assert_eq!(back.path, format!("/submitted/{reference}"), "{path}");
            assert!(back.text.contains("You sent this form on"), "{}", back.text);
        }
        let others = app.resident("bob@example.com").await.get(&format!("/drafts/{draft}")).await;
        assert_eq!(others.status, StatusCode::NOT_FOUND);
    }
}

// ASVS V2.3.4
#[tokio::test]
async fn submitting_twice_gives_one_copy_and_one_reference() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "carers-assessment").await;
    fill(&app, &mut browser, &draft, "carers-assessment").await;
    browser.get(&format!("/drafts/{draft}/check")).await;
    let mut other = browser.tab();
    let form = [("draft", draft.as_str())];
    let (first, second) = tokio::join!(browser.post("/api/drafts/submit", &form), other.post("/api/drafts/submit", &form));
    assert_eq!(first.path, second.path);
    let again = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert_eq!(again.path, first.path);
    let list = browser.get("/submitted").await;
    assert_eq!(list.text.matches("care-record__title").count(), 1);
}

// ASVS V2.3.1
#[tokio::test]
async fn an_unfinished_form_cannot_be_submitted() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let page = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert_eq!(page.path, format!("/drafts/{draft}/check"));
    assert!(!page.text.contains("Submit form"));
}

#[tokio::test]
async fn save_for_later_stores_invalid_answers_and_emails_the_link() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let page = save(&mut browser, &draft, "your-details", "later", &[("me_phone", "nonsense <b>")]).await;
    assert_eq!(page.path, "/recover");
    assert!(page.text.contains("We've saved your form"), "{}", page.text);
    let mail = app.messages().await.pop().unwrap();
    assert!(mail.starts_with("email | margaret@example.com") && mail.contains(&format!("/drafts/{draft}")), "{mail}");
    assert!(!mail.contains("Ask for care"), "the mail must not say which form");
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(open.text.contains("value=\"nonsense &lt;b&gt;\""), "{}", open.text);
}

#[tokio::test]
async fn an_invalid_answer_is_kept_and_its_error_shown_twice() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let answers = [("me_contact_pref", "phone"), ("me_phone", "0770"), ("safe_contact", "yes")];
    let page = save(&mut browser, &draft, "your-details", "continue", &answers).await;
    assert_eq!(page.path, format!("/drafts/{draft}/your-details?check"));
    assert!(page.text.contains("<title>Error: "), "{}", page.text);
    assert!(page.text.contains("There is a problem") && page.text.contains("href=\"#me_phone\""), "{}", page.text);
    assert!(page.text.contains("id=\"me_phone-error\"") && page.text.contains("value=\"0770\""));
}

#[tokio::test]
async fn a_form_started_without_signing_in_is_kept_after_registering() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let text = form.page("your-details").unwrap().questions().iter().flat_map(good).collect::<Vec<_>>();
    let answers: Vec<(&str, &str)> = text.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    let asked = save(&mut browser, &draft, "your-details", "later", &answers).await;
    assert_eq!(asked.path, "/sign-in");
    assert!(asked.text.contains("Your answers are safe"), "{}", asked.text);
    app.make_account(&mut browser, "new@example.com").await;
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert_eq!(open.status, StatusCode::OK);
    assert!(open.text.contains("value=\"01632 960 001\""), "{}", open.text);
    let recover = browser.get("/recover").await;
    assert!(recover.text.contains("Ask for care and support"), "{}", recover.text);
}

// ASVS V1.2.1
#[tokio::test]
async fn answers_are_shown_as_text_everywhere() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let payload = "</textarea></script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let pages = form.pages().filter(|page| !page.questions().is_empty()).cloned().collect::<Vec<_>>();
    for page in pages {
        let fields: Vec<String> = page.questions().iter().flat_map(form_engine::definition::Question::fields).collect();
        let answers: Vec<(&str, &str)> = fields.iter().map(|field| (field.as_str(), payload)).collect();
        save(&mut browser, &draft, &page.slug, "later", &answers).await;
        let shown = browser.get(&format!("/drafts/{draft}/{}?check", page.slug)).await;
        assert!(!shown.text.contains("<script>alert") && !shown.text.contains("<img src=x"), "{}", page.slug);
    }
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    assert!(!check.text.contains("<script>alert") && !check.text.contains("<img src=x"));
}

#[tokio::test]
async fn pages_say_where_one_is_and_saved_forms_how_much_is_left() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let first = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(first.text.contains("Who is filling in this form: 1 of about 3"), "{}", first.text);
    save(&mut browser, &draft, "who-this-is-for", "continue", &[("on_behalf", "myself")]).await;
    let known = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(known.text.contains("Who is filling in this form: 1 of 3"), "{}", known.text);
    let left = |text: &str| {
        let (_, rest) = text.split_once("Still to do").unwrap_or_else(|| panic!("nothing is left: {text}"));
        rest.get(..120).unwrap_or(rest).to_owned()
    };
    for page in [format!("/drafts/{draft}"), "/".into(), "/recover".into(), "/account".into()] {
        let left = left(&browser.get(&page).await.text);
        assert!(left.contains("about ") && left.contains(" pages, about ") && left.contains(" minutes"), "{page}: {left}");
    }
}

#[tokio::test]
async fn a_form_for_somebody_else_says_they_and_names_the_person() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "care-needs").await;
    let health = format!("/drafts/{draft}/your-health");
    let own = browser.get(&health).await;
    assert_eq!(own.heading(), "Your health");
    assert!(own.text.contains("Which of these do you have?") && !own.text.contains("care-about"), "{}", own.text);
    save(&mut browser, &draft, "who-this-is-for", "continue", &[("on_behalf", "someone-else")]).await;
    let unnamed = browser.get(&health).await;
    assert!(
        unnamed.text.contains("Which of these do they have?") && !unnamed.text.contains("care-about"),
        "{}",
        unnamed.text
    );
    let name = [("p_first", "Ann"), ("p_last", "Ashworth"), ("p_dob-day", "3 March 1947")];
    save(&mut browser, &draft, "name-and-date-of-birth", "continue", &name).await;
    let named = browser.get(&health).await;
    assert_eq!(named.heading(), "Their health");
    assert!(named.text.contains("About Ann Ashworth"), "{}", named.text);
    let missing = save(&mut browser, &draft, "your-health", "continue", &[]).await;
    assert!(missing.text.contains("Select which of these they have"), "{}", missing.text);
    // A page about the person who fills in the form says "you".
    let details = browser.get(&format!("/drafts/{draft}/your-details")).await;
    assert!(details.text.contains("Your details") && !details.text.contains("About Ann"), "{}", details.text);
    let tasks = browser.get(&format!("/drafts/{draft}")).await;
    assert!(tasks.text.contains("Their daily life") && !tasks.text.contains("Your daily life"), "{}", tasks.text);
    // A page that can be left quickly doesn't show the name to somebody who may be watching.
    let safety = browser.get(&format!("/drafts/{draft}/your-safety")).await;
    assert_eq!(safety.heading(), "Their safety");
    assert!(!safety.text.contains("About Ann"), "{}", safety.text);
    // The words of a list.
    save(&mut browser, &draft, "unpaid-help", "continue", &[("informal", "yes")]).await;
    let helpers = browser.get(&format!("/drafts/{draft}/people-who-help")).await;
    assert!(helpers.text.contains("person who helps them"), "{}", helpers.text);
    assert!(!helpers.text.contains("helps you"), "{}", helpers.text);
}

#[tokio::test]
async fn a_report_about_oneself_says_you_and_one_about_another_the_adult_without_a_name() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "safeguarding-concern").await;
    let care = format!("/drafts/{draft}/care-the-adult-needs");
    assert_eq!(browser.get(&care).await.heading(), "The care the adult needs", "nobody has said who it is about");
    save(&mut browser, &draft, "who-you-are", "continue", &[("who", "self")]).await;
    let own = browser.get(&care).await;
    assert_eq!(own.heading(), "The care you need");
    assert!(!own.text.contains("the adult"), "{}", own.text);
    save(&mut browser, &draft, "who-you-are", "continue", &[("who", "friend")]).await;
    save(&mut browser, &draft, "the-adult", "continue", &[("adult_name", "Ann Ashworth")]).await;
    let other = browser.get(&care).await;
    assert_eq!(other.heading(), "The care the adult needs");
    assert!(!other.text.contains("Ann Ashworth") && !other.text.contains("care-about"), "{}", other.text);
}
