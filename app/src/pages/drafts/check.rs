//! Check your answers: everything as it will be sent, each with the way to change it.

use super::{journey, open, today};
use crate::{
    api::drafts::saved_words,
    components::{
        answers::answers,
        button::{Button, LinkButton},
        form::{Hidden, post_form},
        icons::Tick,
    },
    context,
    pages::frame::{Frame, load},
    ports::{Caller, Draft},
    routes,
};
use domain::{
    journey::{Journey, Next, Status},
    record::{RecordPage, record},
};
use leptos::prelude::*;

#[component]
pub fn Check() -> impl IntoView {
    let id = context::param("id");
    load(async move {
        let draft = open(&id).await?;
        let today = today()?;
        let sections = record(&draft.form, &draft.answers, today);
        let journey = journey(&draft, today);
        let view_of = |page: RecordPage| page_view(&draft, page);
        let sections = sections
            .into_iter()
            .map(|section| view! { <h2 class="govuk-heading-l">{section.title}</h2> {section.pages.into_iter().map(view_of).collect_view()} })
            .collect_view();
        let end = match journey.first_open() {
            Next::Check => send(&draft, saved_words(&draft)?).into_any(),
            Next::Page(_) => unfinished(&draft, &journey).into_any(),
        };
        Ok(view! {
            <Frame title="Check your answers" back=Some((routes::draft(&draft.id), "Back to all pages".into()))>
                <div class="care-check">
                    <span class="govuk-caption-l">{draft.form.name.clone()}</span>
                    <h1 class="govuk-heading-l">"Check your answers"</h1>
                    {sections}
                    {end}
                </div>
            </Frame>
        })
    })
}

fn page_view(draft: &Draft, page: RecordPage) -> impl IntoView + use<> {
    let href = format!("{}?from=check", routes::draft_page(&draft.id, &page.slug));
    let add = page.none.map(|none| {
        view! {
            <p class="govuk-body">
                {none} " "
                <a class="govuk-link" href=href.clone()>"Change"<span class="govuk-visually-hidden">{format!(" {}", page.title)}</span></a>
            </p>
        }
    });
    let items = page
        .items
        .into_iter()
        .map(|item| {
            let href = format!("{}?from=check", routes::draft_item(&draft.id, &page.slug, &item.id));
            view! { <h4 class="govuk-heading-s">{item.name}</h4> {answers(item.entries, Some(href))} }
        })
        .collect_view();
    let entries = (!page.entries.is_empty()).then(|| answers(page.entries, Some(href)));
    view! { <h3 class="govuk-heading-m">{page.title}</h3> {entries} {items} {add} }
}

/// The end of a form that is whole.
fn send(draft: &Draft, saved: String) -> impl IntoView + use<> {
    let days = context::site().copy_days;
    let login = matches!(context::caller(), Caller::Visitor(_)).then(|| {
        view! { <p class="govuk-body">"You need to sign in or create an account to send it. Your answers go with you."</p> }
    });
    let form = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <div class="care-form-end">
            <p class="care-saved" role="status"><Tick/> <span data-wait="Sending your form…">{saved}</span></p>
            <Button words="Submit form" once=true/>
        </div>
    };
    let form = post_form("/api/drafts/submit", form);
    view! {
        <h2 class="govuk-heading-l">"Send your form"</h2>
        <p class="govuk-body">{format!("When you send it, we keep a copy in your account for {days} days.")}</p>
        {login}
        {form}
    }
}

/// What is still missing, page by page.
fn unfinished(draft: &Draft, journey: &Journey<'_>) -> impl IntoView + use<> {
    let open: Vec<_> = journey.pages().filter(|page| journey.status(page) != Status::Complete).collect();
    let first = open.first().map(|page| routes::draft_page(&draft.id, &page.slug)).unwrap_or_default();
    let list = open
        .iter()
        .map(|page| {
            let href = format!("{}?check&from=check", routes::draft_page(&draft.id, &page.slug));
            view! { <li><a class="govuk-link" href=href>{page.task().to_owned()}</a></li> }
        })
        .collect_view();
    view! {
        <h2 class="govuk-heading-l">"Before you can send it"</h2>
        <p class="govuk-body">"These pages are not finished:"</p>
        <ul class="govuk-list govuk-list--bullet">{list}</ul>
        <LinkButton words="Continue" href=first about=draft.form.name.clone()/>
    }
}
