use super::*;
use crate::test_form::{form, page_mut};
use jiff::civil::{Date, date};

const TODAY: Date = date(2026, 11, 24);

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect()
}

fn kept(page: &str, based_on: i64, shown_from: i64, typed: &[(&str, &str)]) -> KeptText {
    KeptText { at: PageOfDraft::of_form(page), based_on, shown_from, autosaved: false, typed: fields(typed) }
}

fn of_item(page: &str, item: &str, shown_from: i64) -> KeptText {
    let at = PageOfDraft { page: page.into(), item: Some(item.into()), inner: None };
    KeptText { at, based_on: 0, shown_from, autosaved: false, typed: fields(&[("drug_name", "x")]) }
}

#[test]
fn a_kept_text_is_resolved_only_by_its_page_and_once_shown() {
    let mut texts = KeptTexts::default();
    texts.keep(kept("who", 1, 5, &[("rel", "son")]));
    texts.keep(kept("person", 1, 6, &[("p_name", "Ann")]));
    texts.resolve_conflict(&PageOfDraft::of_form("person"), 5);
    assert_eq!(texts.0.len(), 2, "a save based on an older revision hasn't seen it");
    texts.resolve_conflict(&PageOfDraft::of_form("person"), 6);
    assert_eq!(texts.0, [kept("who", 1, 5, &[("rel", "son")])]);
}

#[test]
fn a_tab_replaces_only_its_own_autosave() {
    let mut texts = KeptTexts::default();
    texts.keep(KeptText { autosaved: true, ..kept("who", 1, 5, &[("rel", "s")]) });
    texts.keep(kept("who", 1, 6, &[("rel", "son")]));
    assert_eq!(texts.0.len(), 1, "the first was an earlier autosave of the second");
    texts.keep(kept("who", 1, 7, &[("rel", "daughter")]));
    assert_eq!(texts.0.len(), 2, "from another tab, opened at the same time");
    texts.keep(kept("who", 2, 8, &[("rel", "son")]));
    assert_eq!(texts.0.len(), 2, "the same text again");
    for revision in 2..6 {
        texts.keep(kept("who", revision, 8 + revision, &[("rel", &revision.to_string())]));
    }
    let revisions: Vec<i64> = texts.0.iter().map(|kept| kept.based_on).collect();
    assert_eq!(revisions, [3, 4, 5], "no more than the limit, however many tabs there are");
}

#[test]
fn removing_an_item_removes_its_kept_texts() {
    let mut texts = KeptTexts(vec![of_item("drugs", "a", 3), of_item("drugs", "b", 3), kept("who", 1, 2, &[])]);
    let list_item = PageOfDraft { page: "drugs".into(), item: Some("a".into()), inner: None };
    texts.settle_item(&list_item, 2);
    assert_eq!(texts.0.len(), 3, "its owner hasn't been shown it");
    texts.settle_item(&list_item, 3);
    assert_eq!(texts.0.iter().map(|kept| kept.at.item.as_deref()).collect::<Vec<_>>(), [Some("b"), None]);
}

#[test]
fn a_kept_text_follows_its_questions_to_another_page_in_a_newer_version() {
    let (old, mut new) = (form(), form());
    let page = page_mut(&mut new, "who");
    page.slug = "who-for".into();
    let answers = Answers { fields: fields(&[("who", "other"), ("rel", "son")]), ..Answers::default() };
    let texts = KeptTexts(vec![kept("who", 1, 2, &[("who", "other"), ("rel", "daughter")]), of_item("no-list", "a", 2)]);
    let moved = texts.moved(&old, &new, &answers, 9);
    assert_eq!(moved.0, [kept("who-for", 1, 9, &[("who", "other"), ("rel", "daughter")])]);
}

#[test]
fn a_page_that_is_not_asked_has_no_conflict() {
    let form = form();
    let texts = KeptTexts(vec![kept("who", 1, 2, &[]), kept("person", 1, 2, &[]), kept("who", 2, 3, &[])]);
    let waiting = |who: &str| {
        let answers = Answers { fields: fields(&[("who", who), ("rel", "son")]), ..Answers::default() };
        let journey = Journey::new(&form, &answers, TODAY);
        texts.waiting(&form, &journey, &answers).into_iter().map(|at| at.page.clone()).collect::<Vec<_>>()
    };
    assert_eq!(waiting("other"), ["who", "person"]);
    assert_eq!(waiting("me"), ["who"]);
}

#[test]
fn texts_kept_by_an_older_server_are_readable() {
    let kept: KeptText = serde_json::from_str(r#"{"page":"who","typed":{"rel":["son"]}}"#).unwrap();
    assert_eq!(
        kept,
        KeptText {
            at: PageOfDraft::of_form("who"),
            based_on: 0,
            shown_from: 0,
            autosaved: false,
            typed: fields(&[("rel", "son")])
        }
    );
}
