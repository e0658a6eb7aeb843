//! Pages about the service itself: help, and the council's statements.

pub mod accessibility;
pub mod cookies;
pub mod help;
pub mod offline;
pub mod privacy;

use super::frame::Frame;
use crate::{components::rich_text::rich_text, context};
use leptos::prelude::*;

/// A page of text, with numbers from the settings filled in.
fn text_page(title: &'static str, text: &str) -> impl IntoView + use<> {
    let text = rich_text(&with_numbers(text));
    view! {
        <Frame title=title>
            <div class="care-question">
                <h1 class="govuk-heading-xl">{title}</h1>
                {text}
            </div>
        </Frame>
    }
}

/// Fills in numbers from the settings, so that no page promises others than those in force.
fn with_numbers(text: &str) -> String {
    /// The length of the countdown before somebody is signed out.
    const COUNTDOWN: i64 = 5;
    let site = context::site();
    let numbers = [
        ("{idle}", site.idle_minutes.to_string()),
        ("{warning}", site.idle_minutes.saturating_sub(COUNTDOWN).to_string()),
        ("{draft_days}", site.draft_days.to_string()),
        ("{copy_days}", site.copy_days.to_string()),
        ("{address_of_service}", site.public_url.clone()),
        ("{website}", site.council.website.clone()),
    ];
    numbers.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value))
}
