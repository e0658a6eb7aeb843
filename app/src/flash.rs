//! Post, redirect, get for pages that keep nothing: what was typed comes back with what was wrong, in a sealed cookie
//! that lives two minutes and is read once. Nothing typed is ever in an address.

use crate::{
    context,
    cookies::Cookie,
    ports::{Flash, Ports},
};
use leptos::prelude::use_context;

const PURPOSE: &str = "flash";

/// Sends the person back to a page with what they typed and what was wrong.
pub fn back(flash: &Flash) {
    keep(flash);
    context::redirect(&flash.page);
}

/// Sends the person to a page that says something first.
pub fn tell(page: &str, notice: &str) {
    keep(&Flash { page: page.to_owned(), notice: Some(notice.to_owned()), ..Flash::default() });
    context::redirect(page);
}

fn keep(flash: &Flash) {
    let sealed = use_context::<Ports>().and_then(|ports| ports.seals.seal(PURPOSE, &encode(flash)));
    if let Some(sealed) = sealed {
        context::set_cookie(Cookie::Flash, &sealed);
    }
}

/// What was kept for the page being shown, once.
pub fn take() -> Flash {
    let Some(sealed) = context::cookie(Cookie::Flash) else { return Flash::default() };
    let opened = use_context::<Ports>().and_then(|ports| ports.seals.open(PURPOSE, &sealed));
    let flash = opened.and_then(|text| decode(&text)).unwrap_or_default();
    if flash.page.split('?').next() != Some(&context::path()) {
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
