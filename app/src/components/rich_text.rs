//! Renders the small Markdown of forms as HTML, with the council's details filled in.

use crate::context;
use form_engine::text::{Block, Span, blocks};
use leptos::prelude::*;

/// A text with paragraphs, lists and headings. Headings are one level below the page's.
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

/// One line of text, without a paragraph or heading of its own.
pub fn rich_line(text: &str) -> AnyView {
    let site = context::site();
    let numbers = [site.council.phone.clone(), site.council.out_of_hours.clone()];
    let line = |block| match block {
        Block::Heading(spans) | Block::Paragraph(spans) => inline(spans, &numbers),
        Block::List(_) => ().into_any(),
    };
    blocks(&site.council.fill(text)).into_iter().map(line).collect_view().into_any()
}

/// A message with one value in bold. The value was typed by somebody, so markup in it has no effect.
pub fn bold_in(message: impl FnOnce(&str) -> String, value: String) -> AnyView {
    // U+FFFC stands for an object that isn't text, so no message contains it.
    const HERE: &str = "\u{FFFC}";
    let text = message(HERE);
    let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
    view! { {before.to_owned()} <strong>{value}</strong> {after.to_owned()} }.into_any()
}

fn inline(spans: Vec<Span>, numbers: &[String]) -> AnyView {
    spans
        .into_iter()
        .map(|span| match span {
            Span::Text(text) => with_numbers(&text, numbers).into_any(),
            Span::Bold(inner) => view! { <strong>{inline(inner, numbers)}</strong> }.into_any(),
            // A link within a link isn't allowed, so numbers in it stay text.
            Span::Link { words, to } => view! { <a class="govuk-link" href=to>{inline(words, &[])}</a> }.into_any(),
        })
        .collect_view()
        .into_any()
}

/// Makes the council's telephone numbers into links.
fn with_numbers(text: &str, numbers: &[String]) -> AnyView {
    let found = numbers
        .iter()
        .filter(|number| !number.is_empty())
        .find_map(|number| text.split_once(number.as_str()).map(|cut| (number, cut)));
    let Some((number, (before, after))) = found else { return text.to_owned().into_any() };
    let rest = with_numbers(after, numbers);
    view! { {with_numbers(before, numbers)} <PhoneLink number=number.clone()/> {rest} }.into_any()
}

/// A telephone number as a link that calls it.
#[component]
pub fn PhoneLink(number: String) -> impl IntoView {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    // Telephone numbers are written left to right in every language.
    view! { <a class="govuk-link" dir="ltr" href=format!("tel:{digits}")>{number}</a> }
}
