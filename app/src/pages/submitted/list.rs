//! The list of all copies.

use crate::{
    components::{button::LinkButton, facts::facts},
    context,
    pages::frame::{Frame, load},
    paths,
};
use govuk::tag::tag;
use leptos::prelude::*;
use ports::{CopySummary, LocalClock};

#[component]
pub fn SubmittedForms() -> impl IntoView {
    load(async move {
        let (ports, t) = (context::ports()?, context::messages());
        let copies = ports.submissions.list(&context::resident()?.account, context::language()).await?;
        let list = if copies.is_empty() { empty().into_any() } else { full(copies, &*ports.clock).into_any() };
        Ok(view! {
            <Frame title=t.submitted_forms() back=Some(("/account".into(), t.back_to_account().into()))>
                <h1 class="govuk-heading-l">{t.submitted_forms()}</h1>
                {list}
            </Frame>
        })
    })
}

fn empty() -> impl IntoView {
    let t = context::messages();
    view! {
        <div class="care-empty">
            <p class="care-empty__what">{t.copies_empty()}</p>
            <p class="govuk-body">{t.copies_empty_more(context::site().copy_days)}</p>
            <LinkButton text=t.choose_a_form() href="/#forms".into()/>
        </div>
    }
}

fn full(copies: Vec<CopySummary>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let lead = context::messages().copies_lead(context::site().copy_days);
    let items: Vec<_> = copies.into_iter().map(|copy| record(copy, clock)).collect();
    view! {
        <p class="care-lead">{lead}</p>
        <ul class="care-records">{items}</ul>
    }
}

fn record(copy: CopySummary, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let pairs = vec![
        (t.copy_reference(), copy.reference.clone()),
        (t.copy_sent_on(), t.day(clock.day(copy.sent))),
        (t.available_until(), t.end_of(copy.until)),
    ];
    view! {
        <li class="care-record">
            <div>
                <h2 class="care-record__title"><a class="govuk-link" href=paths::copy(&copy.reference)>{copy.form}</a></h2>
                {facts(pairs)}
            </div>
            <div class="care-record__actions">{tag(t.copy_received().into())}</div>
        </li>
    }
}
