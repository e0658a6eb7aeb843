//! Redirects. Any accepted target is a valid header value and stays on this host.

use super::text;
use crate::Target;
use app::{location::Location, paths, segment::PathSegment};
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
    // Targets from outside, and targets that were stored.
    let parsed = Location::parse(&text);
    let returned = paths::return_to(&text);
    let stored = Location::try_from(text.clone().into_owned()).ok();
    assert!(returned.is_none() || returned == parsed, "a return target must be a location of ours");
    assert!(parsed.is_none() || parsed == stored, "a location of ours can be stored");
    for location in [&parsed, &returned, &stored].into_iter().flatten() {
        assert_same_host(location, &text);
        assert_eq!(location.as_str(), text, "the location was changed");
    }
    // Paths that are built from segments, which are the lines of the input.
    let mut names = text.split('\n');
    let [id, page, item] = [(); 3].map(|()| names.next().unwrap_or_default());
    for location in [
        paths::draft_item(id, page, item),
        paths::copy(id).flag("check"),
        paths::form(page).pair("from", item),
        paths::reset_password(item),
    ] {
        assert_same_host(&location, &text);
    }
    if let Ok(segment) = text.parse::<PathSegment>() {
        assert_eq!(&*segment, &*text);
        assert_eq!(paths::draft(&segment).as_str(), format!("/drafts/{text}"), "a segment needs no encoding");
    }
}

fn assert_same_host(location: &Location, from: &str) {
    let path = location.as_str();
    assert!(HeaderValue::from_str(path).is_ok_and(|value| value.to_str().is_ok()), "{from:?} is no valid header: {path:?}");
    let base = Url::parse("https://care.example/sign-in").unwrap();
    let to = base.join(path).unwrap();
    assert_eq!(to.origin(), base.origin(), "{from:?} leads elsewhere: {path:?}");
    assert!(to.path().starts_with('/') && to.username().is_empty(), "{to}");
}
