//! Submitted forms: the list, the copy, and the page after submitting.

pub mod copy;
pub mod list;
pub mod sent;

use crate::context;
use i18n::args;
use jiff::Timestamp;
use leptos::prelude::*;
use ports::LocalClock;

/// A time as people write it: "20 April 2026 at 4:15pm".
fn moment(at: Timestamp, clock: &dyn LocalClock) -> String {
    let t = context::messages();
    t.moment(args::Moment { date: &t.day(clock.day(at)), time: &t.time(clock.time(at)) })
}

/// A link styled as a button. It stays a link because it opens or downloads a file.
fn file_link(text: &'static str, href: String) -> impl IntoView {
    view! { <a class="govuk-button govuk-button--secondary" href=href draggable="false">{text}</a> }
}
