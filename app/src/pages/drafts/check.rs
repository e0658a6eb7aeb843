//! Check your answers: everything that will be sent, with links to change it.

use super::{
    changes::newer_notice,
    check_sections::sections_view,
    conflict::{unresolved_notice, waiting},
    journey, open, today,
    unsent::unsent,
};
use crate::api::drafts::Submit;
use crate::{
    api::drafts::saved_line,
    components::{
        button::{Button, LinkButton},
        form::{Hidden, post_form},
        icons::Tick,
    },
    context,
    from_check::page_link,
    pages::frame::{Frame, load},
    paths,
};
use form_engine::{
    definition::Page,
    journey::Status,
    record::{Audience, record_of},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{Caller, Draft};

#[component]
pub fn Check() -> impl IntoView {
    let id = context::draft_id();
    load(async move {
        let id = id?;
        let draft = open(&id).await?;
        let (today, t) = (today()?, context::messages());
        let journey = journey(&draft, today);
        let sections = record_of(&journey, &draft.answers, &t, Audience::Checking);
        // Once: the status of a page takes checking its answers.
        let open_pages: Vec<&Page> = journey.pages().filter(|page| journey.status(page) != Status::Complete).collect();
        let sections = sections_view(&draft, &open_pages, sections);
        let waiting = waiting(&draft, &journey);
        let unsent = unsent(&draft, waiting.is_empty() && open_pages.is_empty());
        let end = match open_pages.first() {
            Some(first) => unfinished(&draft, first, &open_pages).into_any(),
            None if !waiting.is_empty() => ().into_any(),
            None => send(&draft, saved_line(&draft)?).into_any(),
        };
        Ok(view! {
            <Frame title=t.check_title() back=Some((paths::draft(&draft.id).into(), t.check_back().into()))>
                <div class="care-check">
                    {unsent}
                    {newer_notice(&draft)}
                    {unresolved_notice(waiting)}
                    <span class="govuk-caption-l">{draft.form.name.clone()}</span>
                    <h1 class="govuk-heading-l">{t.check_title()}</h1>
                    {sections}
                    {end}
                </div>
            </Frame>
        })
    })
}

/// The end of a complete form, with the button to submit it.
fn send(draft: &Draft, saved: String) -> impl IntoView + use<> {
    let (days, t) = (context::site().copy_days, context::messages());
    let login = matches!(context::caller(), Caller::Visitor(_)).then(|| {
        view! { <p class="govuk-body">{t.check_sign_in()}</p> }
    });
    let form = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <div class="care-form-end">
            <p class="care-saved" role="status"><Tick/> <span data-wait=t.sending_now()>{saved}</span></p>
            <Button text=t.check_submit() once=true/>
        </div>
    };
    let form = post_form(Submit::PATH, form);
    view! {
        <h2 class="govuk-heading-l">{t.tasks_send()}</h2>
        <p class="govuk-body">{t.check_copy(days)}</p>
        {login}
        {form}
    }
}

/// What is still missing, page by page.
fn unfinished(draft: &Draft, first: &Page, open: &[&Page]) -> impl IntoView + use<> {
    let first = paths::draft_page(&draft.id, &first.slug).into();
    let list = open
        .iter()
        .map(|page| {
            let href = page_link(paths::draft_page(&draft.id, &page.slug).flag("check"));
            view! { <li><a class="govuk-link" href=href>{page.task().to_owned()}</a></li> }
        })
        .collect_view();
    let t = context::messages();
    view! {
        <h2 class="govuk-heading-l">{t.check_before()}</h2>
        <p class="govuk-body">{t.check_unfinished()}</p>
        <ul class="govuk-list govuk-list--bullet">{list}</ul>
        <LinkButton text=t.button_continue() href=first about=draft.form.name.clone()/>
    }
}
