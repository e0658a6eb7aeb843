//! Every copy of what was sent, for as long as it is kept.

use crate::{
    components::{button::LinkButton, facts::facts, govuk::tag::tag},
    context,
    pages::{
        frame::{Frame, load},
        recover::until,
    },
    ports::{CopySummary, LocalClock},
    routes,
};
use domain::values::date_in_words;
use leptos::prelude::*;

#[component]
pub fn SubmittedForms() -> impl IntoView {
    load(async move {
        let ports = context::ports()?;
        let copies = ports.submissions.list(&context::resident()?.account).await?;
        let list = if copies.is_empty() { empty().into_any() } else { full(copies, &*ports.clock).into_any() };
        Ok(view! {
            <Frame title="Submitted forms" back=Some(("/account".into(), "Back to My Account".into()))>
                <h1 class="govuk-heading-l">"Submitted forms"</h1>
                {list}
            </Frame>
        })
    })
}

fn empty() -> impl IntoView {
    let days = context::site().copy_days;
    view! {
        <div class="care-empty">
            <p class="care-empty__what">"You have sent no forms, or we have deleted your copies."</p>
            <p class="govuk-body">
                {format!("When you send a form, your copy stands here for {days} days. You can open it, print it and download it.")}
            </p>
            <LinkButton words="Choose a form to start" href="/#forms".into()/>
        </div>
    }
}

fn full(copies: Vec<CopySummary>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let days = context::site().copy_days;
    let lead = format!(
        "We keep your copy for {days} days from the day you sent it. Then it is deleted. To keep one for longer, open it and choose “Download PDF”."
    );
    let items: Vec<_> = copies.into_iter().map(|copy| record(copy, clock)).collect();
    view! {
        <p class="care-lead">{lead}</p>
        <ul class="care-records">{items}</ul>
    }
}

fn record(copy: CopySummary, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let pairs = vec![
        ("Reference", copy.reference.clone()),
        ("Sent on", date_in_words(clock.day(copy.sent))),
        ("Available until", until(copy.until)),
    ];
    view! {
        <li class="care-record">
            <div>
                <h2 class="care-record__title"><a class="govuk-link" href=routes::copy(&copy.reference)>{copy.form}</a></h2>
                {facts(pairs)}
            </div>
            <div class="care-record__actions">{tag("Received".into())}</div>
        </li>
    }
}
