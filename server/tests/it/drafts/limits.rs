//! How much one person and one network may start and store, and what somebody sees at such a limit: nothing they typed
//! is lost.

use super::support::{save, save_from, start};
use crate::{
    forms::small,
    support::{ENGLISH, Page, TestApp},
};
use accounts::visitors;
use form_engine::fields::Fields;
use http::{StatusCode, header};
use listener::Peer;
use ports::{AccountId, Caller, DraftId, Drafts, Network, NewDraft, NotSaved, Owner, Save, SaveMode, Saved, Started};
use server::commands;
use std::sync::Arc;

/// Two servers on one database: they are coordinated by the database alone.
async fn two_servers(app: &TestApp) -> [Arc<dyn Drafts>; 2] {
    let other = commands::web(app.web.service.clone()).await.unwrap();
    [app.web.ports.drafts.clone(), other.ports.drafts.clone()]
}

fn start_of<'a>(form: &'a str, network: Option<&'a Network>) -> NewDraft<'a> {
    NewDraft { form, from: None, network }
}

/// Starts a form without signing in. Returns the draft and the caller who may open it.
async fn begin(app: &TestApp, drafts: &dyn Drafts, form: &'static str, network: Option<&Network>) -> (String, Caller) {
    let started = drafts.start(&Caller::Nobody, start_of(form, network)).await.unwrap();
    let Some(Started::Draft { id, visitor: Some(cookie) }) = started else { panic!("no draft was started: {started:?}") };
    (id.into(), Caller::Visitor(visitors::read(&app.web.service, &cookie).unwrap()))
}

fn page(draft: &str, page: &str, revision: i64, typed: &[(&str, String)]) -> Save {
    let typed: Fields = typed.iter().map(|(name, value)| ((*name).to_owned(), vec![value.clone()])).collect();
    Save {
        draft: DraftId(draft.to_owned()),
        page: page.into(),
        item: None,
        list: None,
        inner: None,
        revision,
        typed,
        how: SaveMode::Autosave,
        language: ENGLISH,
        network: None,
    }
}

