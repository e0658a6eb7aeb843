//! Post, redirect, get for pages that store nothing: typed values come back with the errors in a sealed cookie, which
//! lives for two minutes and is read once. Nothing typed is ever put into an address.

use crate::{context, cookies::Cookie, location::Location};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const PURPOSE: &str = "flash";
/// The size limit of browsers for a cookie, less room for the name.
const LONGEST_COOKIE: usize = 4000;

/// What was typed on a page that stores nothing, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    pub page: Location,
    /// Only what may be shown again: never a password, and no code that works.
    pub values: BTreeMap<String, String>,
    /// Input and message of each error.
    pub problems: Vec<(String, String)>,
    pub notice: Option<String>,
}

/// The flash value with the draft that was saved on the way to signing in.
pub const SAVED: &str = "saved";

/// The hidden input with an email address that looked like a slip, once the person was asked about it.
pub const KEPT: &str = "kept";

/// Redirects to a page with what was typed and the errors.
pub fn redirect_with(flash: &Flash) {
    keep(flash);
    context::redirect(&flash.page);
}

/// Redirects to a page with a notice at its top.
pub fn redirect_with_notice(page: impl Into<Location>, notice: &str) {
    redirect_with(&Flash { page: page.into(), notice: Some(notice.to_owned()), ..Flash::default() });
}

/// A flash as its cookie holds it; `None` if it is too long for one.
pub fn sealed(ports: &context::Ports, flash: &Flash) -> Option<String> {
    ports.seals.seal(PURPOSE, &encode(flash)).filter(|sealed| sealed.len() <= LONGEST_COOKIE)
}

fn keep(flash: &Flash) {
    let sealed = context::provided().and_then(|ports| ports.seals.seal(PURPOSE, &encode(flash)));
    if let Some(sealed) = sealed {
        context::set_cookie(Cookie::Flash, &sealed);
    }
}

/// Keeps what was typed on a page while the person confirms their identity. Returns whether there was anything to
/// keep.
pub fn keep_typed(page: Location, values: BTreeMap<String, String>) -> bool {
    if values.values().all(String::is_empty) {
        return false;
    }
    let flash = Flash { page, values, ..Flash::default() };
    let sealed =
        context::provided().zip(kept_purpose()).and_then(|(ports, purpose)| ports.seals.seal(&purpose, &encode(&flash)));
    let Some(sealed) = sealed.filter(|sealed| sealed.len() <= LONGEST_COOKIE) else { return false };
    context::set_cookie(Cookie::Held, &sealed);
    true
}

/// Redirects to a page with what was kept for it.
pub fn redirect_with_kept(page: Location) {
    let sealed = context::cookie(Cookie::Held);
    if sealed.is_some() {
        context::clear_cookie(Cookie::Held);
    }
    let opened = sealed.zip(context::provided()).zip(kept_purpose());
    let flash = opened.and_then(|((sealed, ports), purpose)| decode(&ports.seals.open(&purpose, &sealed)?));
    match flash {
        Some(flash) if flash.page == page => redirect_with(&flash),
        _ => context::redirect(page),
    }
}

/// The seal purpose for held values, bound to the session: nobody else who signs in with this browser can see them.
fn kept_purpose() -> Option<String> {
    context::caller().resident().map(|resident| format!("held {}", resident.session_id))
}

/// The flash for the current page. It can be read only once.
pub fn take() -> Flash {
    let Some(sealed) = context::cookie(Cookie::Flash) else { return Flash::default() };
    let opened = context::provided().and_then(|ports| ports.seals.open(PURPOSE, &sealed));
    let flash = opened.and_then(|text| decode(&text)).unwrap_or_default();
    if flash.page.path() != context::path() {
        return Flash::default();
    }
    context::clear_cookie(Cookie::Flash);
    flash
}

fn encode(flash: &Flash) -> String {
    serde_json::to_string(flash).unwrap_or_default()
}

fn decode(text: &str) -> Option<Flash> {
    serde_json::from_str(text).ok()
}
