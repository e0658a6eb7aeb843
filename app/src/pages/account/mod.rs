//! My Account, and the pages under it.

mod details;
mod security;

pub use details::Details;
pub use security::Security;

use super::{
    frame::{Frame, load, notice},
    recover::{Level, days_left, records},
    refusals::Shown,
};
use crate::{
    context,
    ports::{CopySummary, DraftSummary, LocalClock, Resident},
};
use domain::phone;
use leptos::prelude::*;

#[component]
pub fn Account() -> impl IntoView {
    load(async move {
        let (ports, resident) = (context::ports()?, context::resident()?);
        let drafts = ports.drafts.list(&resident.account, context::language()).await?;
        let copies = ports.submissions.list(&resident.account, context::language()).await?;
        let clock = &*ports.clock;
        let cards = [saved_card(&drafts, clock), sent_card(&copies, clock), details_card(&resident)];
        let list = (!drafts.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-l">"Carry on with a form"</h2>
                {records(drafts, Level::Three, clock)}
            }
        });
        let said = notice(Shown::take().notice());
        Ok(view! {
            <Frame title="My Account">
                {said}
                <h1 class="govuk-heading-xl">"My Account"</h1>
                <ul class="care-cards">{cards.into_iter().map(card).collect_view()}</ul>
                {list}
            </Frame>
        })
    })
}

/// A card: the one fact that matters, a sentence to it, and where it leads.
struct Card {
    title: &'static str,
    fact: String,
    more: String,
    links: Vec<(&'static str, &'static str)>,
}

fn card(card: Card) -> impl IntoView {
    let link = |(href, words)| view! { <li><a class="govuk-link" href=href>{words}</a></li> };
    view! {
        <li class="care-card">
            <h2 class="care-card__title">{card.title}</h2>
            <p class="care-card__fact">{card.fact}</p>
            <p class="care-card__more">{card.more}</p>
            <ul class="care-card__links">{card.links.into_iter().map(link).collect_view()}</ul>
        </li>
    }
}

fn saved_card(drafts: &[DraftSummary], clock: &dyn LocalClock) -> Card {
    let first_to_go = drafts.iter().min_by_key(|draft| draft.until);
    let more = match first_to_go {
        None => "Forms you begin are kept here until you send them.".to_owned(),
        Some(draft) if days_left(draft.until, clock.today()).is_some() => {
            format!("{} goes at 11:59pm on {} unless you save it again.", draft.form, context::words().day(draft.until))
        }
        Some(_) => format!("We keep each one for {} days from the last save.", context::site().draft_days),
    };
    let fact = match drafts.len() {
        0 => "None to finish".to_owned(),
        count => format!("{count} to finish"),
    };
    let link = if drafts.is_empty() { ("/#forms", "Choose a form to start") } else { ("/recover", "Recover a form") };
    Card { title: "Saved forms", fact, more, links: vec![link] }
}

fn sent_card(copies: &[CopySummary], clock: &dyn LocalClock) -> Card {
    let newest = copies.iter().max_by_key(|copy| copy.sent);
    let more = newest.map_or_else(
        || "When you send a form, your copy is kept here.".to_owned(),
        |copy| format!("The newest is {}, sent on {}.", copy.form, context::words().day(clock.day(copy.sent))),
    );
    let fact = match copies.len() {
        0 => "None sent".to_owned(),
        count => format!("{count} sent"),
    };
    Card { title: "Submitted forms", fact, more, links: vec![("/submitted", "Submitted forms")] }
}

fn details_card(resident: &Resident) -> Card {
    Card {
        title: "My details",
        fact: format!("Phone ending {}", phone::ending(&resident.phone)),
        more: "Security codes go to this phone when you sign in.".to_owned(),
        links: vec![("/account/details", "Update your details"), ("/account/security", "Sign-in and security")],
    }
}