// ASVS V2.3.4 V15.4.2
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn simultaneous_starts_do_not_exceed_the_limit_of_drafts() {
    let app = TestApp::with(|settings| settings.limits.drafts = 5).await;
    let servers = two_servers(&app).await;
    let (_, visitor) = begin(&app, &*servers[0], "care-needs", None).await;
    let account = Caller::Resident(Arc::new(resident("nobody-else")));
    for (caller, before) in [(visitor, 1), (account, 0)] {
        let starts = (0..24).map(|number| {
            let (drafts, caller) = (servers[number % 2].clone(), caller.clone());
            tokio::spawn(async move { drafts.start(&caller, start_of("care-needs", None)).await.unwrap() })
        });
        let mut begun = before;
        for started in starts.collect::<Vec<_>>() {
            match started.await.unwrap() {
                Some(Started::Draft { .. }) => begun += 1,
                Some(Started::TooMany { most: 5 }) => {}
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(begun, 5);
    }
}

fn resident(account: &str) -> ports::Resident {
    ports::Resident {
        account: AccountId(account.into()),
        name: String::new(),
        email: String::new(),
        phone: String::new(),
        session: Vec::new(),
        session_id: String::new(),
        expires: jiff::Timestamp::MAX,
        confirmed: jiff::Timestamp::MIN,
        drafts: 0,
    }
}

// ASVS V2.4.1
#[tokio::test]
async fn starts_per_hour_are_limited_by_person_and_network() {
    let app = TestApp::with(|settings| (settings.limits.starts_an_hour, settings.limits.starts_a_network) = (2, 3)).await;
    let drafts = app.web.ports.drafts.clone();
    let (library, home) = (Network("192.0.2.1".into()), Network("192.0.2.2".into()));
    let (_, visitor) = begin(&app, &*drafts, "care-needs", Some(&library)).await;
    for expected in [true, false] {
        let started = drafts.start(&visitor, start_of("care-needs", None)).await.unwrap();
        assert_eq!(matches!(started, Some(Started::Draft { .. })), expected, "{started:?}");
    }
    begin(&app, &*drafts, "care-needs", Some(&library)).await;
    begin(&app, &*drafts, "care-needs", Some(&library)).await;
    let too_often = drafts.start(&Caller::Nobody, start_of("care-needs", Some(&library))).await.unwrap();
    assert!(matches!(too_often, Some(Started::TooOften)));
    begin(&app, &*drafts, "care-needs", Some(&home)).await;
    let signed_in = Caller::Resident(Arc::new(resident("somebody")));
    let started = drafts.start(&signed_in, start_of("care-needs", Some(&library))).await.unwrap();
    assert!(matches!(started, Some(Started::Draft { .. })), "residents don't count towards their network");
    app.clock.advance(3600);
    begin(&app, &*drafts, "care-needs", Some(&library)).await;
}

#[tokio::test]
async fn too_many_started_forms_are_explained_on_the_page() {
    let app = TestApp::with(|settings| settings.limits.starts_an_hour = 1).await;
    let mut browser = app.browser();
    start(&mut browser, "care-needs").await;
    start(&mut browser, "care-needs").await;
    let refused = browser.post("/api/drafts/start", &[("form", "care-needs"), ("again", "yes")]).await;
    assert_eq!(refused.path, "/forms/care-needs");
    assert!(refused.text.contains("Many forms were started in a short time"), "{}", refused.text);
}

/// Checks a page that could not be saved.
fn shows_again(page: &Page, status: StatusCode, why: &str, typed: &str) {
    assert_eq!(page.status, status, "{}", page.text);
    assert!(page.text.contains("This page is not saved yet") && page.text.contains(why), "{}", page.text);
    assert!(page.text.contains(typed), "what was typed isn't there");
    assert!(!page.headers.contains_key(header::LOCATION), "what was typed mustn't be in an address");
    assert!(page.headers.contains_key(header::CONTENT_SECURITY_POLICY));
}

// ASVS V2.2.1
#[tokio::test]
async fn an_answer_that_is_too_long_is_shown_again_and_nothing_is_lost() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let path = format!("/drafts/{draft}/your-details");
    save(&mut browser, &draft, "your-details", "aside", &[("me_phone", "01632 960 001")]).await;
    let open = browser.get(&path).await;
    let long = format!("<b>{}", "9".repeat(1000));
    for go in ["continue", "later", "aside", "language:cy", "form:carers-assessment"] {
        let page = save_from(&mut browser, &open, &draft, "your-details", go, &[("me_phone", &long)]).await;
        shows_again(&page, StatusCode::PAYLOAD_TOO_LARGE, "much longer than we can keep", &"9".repeat(1000));
        assert!(!page.text.contains("<b>9"), "it isn't markup");
        assert!(page.text.contains("There is a problem") && page.text.contains("characters or less"), "{}", page.text);
        assert_eq!(page.hidden("revision"), open.hidden("revision"), "the revision is unchanged");
    }
    let stands = browser.get(&path).await;
    assert!(stands.text.contains("01632 960 001") && !stands.text.contains("99999"));
    let short = save_from(&mut browser, &open, &draft, "your-details", "aside", &[("me_phone", "01632 960 002")]).await;
    assert!(short.status.is_success() || short.status.is_redirection());
    assert!(browser.get(&path).await.text.contains("01632 960 002"));
}

#[tokio::test]
async fn a_script_gets_only_the_status() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let (token, revision) = (open.hidden("token"), open.hidden("revision"));
    let body = format!(
        "token={token}&draft={draft}&page=your-details&revision={revision}&go=aside&answers[me_phone][]={}",
        "9".repeat(1001)
    );
    let request = browser.request("POST", "/api/drafts/save-page").header(header::ORIGIN, "http://127.0.0.1:3000");
    let mut request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded").body(body.into()).unwrap();
    request.headers_mut().insert(header::ACCEPT, "*/*".parse().unwrap());
    let answer = browser.once(request, "/api/drafts/save-page").await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(!answer.text.contains("9999"), "{}", answer.text);
}

