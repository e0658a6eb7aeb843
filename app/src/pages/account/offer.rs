//! The question whether the account should keep what was given in a form.

use super::preferences::method_name;
use crate::{
    api::accounts::offer::AnswerOffer,
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
    },
    context,
    offer::{Given, Offer},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

/// The question, with "Yes" and "No". `page` is where "No" leads: see [`crate::api::accounts::offer`].
pub fn offer_view(offer: Offer, page: &'static str) -> impl IntoView {
    let t = context::messages();
    let (lead, detail, given) = match offer.given {
        Given::Address(address) => {
            let lines: Vec<_> =
                address.lines().into_iter().map(|line| view! { {line.to_owned()} <br/> }.into_any()).collect();
            (t.offer_address(), "address", view! { <p class="govuk-body">{lines}</p> }.into_any())
        }
        Given::Contact(ways) => {
            let ways: Vec<_> = ways.into_iter().map(|way| view! { <li>{method_name(t, way)}</li> }).collect();
            (t.offer_contact(), "contact", view! { <ul class="govuk-list govuk-list--bullet">{ways}</ul> }.into_any())
        }
    };
    let form = view! {
        <Hidden name="reference" value=offer.reference/>
        <Hidden name="detail" value=detail/>
        <Hidden name="page" value=page/>
        <div class="govuk-button-group">
            <Button text=t.offer_yes() name="go" value="yes" weight=Weight::Secondary/>
            <Button text=t.offer_no() name="go" value="no" weight=Weight::Secondary/>
        </div>
    };
    view! {
        <section id="offer" aria-labelledby="offer-title">
            <h2 class="govuk-heading-m" id="offer-title">{t.offer_title()}</h2>
            <p class="govuk-body">{lead}</p>
            {given}
            <p class="govuk-body">{t.offer_why()}</p>
            {post_form(AnswerOffer::PATH, form)}
        </section>
    }
}
