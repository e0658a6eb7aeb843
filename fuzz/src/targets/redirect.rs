//! Where somebody is sent. Whatever may become a redirect is a header that can be sent, and leads to this host.

use super::text;
use crate::Target;
use app::routes;
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

const HERE: &str = "https://care.example/sign-in";

fn run(data: &[u8]) {
    let path = text(data);
    for (name, may) in [("may_return_to", routes::may_return_to(&path)), ("is_own", routes::is_own(&path))] {
        if !may {
            continue;
        }
        assert!(HeaderValue::from_str(&path).is_ok(), "{name} lets through what no header can hold");
        let base = Url::parse(HERE).unwrap();
        let to = base.join(&path).unwrap();
        assert_eq!(to.origin(), base.origin(), "{name} lets through what leads elsewhere");
        assert!(to.path().starts_with('/') && to.username().is_empty(), "{to}");
    }
    assert!(!routes::may_return_to(&path) || routes::is_own(&path), "what may be returned to is ours");
}