// ASVS V15.2.2
#[tokio::test]
async fn a_full_form_accepts_nothing_until_something_is_shortened() {
    let app = TestApp::with(|settings| settings.limits.draft_bytes = 3000).await;
    let drafts = &app.web.ports.drafts;
    let (draft, caller) = begin(&app, &**drafts, "care-needs", None).await;
    let owner = caller.owner().unwrap();
    let form = app.web.ports.forms.get("care-needs", ENGLISH).unwrap();
    let texts: Vec<(String, String)> = form
        .pages()
        .filter_map(|page| {
            let long = |question: &&form_engine::definition::Question| {
                matches!(
                    question.kind,
                    form_engine::definition::QuestionKind::LongText { .. }
                        | form_engine::definition::QuestionKind::Text { .. }
                )
            };
            Some((page.slug.clone(), page.questions().iter().find(long)?.key.clone()))
        })
        .collect();
    let put = async |at: usize, text: &str| {
        let (slug, key) = &texts[at];
        let save = page_of(&draft, slug, 1_000_000, key, text);
        drafts.save(&owner, save).await.unwrap().unwrap()
    };
    assert!(matches!(put(0, &"x".repeat(1500)).await, Saved::Kept(_)));
    let full = put(1, &"y".repeat(1500)).await;
    assert!(matches!(full, Saved::Rejected(NotSaved::Full)), "{full:?}");
    assert!(matches!(put(0, "short").await, Saved::Kept(_)));
    assert!(matches!(put(1, &"y".repeat(1500)).await, Saved::Kept(_)));
}

fn page_of(draft: &str, slug: &str, revision: i64, key: &str, text: &str) -> Save {
    page(draft, slug, revision, &[(key, text.to_owned())])
}

/// A form of two pages that accept a lot of text.
fn with_room(text: &str) -> String {
    let questions: Vec<String> = (0..4)
        .map(|number| {
            format!(
                "[[sections.pages.questions]]\nkey = \"long{number}\"\nlabel = \"Tell us {number}\"\nmissing = \"Enter it\"\n\
                 type = \"long-text\"\nmax = 10000\n"
            )
        })
        .collect();
    let page = format!("\n[[sections.pages]]\nslug = \"room\"\ntitle = \"Room\"\n{}", questions.concat());
    if text.contains("key = \"first\"") { format!("{text}{page}") } else { text.to_owned() }
}

// ASVS V15.2.2 V2.4.1
#[tokio::test]
async fn large_forms_of_one_person_and_of_one_network_are_counted_together() {
    let folder = tempfile::tempdir().unwrap();
    small::write(folder.path(), with_room);
    let app = TestApp::with(|settings| {
        settings.forms = folder.path().to_owned();
        settings.limits.drafts_bytes = 200_000;
        settings.limits.draft_bytes_a_network = 150_000;
    })
    .await;
    let drafts = &app.web.ports.drafts;
    let (library, home) = (Network("192.0.2.1".into()), Network("192.0.2.2".into()));
    let large = |draft: &str, revision: i64, network: &Network| {
        let typed: Vec<(String, String)> = (0..4).map(|number| (format!("long{number}"), "x".repeat(37_000))).collect();
        let typed: Vec<(&str, String)> = typed.iter().map(|(key, text)| (key.as_str(), text.clone())).collect();
        Save { network: Some(network.clone()), ..page(draft, "room", revision, &typed) }
    };
    let save = async |owner: &Owner, save: Save| drafts.save(owner, save).await.unwrap().unwrap();
    let (first, visitor) = begin(&app, &**drafts, "first", None).await;
    let owner = visitor.owner().unwrap();
    assert!(matches!(save(&owner, large(&first, 0, &library)).await, Saved::Kept(_)));
    assert!(matches!(save(&owner, large(&first, 9, &library)).await, Saved::Kept(_)), "only growth counts");
    let again = drafts.start(&visitor, start_of("first", None)).await.unwrap();
    let Some(Started::Draft { id: second, visitor: Some(cookie) }) = again else { panic!("{again:?}") };
    let owner = Owner::Visitor(visitors::read(&app.web.service, &cookie).unwrap());
    let too_much = save(&owner, large(&second, 0, &home)).await;
    assert!(matches!(too_much, Saved::Rejected(NotSaved::TooMuch)), "{too_much:?}");
    let (other, neighbour) = begin(&app, &**drafts, "first", None).await;
    let neighbour = neighbour.owner().unwrap();
    let of_network = save(&neighbour, large(&other, 0, &library)).await;
    assert!(matches!(of_network, Saved::Rejected(NotSaved::TooMuch)), "{of_network:?}");
    let small_save = page(&other, "rent", 0, &[("rent", "520".to_owned())]);
    let small_save = Save { network: Some(library.clone()), ..small_save };
    assert!(matches!(save(&neighbour, small_save).await, Saved::Kept(_)), "ordinary answers never count");
    assert!(matches!(save(&neighbour, large(&other, 0, &home)).await, Saved::Kept(_)));
    app.clock.advance(3600);
    let (third, another) = begin(&app, &**drafts, "first", None).await;
    assert!(matches!(save(&another.owner().unwrap(), large(&third, 0, &library)).await, Saved::Kept(_)));
}

