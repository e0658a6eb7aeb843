//! The request for each row, and its outcome.

use crate::support::Page;
use http::{StatusCode, header};

/// Identifiers of one person's data.
#[derive(Clone, Default)]
pub struct Ids {
    /// A half-finished draft with a list item and an item in its nested list.
    pub draft: String,
    pub item: String,
    pub inner: String,
    /// A complete draft, and one that may be deleted.
    pub complete: String,
    pub spare: String,
    pub reference: String,
    /// An unused address for each caller, because sends to one address are limited.
    pub address: String,
}

/// Looks like the token of a link, but isn't anybody's.
const NO_TOKEN: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

/// The path of a row, with identifiers filled in.
pub fn path(route: &str, ids: &Ids) -> String {
    let id = if route.starts_with("/callbacks/") { "aaaaaaaaaaaaaaaaaaaaaaaaa" } else { &ids.draft };
    let page = if route.contains("{item}") { "conditions" } else { "you" };
    [
        ("{id}", id),
        ("{page}", page),
        ("{item}", &ids.item),
        ("{list}", "med"),
        ("{inner}", &ids.inner),
        ("{reference}", &ids.reference),
        ("{form}", "first"),
        ("{link}", NO_TOKEN),
        ("{token}", NO_TOKEN),
        ("{tag}", "cy"),
        ("{step}", "2"),
        ("{language}", "ur"),
        ("{file}", "care-online.css"),
        ("{anything-else}", "nothing/here"),
    ]
    .iter()
    .fold(route.to_owned(), |path, (name, value)| path.replace(name, value))
}

/// The form data for a server function: what its own page would send, with somebody else's draft where it names one.
pub fn body(route: &str, ids: &Ids) -> Vec<(&'static str, String)> {
    let draft = || ("draft", ids.draft.clone());
    let text = |name, value: &str| (name, value.to_owned());
    let name = route.strip_prefix("/api/").unwrap_or_default();
    match name {
        "drafts/start" => vec![text("form", "second"), ("carry", ids.draft.clone()), text("again", "yes")],
        "drafts/save-page" => vec![
            draft(),
            text("page", "you"),
            text("revision", "99"),
            text("go", "continue"),
            text("answers[p_name][]", "Somebody else"),
        ],
        "help-me-choose/answer" => vec![text("asked", "safety"), text("answers[safety]", "no")],
        "drafts/remove-item" => {
            vec![draft(), text("page", "conditions"), ("item", ids.item.clone()), text("revision", "99")]
        }
        "drafts/keep-saved" => vec![draft(), text("page", "you")],
        "drafts/use-new" | "drafts/keep-old" => vec![draft()],
        "drafts/submit" => vec![("draft", ids.complete.clone())],
        "drafts/delete" => vec![("draft", ids.spare.clone())],
        "account/begin" | "contact/email" | "password/forgot" => vec![("email", ids.address.clone())],
        "account/rename" => vec![text("first_name", "Mary"), text("last_name", "Ashworth")],
        "account/password" => {
            vec![text("first_name", "Mary"), text("last_name", "Ashworth"), text("password", "short")]
        }
        "account/phone" | "contact/phone" | "new-phone/number" => {
            vec![text("phone", "07700 900999"), text("how", "text")]
        }
        "sign-in/password" => vec![("email", ids.address.clone()), text("password", "not the password")],
        "password/reset" => vec![text("link", NO_TOKEN), text("password", "purple otter lamp")],
        "security/password" => vec![text("password", "short")],
        "security/confirm" => vec![text("password", "not the password")],
        "security/end-device" => vec![text("id", "aaaaaaaaaaaaaaaaaaaaaaaaa")],
        "phone-change/ask" => {
            vec![text("link", NO_TOKEN), text("reason", "lost"), text("check", "call-back"), text("when", "morning")]
        }
        "phone-change/stop" => vec![text("link", NO_TOKEN)],
        "details/find-address" => vec![text("postcode", "NM1 1AA")],
        "details/choose-address" => vec![text("postcode", "NM1 1AA"), text("choice", "0")],
        "details/address" => vec![text("line1", "1 Lake Road"), text("town", "Northmere"), text("postcode", "NM1 1AA")],
        "details/offer" => vec![("reference", ids.reference.clone()), text("detail", "address"), text("page", "details")],
        "details/contact" => vec![text("language", "en-GB")],
        name if NOTHING_BUT_THE_TOKEN.contains(&name) => Vec::new(),
        name if name == "sign-in/confirm" || name.ends_with("code") => vec![text("code", "000000")],
        _ if route == "/language/{tag}" => vec![text("switch_page", "/")],
        _ if route.starts_with("/callbacks/") => vec![text("MessageStatus", "delivered")],
        _ => panic!("add a request body for {route} to requests.rs"),
    }
}

/// Forms with nothing but a button.
const NOTHING_BUT_THE_TOKEN: [&str; 21] = [
    "account/disconnect-council",
    "account/resend-email-code",
    "account/resend-phone-code",
    "account/sign-out",
    "account/use-app",
    "contact/email-again",
    "contact/phone-again",
    "details/remove-address",
    "new-phone/again",
    "new-phone/email",
    "phone-change/link",
    "security/confirm-council",
    "security/delete-account",
    "security/drop-app",
    "security/end-others",
    "security/have-codes",
    "security/make-codes",
    "security/offer-app",
    "security/take-app",
    "sign-in/council",
    "sign-in/send-code",
];

/// The outcome of a request, in a word.
pub fn outcome(page: &Page, ids: &Ids) -> String {
    let status = page.status;
    if status.is_redirection() {
        return match page.headers[header::LOCATION].to_str().unwrap() {
            "/sign-in" => "sign-in".to_owned(),
            "/timed-out" => "timed-out".to_owned(),
            to if to.starts_with("https://") => "elsewhere".to_owned(),
            to => format!("to:{}", named(to, ids)),
        };
    }
    let is_page = page.text.contains("<html");
    match status {
        StatusCode::OK if is_page => "page",
        StatusCode::OK => "file",
        StatusCode::BAD_REQUEST => "bad",
        StatusCode::FORBIDDEN => "refused",
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::CONFLICT => "conflict",
        status => return status.as_u16().to_string(),
    }
    .to_owned()
}

/// Where a redirect leads, with placeholders for identifiers and without the query.
fn named(to: &str, ids: &Ids) -> String {
    let path = to.split('?').next().unwrap_or_default();
    let known = [
        (&ids.draft, "{id}"),
        (&ids.complete, "{id}"),
        (&ids.spare, "{id}"),
        (&ids.reference, "{reference}"),
        (&ids.item, "{item}"),
        (&ids.inner, "{inner}"),
    ];
    let path =
        known.iter().filter(|(id, _)| !id.is_empty()).fold(path.to_owned(), |path, (id, name)| path.replace(*id, name));
    // Identifiers that the request itself created aren't known beforehand.
    let part = |part: &str| {
        let is_new = part.len() == 25 || part.starts_with("ASC-");
        if is_new { "{new}".to_owned() } else { part.to_owned() }
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}
