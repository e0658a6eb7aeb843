//! Publishing forms while the service runs.

use super::small::{app, write};
use crate::drafts::support::start;
use drafts::Catalogue;

#[tokio::test]
async fn a_published_folder_is_used_without_a_restart_and_drafts_keep_their_version() {
    let (app, _folder) = app().await;
    let mut browser = app.resident("margaret@example.com").await;
    let draft = start(&mut browser, "first").await;
    let other = tempfile::tempdir().unwrap();
    write(other.path(), |text| text.replace("Your name", "Your whole name").replace("Form first", "The first form"));
    let service = &app.web.service;
    Catalogue::publish(other.path(), &service.store, &service.clock).await.unwrap();
    assert_eq!(browser.get("/forms/first").await.heading(), "Form first", "the server hasn't checked yet");
    assert!(app.web.forms.follow(&service.store).await.unwrap());
    assert!(!app.web.forms.follow(&service.store).await.unwrap(), "there is nothing new");
    assert_eq!(browser.get("/forms/first").await.heading(), "The first form");
    assert!(browser.get(&format!("/drafts/{draft}/you")).await.text.contains("Your name"));
    let new = start(&mut browser, "first").await;
    assert!(browser.get(&format!("/drafts/{new}/you")).await.text.contains("Your whole name"));
}

#[tokio::test]
async fn a_start_publishes_its_folder_only_when_that_has_changed() {
    let (app, folder) = app().await;
    let service = &app.web.service;
    let other = tempfile::tempdir().unwrap();
    write(other.path(), |text| text.replace("Form first", "The first form"));
    Catalogue::publish(other.path(), &service.store, &service.clock).await.unwrap();
    let name = async || {
        let forms = Catalogue::open(folder.path(), &[], &service.store, &service.clock).await.unwrap();
        forms.current("first").unwrap().publication.form.name.clone()
    };
    assert_eq!(name().await, "The first form", "a restart has undone a command's publication");
    write(folder.path(), |text| text.replace("Form first", "The newest form"));
    assert_eq!(name().await, "The newest form");
}

// ASVS V15.4.2
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn simultaneous_publications_get_different_numbers() {
    let (app, folder) = app().await;
    let service = app.web.service.clone();
    let before = service.store.reader().published().await.unwrap().unwrap().number;
    let publish = (0..6).map(|_| {
        let (service, folder) = (service.clone(), folder.path().to_owned());
        tokio::spawn(async move { Catalogue::publish(&folder, &service.store, &service.clock).await.map(drop).unwrap() })
    });
    for publish in publish.collect::<Vec<_>>() {
        publish.await.unwrap();
    }
    assert_eq!(service.store.reader().published().await.unwrap().unwrap().number, before + 6);
}
