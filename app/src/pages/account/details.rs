//! Update your details: the details of an account, with links to change them.

use super::{offer::offer_view, preferences::method_name};
use crate::{
    components::rich_text::rich_text,
    context,
    last_attempt::LastAttempt,
    offer::Offer,
    pages::frame::{Frame, load, notice},
};
use form_engine::address::PostalAddress;
use leptos::prelude::*;
use ports::{ApiError, ContactPreferences};

#[component]
pub fn Details() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let details = context::ports()?.details.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let name = details.full_name();
        let offer = Offer::of_newest(&resident, &details).await?.map(|offer| offer_view(offer, "details"));
        Ok(view! {
            <Frame title=t.details_title() problem=shown.is_wrong() back=Some(("/account".into(), t.back_to_account().into()))>
                <div class="care-question">
                    {shown.summary()}
                    {notice(shown.notice())}
                    <h1 class="govuk-heading-l">{t.details_title()}</h1>
                    {offer}
                    <h2 class="govuk-heading-m">{t.details_name()}</h2>
                    <p class="govuk-body"><strong>{name}</strong></p>
                    {rich_text(t.details_name_text())}
                    <h2 class="govuk-heading-m">{t.email_address()}</h2>
                    <p class="govuk-body"><strong>{details.email}</strong></p>
                    {rich_text(t.details_email_text())}
                    <h2 class="govuk-heading-m">{t.phone_number()}</h2>
                    {match details.phone {
                        Some(phone) => view! {
                            <p class="govuk-body"><strong>{t.details_phone_ending(phone.ending)}</strong></p>
                            {rich_text(t.details_phone_text())}
                        }.into_any(),
                        None => rich_text(t.details_no_phone()),
                    }}
                    <h2 class="govuk-heading-m">{t.details_address()}</h2>
                    {address_of(details.address.as_ref())}
                    <h2 class="govuk-heading-m">{t.contact_title()}</h2>
                    {contact_of(details.contact.as_ref())}
                    <h2 class="govuk-heading-m">{t.delete_account_title()}</h2>
                    {rich_text(t.details_delete())}
                </div>
            </Frame>
        })
    })
}

fn address_of(address: Option<&PostalAddress>) -> AnyView {
    let t = context::messages();
    let Some(address) = address else { return rich_text(t.details_no_address()).into_any() };
    let lines: Vec<_> = address.lines().into_iter().map(|line| view! { {line.to_owned()} <br/> }).collect();
    view! {
        <p class="govuk-body">{lines}</p>
        {rich_text(t.details_address_text())}
    }
    .into_any()
}

fn contact_of(contact: Option<&ContactPreferences>) -> AnyView {
    let t = context::messages();
    let Some(contact) = contact else { return rich_text(t.details_no_contact()).into_any() };
    let ways: Vec<_> = contact.ways.iter().map(|way| view! { <li>{method_name(t, *way)}</li> }).collect();
    let safe = if contact.is_safe { t.details_contact_safe() } else { t.details_contact_unsafe() };
    view! {
        <ul class="govuk-list govuk-list--bullet">{ways}</ul>
        <p class="govuk-body">{safe}</p>
        {rich_text(t.details_contact_text())}
    }
    .into_any()
}
