//! The cookies, each with its purpose and lifetime.

use super::with_numbers;
use crate::{
    context,
    cookies::{Cookie, Cookies as Jar},
    pages::frame::Frame,
};
use govuk::table::{Cell, Table, table};
use leptos::prelude::*;

#[component]
pub fn Cookies() -> impl IntoView {
    let t = context::messages();
    let jar = context::provided().map(|ports| ports.cookies);
    let has_council = context::identity_provider().is_some();
    let ours = Cookie::ALL.into_iter().filter(move |cookie| has_council || *cookie != Cookie::Council);
    let cookies = table(Table {
        caption: t.cookies_caption().into(),
        caption_classes: "govuk-table__caption--m".into(),
        head: [t.cookies_name(), t.cookies_for(), t.cookies_lasts()].map(Cell::from).into(),
        rows: jar.into_iter().flat_map(|jar| ours.clone().map(move |cookie| row(cookie, jar))).collect(),
        first_cell_is_header: true,
        ..Table::default()
    });
    view! {
        <Frame title=t.cookies_title()>
            <div class="care-question">
                <h1 class="govuk-heading-xl">{t.cookies_title()}</h1>
                <p class="govuk-body">{t.cookies_what()}</p>
                <p class="govuk-body">{t.cookies_only()}</p>
                {cookies}
            </div>
        </Frame>
    }
}

fn row(cookie: Cookie, jar: Jar) -> Vec<Cell> {
    let t = context::messages();
    let (purpose, lasts) = match cookie {
        Cookie::Session => (t.cookie_session(), t.cookie_session_lasts()),
        Cookie::Device => (t.cookie_device(), t.cookie_language_lasts()),
        Cookie::Visitor => (t.cookie_visitor(), t.cookie_visitor_lasts()),
        Cookie::Step => (t.cookie_step(), t.cookie_hours_lasts()),
        Cookie::Council => (t.cookie_council(), t.cookie_council_lasts()),
        Cookie::Flash => (t.cookie_flash(), t.cookie_flash_lasts()),
        Cookie::Held => (t.cookie_held(), t.cookie_held_lasts()),
        Cookie::Next => (t.cookie_next(), t.cookie_hours_lasts()),
        Cookie::Language => (t.cookie_language(), t.cookie_language_lasts()),
        Cookie::Check => (t.cookie_check(), t.cookie_check_lasts()),
    };
    vec![name(cookie, jar).into(), purpose.into(), with_numbers(lasts).into()]
}

/// The cookie's name as the browser shows it.
fn name(cookie: Cookie, jar: Jar) -> String {
    jar.clear(cookie).split_once('=').map(|(name, _)| name.to_owned()).unwrap_or_default()
}
