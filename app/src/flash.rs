//! Post, redirect, get for pages that keep nothing: what was typed comes back with what was wrong, in a sealed cookie
//! that lives two minutes and is read once. Nothing typed is ever in an address.

use crate::{
    context::{self, Ports},
    cookies::Cookie,
    location::Location,
};
use leptos::prelude::use_context;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const PURPOSE: &str = "flash";
/// What browsers keep in one cookie, less its name.
const LONGEST_COOKIE: usize = 4000;

/// What was typed into a page that keeps nothing, and what was wrong with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    pub page: Location,
    /// Only what may be shown again: never a password or a code.
    pub values: BTreeMap<String, String>,
    /// The input and what to say about it.
    pub problems: Vec<(String, String)>,
    pub notice: Option<String>,
}

/// Sends the person back to a page with what they typed and what was wrong.
pub fn back(flash: &Flash) {
    keep(flash);
    context::redirect(&flash.page);
}

/// Sends the person to a page that says something first.
pub fn tell(page: impl Into<Location>, notice: &str) {
    back(&Flash { page: page.into(), notice: Some(notice.to_owned()), ..Flash::default() });
}

fn keep(flash: &Flash) {
    let sealed = use_context::<Ports>().and_then(|ports| ports.seals.seal(PURPOSE, &encode(flash)));
    if let Some(sealed) = sealed {
        context::set_cookie(Cookie::Flash, &sealed);
    }
}

/// Keeps what was typed into a page for its owner while they are asked to confirm that it is them. Returns whether there
/// was anything to keep.
pub fn hold(page: Location, values: BTreeMap<String, String>) -> bool {
    if values.values().all(String::is_empty) {
        return false;
    }
    let flash = Flash { page, values, ..Flash::default() };
    let sealed = use_context::<Ports>().zip(held()).and_then(|(ports, held)| ports.seals.seal(&held, &encode(&flash)));
    let Some(sealed) = sealed.filter(|sealed| sealed.len() <= LONGEST_COOKIE) else { return false };
    context::set_cookie(Cookie::Held, &sealed);
    true
}

/// Goes back to a page with what was kept for it.
pub fn bring_back(page: Location) {
    let sealed = context::cookie(Cookie::Held);
    if sealed.is_some() {
        context::clear_cookie(Cookie::Held);
    }
    let opened = sealed.zip(use_context::<Ports>()).zip(held());
    let flash = opened.and_then(|((sealed, ports), held)| decode(&ports.seals.open(&held, &sealed)?));
    match flash {
        Some(flash) if flash.page == page => back(&flash),
        _ => context::redirect(page),
    }
}

/// Sealed for one session: nobody else who signs in with this browser sees what was typed.
fn held() -> Option<String> {
    context::caller().resident().map(|resident| format!("held {}", resident.session_id))
}

/// What was kept for the page being shown, once.
pub fn take() -> Flash {
    let Some(sealed) = context::cookie(Cookie::Flash) else { return Flash::default() };
    let opened = use_context::<Ports>().and_then(|ports| ports.seals.open(PURPOSE, &sealed));
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
