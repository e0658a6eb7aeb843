//! Nested lists, calculations, prefilled answers, hidden answers.

use super::small::app;
use crate::{
    drafts::support::{save, save_from, start},
    support::{Browser, Page},
};

const YOU: [(&str, &str); 4] = [("p_name", "Ann Lee"), ("adult", "yes"), ("secret", "At Zoë’s"), ("hide", "no")];

/// The address of the "Add" link below `path`.
fn added(page: &Page, path: &str) -> String {
    let rest = page.text.split(&format!("href=\"{path}/")).find(|rest| !rest.contains("<html")).unwrap();
    format!("{path}/{}", rest.split('"').next().unwrap())
}

/// Fills in the whole first form. Returns the draft.
async fn fill(browser: &mut Browser, you: &[(&str, &str)]) -> String {
    let draft = start(browser, "first").await;
    save(browser, &draft, "you", "continue", you).await;
    let list = format!("/drafts/{draft}/conditions");
    let page = browser.get(&list).await;
    let item = added(&page, &list);
    let open = browser.get(&item).await;
    let inner =
        save_from(browser, &open, &draft, "conditions", "continue", &[("cond_name", "Asthma"), ("med_cost", "10.50")]).await;
    assert_eq!((inner.path.as_str(), inner.heading().as_str()), (format!("{item}/med").as_str(), "Medicines for it"));
    let medicine = added(&inner, &format!("{item}/med"));
    let open = browser.get(&medicine).await;
    let wrong = save_from(browser, &open, &draft, "conditions", "continue", &[]).await;
    assert_eq!(wrong.path, format!("{medicine}?check"));
    assert!(wrong.text.contains("Enter the medicine"));
    let back = save_from(browser, &wrong, &draft, "conditions", "continue", &[("med_name", "Salbutamol")]).await;
    assert_eq!(back.path, format!("{item}/med"));
    assert!(back.text.contains("Salbutamol"));
    let outer = save_from(browser, &back, &draft, "conditions", "continue", &[]).await;
    assert_eq!(outer.path, list);
    save(browser, &draft, "conditions", "continue", &[]).await;
    save(browser, &draft, "rent", "continue", &[("rent", "£520"), ("rent_every", "month")]).await;
    draft
}

async fn send(browser: &mut Browser, draft: &str) -> String {
    browser.get(&format!("/drafts/{draft}/check")).await;
    let sent = browser.post("/api/drafts/submit", &[("draft", draft)]).await;
    assert_eq!(sent.heading(), "We have your form", "{}", sent.text);
    sent.path.trim_start_matches("/submitted/").trim_end_matches("/sent").to_owned()
}

#[tokio::test]
async fn a_list_item_has_a_nested_list_and_both_are_in_the_copy() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = fill(&mut browser, &YOU).await;
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    let reference = send(&mut browser, &draft).await;
    let copy = browser.get(&format!("/submitted/{reference}")).await;
    for text in [&check.text, &copy.text] {
        // £520 a month is £120 a week.
        for part in ["Asthma", "Salbutamol", "Medicines for it", "£130.50", "To be sent by email or post"] {
            assert!(text.contains(part), "{part} isn't in {text}");
        }
    }
    assert!(check.text.contains("At Zoë’s"), "it is on \"Check your answers\"");
    assert!(!copy.text.contains("At Zoë’s"), "it is kept out of the copy");
    let paper = browser.get(&format!("/submitted/{reference}/text")).await;
    assert!(paper.text.contains("Salbutamol") && !paper.text.contains("At Zoë’s"), "{}", paper.text);
}

#[tokio::test]
async fn a_list_accepts_its_maximum_and_no_more() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = fill(&mut browser, &YOU).await;
    let list = format!("/drafts/{draft}/conditions");
    let page = browser.get(&list).await;
    let item = page.text.split(&format!("{list}/")).nth(1).unwrap().split(['"', '/']).next().unwrap().to_owned();
    let inner = browser.get(&format!("{list}/{item}/med")).await;
    let pairs = |id: &'static str| {
        vec![
            ("draft", draft.clone()),
            ("page", "conditions".into()),
            ("item", item.clone()),
            ("list", "med".into()),
            ("inner", id.into()),
            ("revision", inner.hidden("revision")),
            ("go", "continue".into()),
            ("answers[med_name][]", id.into()),
        ]
    };
    for (id, is_taken) in [("second", true), ("third", false)] {
        let pairs = pairs(id);
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let page = browser.post("/api/drafts/save-page", &pairs).await;
        assert_eq!(page.status.is_success(), is_taken, "{id}");
    }
    browser.get(&list).await;
    let foreign = [
        ("draft", draft.as_str()),
        ("page", "conditions"),
        ("item", "nobody"),
        ("list", "med"),
        ("inner", "x"),
        ("revision", "0"),
        ("go", "continue"),
    ];
    assert_eq!(browser.post("/api/drafts/save-page", &foreign).await.status, http::StatusCode::NOT_FOUND);
    let sure = browser.get(&format!("{list}/{item}/med/second/remove")).await;
    assert_eq!(sure.heading(), "Remove second?");
    let pairs = [
        ("draft", draft.as_str()),
        ("page", "conditions"),
        ("item", item.as_str()),
        ("list", "med"),
        ("inner", "second"),
        ("revision", &sure.hidden("revision")),
    ];
    let left = browser.post("/api/drafts/remove-item", &pairs).await;
    assert!(left.path.ends_with("/med") && !left.text.contains("second/remove"), "{}", left.path);
}

