//! The small Markdown of forms as HTML, with the council's facts put in.

use crate::context;
use form_engine::text::{Block, Span, blocks};
use leptos::prelude::*;

/// A text in paragraphs, lists and headings. Headings take the level below the page's.
pub fn rich_text(text: &str) -> AnyView {
    let council = context::site();
    let filled = council.council.fill(text);
    let numbers = [council.council.phone.clone(), council.council.out_of_hours.clone()];
    blocks(&filled)
        .into_iter()
        .map(|block| match block {
            Block::Heading(spans) => view! { <h2 class="govuk-heading-m">{inline(spans, &numbers)}</h2> }.into_any(),
            Block::Paragraph(spans) => view! { <p class="govuk-body">{inline(spans, &numbers)}</p> }.into_any(),
            Block::List(items) => view! {
                <ul class="govuk-list govuk-list--bullet">
                    {items.into_iter().map(|spans| view! { <li>{inline(spans, &numbers)}</li> }).collect_view()}
                </ul>
            }
            .into_any(),
        })
        .collect_view()
        .into_any()
}

/// One line of a text, to stand in a paragraph or heading of the page's own.
pub fn rich_line(text: &str) -> AnyView {
    let site = context::site();
    let numbers = [site.council.phone.clone(), site.council.out_of_hours.clone()];
    let line = |block| match block {
        Block::Heading(spans) | Block::Paragraph(spans) => inline(spans, &numbers).into_any(),
        Block::List(_) => ().into_any(),
    };
    blocks(&site.council.fill(text)).into_iter().map(line).collect_view().into_any()
}

/// A message with one of its values in bold. The value is something typed, so no mark in it means anything.
pub fn bold_in(message: impl FnOnce(&str) -> String, value: String) -> AnyView {
    // U+FFFC stands for something that isn't text, so it is in no message.
    const HERE: &str = "\u{FFFC}";
    let text = message(HERE);
    let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
    view! { {before.to_owned()} <strong>{value}</strong> {after.to_owned()} }.into_any()
}

fn inline(spans: Vec<Span>, numbers: &[String]) -> impl IntoView + use<> {
    spans
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => with_numbers(&text, numbers).into_any(),
            Span::Bold(text) => view! { <strong>{with_numbers(&text, numbers)}</strong> }.into_any(),
            Span::Link { words, to } => view! { <a class="govuk-link" href=to>{words}</a> }.into_any(),
        })
        .collect_view()
}

/// The council's own telephone numbers as links that call them.
fn with_numbers(text: &str, numbers: &[String]) -> AnyView {
    let found = numbers
        .iter()
        .filter(|number| !number.is_empty())
        .find_map(|number| text.split_once(number.as_str()).map(|cut| (number, cut)));
    let Some((number, (before, after))) = found else { return text.to_owned().into_any() };
    let rest = with_numbers(after, numbers);
    view! { {with_numbers(before, numbers)} <PhoneLink number=number.clone()/> {rest} }.into_any()
}

/// A telephone number that calls when pressed.
#[component]
pub fn PhoneLink(number: String) -> impl IntoView {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // A number is read from the left in every language.
    view! { <a class="govuk-link" dir="ltr" href=format!("tel:{digits}")>{number}</a> }
}
