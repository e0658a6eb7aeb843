//! The cookies, each with what it is for and how long it lasts.

use super::with_numbers;
use crate::{
    context::{self, Ports},
    cookies::{Cookie, Cookies as Jar},
    pages::frame::Frame,
};
use govuk::table::{Cell, Table, table};
use leptos::prelude::*;

const ALL: [Cookie; 9] = [
    Cookie::Session,
    Cookie::Device,
    Cookie::Visitor,
    Cookie::Step,
    Cookie::Council,
    Cookie::Flash,
    Cookie::Held,
    Cookie::Next,
    Cookie::Language,
];

#[component]
pub fn Cookies() -> impl IntoView {
    let say = context::words();
    let jar = use_context::<Ports>().map(|ports| ports.cookies);
    let has_council = context::identity_provider().is_some();
    let ours = ALL.into_iter().filter(move |cookie| has_council || *cookie != Cookie::Council);
    let cookies = table(Table {
        caption: say.cookies_caption().into(),
        caption_classes: "govuk-table__caption--m".into(),
        head: [say.cookies_name(), say.cookies_for(), say.cookies_lasts()].map(Cell::from).into(),
        rows: jar.into_iter().flat_map(|jar| ours.clone().map(move |cookie| row(cookie, jar))).collect(),
        first_cell_is_header: true,
        ..Table::default()
    });
    view! {
        <Frame title=say.cookies_title()>
            <div class="care-question">
                <h1 class="govuk-heading-xl">{say.cookies_title()}</h1>
                <p class="govuk-body">{say.cookies_what()}</p>
                <p class="govuk-body">{say.cookies_only()}</p>
                {cookies}
            </div>
        </Frame>
    }
}

fn row(cookie: Cookie, jar: Jar) -> Vec<Cell> {
    let say = context::words();
    let (purpose, lasts) = match cookie {
        Cookie::Session => (say.cookie_session(), say.cookie_session_lasts()),
        Cookie::Device => (say.cookie_device(), say.cookie_language_lasts()),
        Cookie::Visitor => (say.cookie_visitor(), say.cookie_visitor_lasts()),
        Cookie::Step => (say.cookie_step(), say.cookie_hours_lasts()),
        Cookie::Council => (say.cookie_council(), say.cookie_council_lasts()),
        Cookie::Flash => (say.cookie_flash(), say.cookie_flash_lasts()),
        Cookie::Held => (say.cookie_held(), say.cookie_held_lasts()),
        Cookie::Next => (say.cookie_next(), say.cookie_hours_lasts()),
        Cookie::Language => (say.cookie_language(), say.cookie_language_lasts()),
    };
    vec![name(cookie, jar).into(), purpose.into(), with_numbers(lasts).into()]
}

/// The name as the browser shows it: what stands before the sign in what is sent.
fn name(cookie: Cookie, jar: Jar) -> String {
    jar.clear(cookie).split_once('=').map(|(name, _)| name.to_owned()).unwrap_or_default()
}
