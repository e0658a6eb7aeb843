//! The messages that would have been sent. Shown in development only.

use super::frame::{Frame, load};
use crate::{context, developers};
use govuk::tag::tag;
use jiff::Timestamp;
use leptos::prelude::*;
use ports::{LocalClock, SentMessage};

#[component]
pub fn OutboxPage() -> impl IntoView {
    load(async move {
        let ports = developers::ports()?;
        let messages = ports.outbox.recent().await;
        let list = if messages.is_empty() {
            view! { <div class="care-empty"><p class="govuk-body">"There are no messages yet. Sign in, and the code stands here."</p></div> }.into_any()
        } else {
            let items: Vec<_> = messages.into_iter().map(|sent| message(sent, &*ports.clock)).collect();
            view! { <ol class="care-messages">{items}</ol> }.into_any()
        };
        Ok(view! {
            <Frame title="Outbox">
                <h1 class="govuk-heading-l">"Outbox"</h1>
                <p class="govuk-body">"In development messages are not sent. They stand here, newest first."</p>
                {list}
            </Frame>
        })
    })
}

fn message(sent: SentMessage, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let sort = match sent.channel.as_str() {
        "sms" => "Text message",
        "voice" => "Phone call",
        _ => "Email",
    };
    let subject = (!sent.subject.is_empty()).then(|| view! { <h2 class="care-message__subject">{sent.subject}</h2> });
    view! {
        <li class="care-message">
            <div class="care-message__head">
                {tag(sort.into())}
                <span class="care-message__to">{format!("to {}", sent.to)}</span>
                <time class="care-message__at" datetime=sent.at.clone()>{in_words(&sent.at, clock)}</time>
                {subject}
            </div>
            <div class="care-message__body">{with_links(&sent.body)}</div>
        </li>
    }
}

fn in_words(at: &str, clock: &dyn LocalClock) -> String {
    let read =
        |at: Timestamp| format!("{}, {}", context::messages().day(clock.day(at)), context::messages().time(clock.time(at)));
    at.parse().map_or_else(|_| at.to_owned(), read)
}

/// Makes the addresses in a message into links, so that they can be followed as in a mailbox.
fn with_links(body: &str) -> AnyView {
    let starts = ["http://", "https://"].iter().filter_map(|scheme| body.find(scheme)).min();
    let Some((before, rest)) = starts.and_then(|at| body.split_at_checked(at)) else { return body.to_owned().into_any() };
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let (address, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let after = with_links(after);
    view! { {before.to_owned()} <a class="govuk-link" href=address.to_owned()>{address.to_owned()}</a> {after} }.into_any()
}