// ASVS V15.2.2
#[tokio::test]
async fn too_many_simultaneous_saves_get_a_503_with_what_was_typed() {
    let app = TestApp::new().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "care-needs").await;
    let open = browser.get(&format!("/drafts/{draft}/your-details")).await;
    let (open, draft) = (Arc::new(open), Arc::new(draft));
    let saves = (0..40).map(|number| {
        let (mut tab, open, draft) = (browser.tab(), open.clone(), draft.clone());
        tokio::spawn(async move {
            let typed = format!("01632 960 {number:03}");
            let page = save_from(&mut tab, &open, &draft, "your-details", "continue", &[("me_phone", &typed)]).await;
            (page, typed)
        })
    });
    let (mut kept, mut busy) = (0, 0);
    for save in saves.collect::<Vec<_>>() {
        let (page, typed) = save.await.unwrap();
        if page.status == StatusCode::SERVICE_UNAVAILABLE {
            shows_again(&page, StatusCode::SERVICE_UNAVAILABLE, "The service is very busy", &typed);
            busy += 1;
        } else {
            assert!(page.text.contains(&typed) || page.status == StatusCode::OK, "{}", page.text);
            kept += 1;
        }
    }
    assert!(kept >= 32 && busy >= 1, "{kept} were kept, {busy} were told to wait");
}

#[tokio::test]
async fn an_item_over_the_limit_of_a_list_is_shown_again() {
    let (app, _folder) = small::app().await;
    let mut browser = app.browser();
    let draft = start(&mut browser, "first").await;
    let path = format!("/drafts/{draft}/conditions");
    let mut tab = browser.tab();
    let late = tab.get(&format!("{path}/late")).await;
    for item in ["a", "b", "c"] {
        let open = browser.get(&format!("{path}/{item}")).await;
        save_from(&mut browser, &open, &draft, "conditions", "continue", &[("cond_name", item)]).await;
    }
    let page = save_from(&mut tab, &late, &draft, "conditions", "continue", &[("cond_name", "Arthritis")]).await;
    shows_again(&page, StatusCode::PAYLOAD_TOO_LARGE, "You can only add 3", "Arthritis");
    assert!(!browser.get(&path).await.text.contains("Arthritis"));
}

// ASVS V15.2.2
#[tokio::test]
async fn a_network_that_saves_too_much_delays_only_itself() {
    let app = TestApp::with(|settings| settings.limits.changes_a_network = 1).await;
    let mut browser = app.browser();
    start(&mut browser, "care-needs").await;
    let token = browser.get("/forms/care-needs").await.hidden("token");
    let post = |peer: &str| {
        let mut tab = browser.tab();
        let body = format!("token={token}&draft=nobodys&page=your-details&revision=0");
        let mut request = browser
            .request("POST", "/api/drafts/save-page")
            .header(header::ORIGIN, "http://127.0.0.1:3000")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.into())
            .unwrap();
        request.extensions_mut().insert(Peer(format!("{peer}:1234").parse().unwrap()));
        tokio::spawn(async move { tab.once(request, "/api/drafts/save-page").await.status })
    };
    let many: Vec<_> = (0..120).map(|_| post("192.0.2.1")).collect();
    let other = post("192.0.2.2");
    let mut busy = 0;
    for status in many {
        busy += usize::from(status.await.unwrap() == StatusCode::SERVICE_UNAVAILABLE);
    }
    assert!(busy >= 1, "nobody was told to try again later");
    assert_eq!(other.await.unwrap(), StatusCode::NOT_FOUND, "another network was told to wait");
}
