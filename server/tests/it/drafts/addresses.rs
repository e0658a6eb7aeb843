//! Addresses found by their postcode in a form, without scripts.

use super::support::{save, start};
use crate::support::{Browser, Page, TestApp};
use platform::config::AddressSource;
use ports::Network;

const PAGE: &str = "home-address";
const FOURTH: &str = "4 Lake Road, Northmere, NM1 1AB";

/// A draft in which somebody else's address is asked for, so that nothing is filled in.
async fn asked(browser: &mut Browser) -> String {
    let draft = start(browser, "care-needs").await;
    save(browser, &draft, "who-this-is-for", "later", &[("on_behalf", "someone-else")]).await;
    draft
}

/// Presses a button of the address page, with the address chosen in the list.
async fn press(browser: &mut Browser, draft: &str, go: &str, chosen: &str, answers: &[(&str, &str)]) -> Page {
    let revision = browser.get(&format!("/drafts/{draft}/{PAGE}")).await.hidden("revision");
    let mut pairs = vec![("draft", draft), ("page", PAGE), ("revision", &revision), ("go", go), ("found", "p_addr")];
    if !chosen.is_empty() {
        pairs.push(("address", chosen));
    }
    let named: Vec<(String, &str)> =
        answers.iter().map(|(part, text)| (format!("answers[p_addr-{part}][]"), *text)).collect();
    pairs.extend(named.iter().map(|(name, text)| (name.as_str(), *text)));
    browser.post("/api/drafts/save-page", &pairs).await
}

fn has(page: &Page, part: &str, value: &str) -> bool {
    page.text.contains(&format!("name=\"answers[p_addr-{part}][]\"")) && page.text.contains(&format!("value=\"{value}\""))
}

// ASVS V14.2.1
#[tokio::test]
async fn an_address_is_found_by_its_postcode_and_filled_in() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = asked(&mut browser).await;
    let open = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(open.text.contains("Find address") && !open.text.contains("Use this address"), "{}", open.text);

    let found = press(&mut browser, &draft, "find:p_addr", "", &[("postcode", "nm1 1ab"), ("line2", "Flat 2")]).await;
    assert_eq!(found.path, format!("/drafts/{draft}/{PAGE}?found=p_addr#p_addr-addresses"), "no postcode in an address");
    assert!(found.text.contains("Addresses with the postcode NM1 1AB") && found.text.contains(FOURTH), "{}", found.text);
    assert!(has(&found, "line2", "Flat 2") && has(&found, "postcode", "nm1 1ab"), "nothing typed is lost");

    let typed = [("postcode", "nm1 1ab"), ("line2", "Flat 2")];
    let none = press(&mut browser, &draft, "use:p_addr", "", &typed).await;
    assert!(none.text.contains("Choose an address, or type it") && has(&none, "line2", "Flat 2"), "{}", none.text);
    let made_up = press(&mut browser, &draft, "use:p_addr", "1 Palace Gardens, London", &typed).await;
    assert!(made_up.text.contains("Choose an address, or type it"), "{}", made_up.text);

    let used = press(&mut browser, &draft, "use:p_addr", FOURTH, &typed).await;
    assert_eq!(used.path, format!("/drafts/{draft}/{PAGE}#p_addr"));
    assert!(has(&used, "line1", "4 Lake Road") && has(&used, "town", "Northmere") && has(&used, "postcode", "NM1 1AB"));
    assert!(!used.text.contains("value=\"Flat 2\""));
}

#[tokio::test]
async fn a_chosen_address_counts_with_continue_unless_one_was_typed() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = asked(&mut browser).await;
    let on = press(&mut browser, &draft, "continue", FOURTH, &[("postcode", "NM1 1AB")]).await;
    assert_ne!(on.path, format!("/drafts/{draft}/{PAGE}"), "{}", on.text);
    let page = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(has(&page, "line1", "4 Lake Road"), "{}", page.text);
    let typed = [("postcode", "NM1 1AB"), ("line1", "The caravan"), ("town", "Kendal")];
    press(&mut browser, &draft, "continue", FOURTH, &typed).await;
    let page = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(has(&page, "line1", "The caravan") && has(&page, "town", "Kendal"), "{}", page.text);
}

#[tokio::test]
async fn without_an_answer_from_the_look_up_the_address_is_typed() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = asked(&mut browser).await;
    for (postcode, says) in [("NM3 1AA", "We found no addresses for NM3 1AA"), ("everywhere", "Enter a full UK postcode")] {
        let page = press(&mut browser, &draft, "find:p_addr", "", &[("postcode", postcode)]).await;
        assert!(page.text.contains(says) && has(&page, "postcode", postcode), "{says}: {}", page.text);
    }
    let off = TestApp::with(|settings| settings.addresses.source = AddressSource::Off).await;
    let mut browser = off.browser();
    let draft = asked(&mut browser).await;
    let page = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(!page.text.contains("Find address") && page.text.contains("Address line 1"), "{}", page.text);
    let page = press(&mut browser, &draft, "find:p_addr", "", &[("postcode", "NM1 1AB")]).await;
    assert!(has(&page, "postcode", "NM1 1AB") && !page.text.contains("Lake Road"), "{}", page.text);
}

// ASVS V2.4.1
#[tokio::test]
async fn look_ups_without_signing_in_are_limited_by_network() {
    let app = TestApp::new().await;
    let (visitor, _) = app.visitor_draft("care-needs").await;
    let (other, _) = app.visitor_draft("care-needs").await;
    let network = Network("192.0.2.1".into());
    let look_up = async |visitor: &ports::Visitor, network: &Network| {
        let owner = ports::Owner::Visitor(visitor.clone());
        app.web.ports.details.addresses(&owner, Some(network), "NM1 1AB").await.unwrap()
    };
    for _ in 0..60 {
        assert!(matches!(look_up(&visitor, &network).await, ports::Lookup::Found(_)));
    }
    assert_eq!(look_up(&other, &network).await, ports::Lookup::Unanswered, "another cookie is the same network");
    assert!(matches!(look_up(&other, &Network("192.0.2.2".into())).await, ports::Lookup::Found(_)));
    app.clock.advance(60);
    assert!(matches!(look_up(&visitor, &network).await, ports::Lookup::Found(_)), "one a minute goes on");
}

#[tokio::test]
async fn a_home_address_of_the_account_is_filled_in_for_its_owner_only() {
    let app = TestApp::new().await;
    let mut browser = app.resident("margaret@example.com").await;
    browser.get("/account/address/enter").await;
    browser.post("/api/details/address", &[("line1", "1 Mill Lane"), ("town", "Northmere"), ("postcode", "NM2 4CD")]).await;
    let draft = start(&mut browser, "care-needs").await;
    save(&mut browser, &draft, "who-this-is-for", "later", &[("on_behalf", "myself")]).await;
    let page = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(has(&page, "line1", "1 Mill Lane"), "{}", page.text);
    save(&mut browser, &draft, "who-this-is-for", "later", &[("on_behalf", "someone-else")]).await;
    let page = browser.get(&format!("/drafts/{draft}/{PAGE}")).await;
    assert!(!page.text.contains("1 Mill Lane"), "{}", page.text);
}
