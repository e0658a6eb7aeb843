//! Where somebody is sent. Whatever may become a redirect is a header that can be sent, and leads to this host.

use super::text;
use crate::Target;
use app::{location::Location, routes, segment::PathSegment};
use http::HeaderValue;
use url::Url;

pub const TARGET: Target = Target {
    name: "redirect",
    run,
    words: &[
        "/drafts/",
        "/account",
        "/recover",
        "/submitted/ASC-7KQ2-M9TF",
        "//evil.example",
        "/\\evil.example",
        "https://",
        "javascript:",
        "data:",
        "@",
        ":",
        "\\",
        "%2F",
        "%5C",
        "..",
        "?next=",
        "#",
        "\t",
        "\r\n",
        "\u{202e}",
        "\0",
    ],
};

fn run(data: &[u8]) {
    let text = text(data);
    // What comes from outside, and what was stored.
    let parsed = Location::parse(&text);
    let returned = routes::return_to(&text);
    let stored = Location::try_from(text.clone().into_owned()).ok();
    assert!(returned.is_none() || returned == parsed, "what may be returned to is ours");
    assert!(parsed.is_none() || parsed == stored, "what is ours can be stored");
    for location in [&parsed, &returned, &stored].into_iter().flatten() {
        expect_here(location, &text);
        assert_eq!(location.as_str(), text, "it isn't what was sent");
    }
    // Paths that are made of names: the input is cut into them.
    let mut names = text.split('\n');
    let [id, page, item] = [(); 3].map(|()| names.next().unwrap_or_default());
    for location in [
        routes::draft_item(id, page, item),
        routes::copy(id).flag("check"),
        routes::form(page).pair("from", item),
        routes::reset_password(item),
    ] {
        expect_here(&location, &text);
    }
    if let Ok(segment) = text.parse::<PathSegment>() {
        assert_eq!(&*segment, &*text);
        assert_eq!(routes::draft(&segment).as_str(), format!("/drafts/{text}"), "a name needs no encoding");
    }
}

fn expect_here(location: &Location, from: &str) {
    let path = location.as_str();
    assert!(HeaderValue::from_str(path).is_ok_and(|value| value.to_str().is_ok()), "{from:?} is no header: {path:?}");
    let base = Url::parse("https://care.example/sign-in").unwrap();
    let to = base.join(path).unwrap();
    assert_eq!(to.origin(), base.origin(), "{from:?} leads elsewhere: {path:?}");
    assert!(to.path().starts_with('/') && to.username().is_empty(), "{to}");
}