#[tokio::test]
async fn an_unlisted_copy_opens_by_its_reference_only() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let [name, adult, secret, _] = YOU;
    let draft = fill(&mut browser, &[name, adult, secret, ("hide", "yes")]).await;
    let reference = send(&mut browser, &draft).await;
    assert!(!browser.get("/submitted").await.text.contains(&reference));
    assert!(browser.get(&format!("/submitted/{reference}")).await.text.contains("Asthma"));
}

#[tokio::test]
async fn a_stop_page_prevents_submission() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let [name, _, secret, hide] = YOU;
    let draft = fill(&mut browser, &[name, ("adult", "no"), ("why", "I am 12"), secret, hide]).await;
    let stop = browser.get(&format!("/drafts/{draft}/too-young")).await;
    assert!(stop.text.contains("Call us on") && !stop.text.contains("value=\"continue\""), "{}", stop.text);
    let check = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
    assert!(check.path.ends_with("/check") && !check.text.contains("Submit form"), "{}", check.path);
}

// ASVS V15.3.3 V2.2.2
#[tokio::test]
async fn answers_no_longer_asked_are_in_no_copy_and_answers_never_asked_are_ignored() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let posted = [
        YOU[0],
        ("adult", "yes"),
        ("why", "I am not"),
        ("secret", "x"),
        ("hide", "no"),
        ("forged", "F0rged"),
        ("rent", "1"),
    ];
    let page = save(&mut browser, &draft, "you", "continue", &posted).await;
    assert_eq!(page.path, format!("/drafts/{draft}/conditions"), "the hidden answer led to the page that ends the form");
    save(&mut browser, &draft, "conditions", "continue", &[]).await;
    let rent = browser.get(&format!("/drafts/{draft}/rent")).await;
    assert!(!rent.text.contains("value=\"1\" "), "an answer to another page was accepted");
    save(&mut browser, &draft, "rent", "continue", &[("rent", "£520"), ("rent_every", "week")]).await;
    let reference = send(&mut browser, &draft).await;
    let copy = browser.get(&format!("/submitted/{reference}")).await;
    assert!(!copy.text.contains("I am not") && !copy.text.contains("F0rged"));
}

#[tokio::test]
async fn prefilled_answers_are_shown_and_count_after_continue() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let page = browser.get(&format!("/drafts/{draft}/you")).await;
    assert!(page.text.contains("value=\"Margaret Ashworth\"") && page.text.contains("filled in some answers"));
    assert!(page.text.contains("value=\"yes\" checked") || page.text.contains("checked"), "the form's fixed value");
    let check = browser.get(&format!("/drafts/{draft}/check")).await;
    // Her name is at the top of every page.
    let named = |text: &str| text.matches("Margaret Ashworth").count();
    let help = browser.get("/help").await;
    assert_eq!(named(&check.text), named(&help.text), "it counts before anybody has looked at it");
    save(&mut browser, &draft, "you", "continue", &[("adult", "yes"), ("secret", "x"), ("hide", "no")]).await;
    let again = browser.get(&format!("/drafts/{draft}/you")).await;
    assert!(!again.text.contains("value=\"Margaret Ashworth\""), "a removed answer came back");
}

#[tokio::test]
async fn another_form_reuses_answers_if_their_owner_agrees() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = fill(&mut browser, &YOU).await;
    let open = browser.get(&format!("/drafts/{draft}/rent")).await;
    let answers = [("rent", "£600"), ("rent_every", "month")];
    let offer = save_from(&mut browser, &open, &draft, "rent", "form:second", &answers).await;
    assert_eq!(offer.path, format!("/forms/second?from={draft}"));
    assert!(offer.text.contains("Use answers from “Form first”"), "{}", offer.text);
    // Reuse isn't offered if there are no answers to take over.
    let mut stranger = app.resident("other@example.com").await;
    let none = stranger.get(&format!("/forms/second?from={draft}")).await;
    assert!(!none.text.contains("Use answers from"), "somebody else's answers are offered");
    let theirs = stranger.post("/api/drafts/start", &[("form", "second"), ("carry", &draft), ("again", "yes")]).await;
    assert!(!stranger.get(&format!("{}/money", theirs.path)).await.text.contains("£600"));

    let plain = browser.post("/api/drafts/start", &[("form", "second")]).await;
    assert!(
        !browser.get(&format!("{}/money", plain.path)).await.text.contains("£600"),
        "answers were reused without consent"
    );
    let begun = browser.post("/api/drafts/start", &[("form", "second"), ("carry", &draft), ("again", "yes")]).await;
    let money = browser.get(&format!("{}/money", begun.path)).await;
    assert!(money.text.contains("£600"), "{}", money.text);
    assert!(!money.text.contains("Ann Lee"), "the other person's name is prefilled as their own");
    assert!(browser.get(&format!("{}/people", begun.path)).await.text.contains("Ann Lee"));
    assert!(begun.text.contains("0 of 2 pages done"), "every page must be checked again: {}", begun.text);
}

#[tokio::test]
async fn a_form_that_may_be_unlisted_is_offered_for_reuse_only_if_its_owner_allows_it() {
    let (app, _folder) = app().await;
    for (email, hide, is_offered) in [("ann@example.com", "no", true), ("bea@example.com", "yes", false)] {
        let mut browser = app.resident(email).await;
        let draft = start(&mut browser, "first").await;
        let unsaid = [("p_name", "Ann Lee"), ("adult", "yes"), ("secret", "x")];
        save(&mut browser, &draft, "you", "aside", &unsaid).await;
        let begun = browser.get("/forms/second").await;
        assert!(!begun.text.contains("Form first"), "offered before its owner said whether it may be shown");
        save(&mut browser, &draft, "you", "continue", &[&unsaid[..], &[("hide", hide)]].concat()).await;
        let page = browser.get("/forms/second").await;
        assert_eq!(page.text.contains("Use answers from “Form first”"), is_offered, "after {hide}");
    }
}
