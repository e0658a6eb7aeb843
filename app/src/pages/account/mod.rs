//! My Account and the pages below it.

mod address;
mod contact;
mod delete;
mod details;
mod factors;
mod name;
mod offer;
mod password;
mod preferences;
mod security;

pub use address::{ChooseAddress, EnterAddress, FindAddress};
pub use contact::{ChangeEmail, ChangeEmailCode, ChangeLoginPhone, ChangeLoginPhoneCode};
pub use delete::{AccountDeleted, DeleteAccount};
pub use details::Details;
pub use factors::{Authenticator, RecoveryCodes};
pub use name::ChangeName;
pub use offer::offer_view;
pub use password::{ChangePassword, ConfirmAgain, is_confirmed, may_fill_in};
pub use preferences::Preferences;
pub use security::Security;

use super::{
    frame::{Frame, load, notice},
    recover::{Level, days_left, name_of, records},
};
use crate::{context, last_attempt::LastAttempt};
use form_engine::phone;
use i18n::args;
use leptos::prelude::*;
use ports::{CopySummary, DraftSummary, LocalClock, Resident};

#[component]
pub fn Account() -> impl IntoView {
    load(async move {
        let (ports, resident) = (context::ports()?, context::resident()?);
        let drafts = ports.drafts.list(&resident.account, context::language()).await?;
        let copies = ports.submissions.list(&resident.account, context::language()).await?;
        let (clock, t) = (&*ports.clock, context::messages());
        let cards = [saved_card(&drafts, clock), sent_card(&copies, clock), details_card(&resident)];
        let list = (!drafts.is_empty()).then(|| {
            view! {
                <h2 class="govuk-heading-l">{t.account_carry_on()}</h2>
                {records(drafts, Level::Three, clock)}
            }
        });
        let banner = notice(LastAttempt::take().notice());
        Ok(view! {
            <Frame title=t.my_account()>
                {banner}
                <h1 class="govuk-heading-xl">{t.my_account()}</h1>
                <ul class="care-cards">{cards.into_iter().map(card).collect_view()}</ul>
                {list}
            </Frame>
        })
    })
}

/// A card: the main fact, a sentence about it, and a link.
struct Card {
    title: &'static str,
    fact: String,
    more: String,
    links: Vec<(&'static str, &'static str)>,
}

fn card(card: Card) -> impl IntoView {
    let link = |(href, text)| view! { <li><a class="govuk-link" href=href>{text}</a></li> };
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
    let t = context::messages();
    let first_to_go = drafts.iter().min_by_key(|draft| draft.until);
    let more = match first_to_go {
        None => t.account_saved_none().to_owned(),
        Some(draft) if days_left(draft.until, clock.today()).is_some() => {
            t.account_saved_goes(args::AccountSavedGoes { form: &name_of(draft), until: &t.end_of(draft.until) })
        }
        Some(_) => t.account_saved_kept(context::site().draft_days),
    };
    let fact = t.account_saved_count(drafts.len());
    let link = if drafts.is_empty() { ("/#forms", t.choose_a_form()) } else { ("/recover", t.recover()) };
    Card { title: t.account_saved(), fact, more, links: vec![link] }
}

fn sent_card(copies: &[CopySummary], clock: &dyn LocalClock) -> Card {
    let t = context::messages();
    let newest = copies.iter().max_by_key(|copy| copy.sent);
    let more = newest.map_or_else(
        || t.account_sent_none().to_owned(),
        |copy| t.account_sent_newest(args::AccountSentNewest { date: &t.day(clock.day(copy.sent)), form: &copy.form }),
    );
    let fact = t.account_sent_count(copies.len());
    Card { title: t.submitted_forms(), fact, more, links: vec![("/submitted", t.submitted_forms())] }
}

fn details_card(resident: &Resident) -> Card {
    let (t, has_phone) = (context::messages(), !resident.phone.is_empty());
    Card {
        title: t.account_details(),
        fact: if has_phone { t.account_phone(phone::ending(&resident.phone)) } else { t.account_app().to_owned() },
        more: if has_phone { t.account_codes() } else { t.account_app_codes() }.to_owned(),
        links: vec![("/account/details", t.details_title()), ("/account/security", t.security_title())],
    }
}
