//! The cookies, each with what it is for and how long it lasts.

use crate::{
    components::govuk::table::{Cell, Table, table},
    context,
    cookies::{Cookie, Cookies as Jar},
    pages::frame::Frame,
    ports::Ports,
};
use leptos::prelude::*;

const ALL: [Cookie; 5] = [Cookie::Session, Cookie::Visitor, Cookie::Step, Cookie::Flash, Cookie::Next];

#[component]
pub fn Cookies() -> impl IntoView {
    let jar = use_context::<Ports>().map(|ports| ports.cookies);
    let cookies = table(Table {
        caption: "The cookies we use".into(),
        caption_classes: "govuk-table__caption--m".into(),
        head: ["Name", "What it is for", "How long it lasts"].map(Cell::from).into(),
        rows: jar.into_iter().flat_map(|jar| ALL.map(|cookie| row(cookie, jar))).collect(),
        first_cell_is_header: true,
        ..Table::default()
    });
    view! {
        <Frame title="Cookies">
            <div class="care-question">
                <h1 class="govuk-heading-xl">"Cookies"</h1>
                <p class="govuk-body">"Cookies are small files that a website keeps on your device."</p>
                <p class="govuk-body">
                    "We use only the cookies below. The service can't work without them, so we do not ask you whether we may set them. \
                     None of them holds anything about you that others could read. We do not count visits, and we show no advertising."
                </p>
                {cookies}
            </div>
        </Frame>
    }
}

fn row(cookie: Cookie, jar: Jar) -> Vec<Cell> {
    let minutes = context::site().idle_minutes;
    let (purpose, lasts) = match cookie {
        Cookie::Session => {
            ("Keeps you signed in", format!("Until you sign out, close the browser, or do nothing for {minutes} minutes"))
        }
        Cookie::Visitor => ("Finds the form that you began without a login", "24 hours, or until you sign in".into()),
        Cookie::Step => (
            "Knows which step you are at while you sign in or create an account",
            "1 hour, or until you are signed in".into(),
        ),
        Cookie::Flash => (
            "Shows again what you typed when something was wrong with it, or a message on the next page",
            "2 minutes, or until it is shown".into(),
        ),
        Cookie::Next => (
            "Brings you back to the page you wanted when we ask you to sign in",
            "1 hour, or until you are signed in".into(),
        ),
        Cookie::Language => ("Remembers the language you chose", "1 year".into()),
    };
    vec![name(cookie, jar).into(), purpose.into(), lasts.into()]
}

/// The name as the browser shows it: what stands before the sign in what is sent.
fn name(cookie: Cookie, jar: Jar) -> String {
    jar.clear(cookie).split_once('=').map(|(name, _)| name.to_owned()).unwrap_or_default()
}
