//! Check your answers: everything that will be sent, with links to change it.

use super::{
    changes::newer_notice,
    conflict::{unresolved_notice, waiting},
    journey, open, today,
    unsent::unsent,
};
use crate::api::drafts::Submit;
use crate::{
    api::drafts::saved_line,
    components::{
        answers::{ChangeAt, answers},
        button::{Button, LinkButton},
        form::{Hidden, post_form},
        icons::Tick,
    },
    context,
    from_check::page_link,
    location::Location,
    pages::frame::{Frame, load},
    paths,
};
use form_engine::{
    journey::{Journey, NextPage, Status},
    record::{Audience, RecordItem, RecordPage, RecordSection, record},
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
        let sections = record(&draft.form, &draft.answers, today, &t, Audience::Checking);
        let journey = journey(&draft, today);
        let sections = sections.into_iter().map(|section| section_view(&draft, section)).collect_view();
        let waiting = waiting(&draft, &journey);
        let unsent = unsent(&draft, waiting.is_empty() && journey.first_open() == NextPage::Check);
        let end = match journey.first_open() {
            NextPage::Check if !waiting.is_empty() => ().into_any(),
            NextPage::Check => send(&draft, saved_line(&draft)?).into_any(),
            NextPage::Page(_) => unfinished(&draft, &journey).into_any(),
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

/// A section with its pages. The title of its only page would say the same again.
fn section_view(draft: &Draft, section: RecordSection) -> impl IntoView + use<> {
    let is_single = section.pages.len() == 1;
    let view_of = |page: RecordPage| {
        let title = (!is_single).then(|| heading(3, page.title.clone()));
        view! { {title} {page_view(draft, page, if is_single { 3 } else { 4 })} }
    };
    view! { <h2 class="govuk-heading-l">{section.title}</h2> {section.pages.into_iter().map(view_of).collect_view()} }
}

/// The answers of a page; `level` is that of the headings of list items.
fn page_view(draft: &Draft, page: RecordPage, level: u8) -> impl IntoView + use<> {
    let location = paths::draft_page(&draft.id, &page.slug);
    let none = page.none.map(|none| empty_list(none, &page.title, location.clone()));
    let items = page.items.into_iter().map(|item| item_view(draft, &page.slug, item, level)).collect_view();
    let at = ChangeAt { page: location, item: None };
    let entries = (!page.entries.is_empty()).then(|| answers(page.entries, Some(&at)));
    view! { {entries} {items} {none} }
}

fn item_view(draft: &Draft, slug: &str, item: RecordItem, level: u8) -> impl IntoView + use<> {
    let lists = item.lists.into_iter().map(|list| {
        let inner = list.items.into_iter().map(|inner| {
            let page = paths::draft_inner_item(&draft.id, slug, &item.id, &list.key, &inner.id);
            let at = ChangeAt { page, item: Some(&inner.id) };
            view! { {heading(level + 2, inner.name)} {answers(inner.entries, Some(&at))} }
        });
        let page = paths::draft_inner_list(&draft.id, slug, &item.id, &list.key);
        let none = list.none.map(|none| empty_list(none, &list.title, page));
        view! { {heading(level + 1, list.title.clone())} {inner.collect_view()} {none} }
    });
    let lists = lists.collect_view();
    let at = ChangeAt { page: paths::draft_item(&draft.id, slug, &item.id), item: Some(&item.id) };
    view! { {heading(level, item.name)} {answers(item.entries, Some(&at))} {lists} }
}

/// An empty list, with the link to its page.
fn empty_list(none: String, title: &str, page: Location) -> impl IntoView + use<> {
    let change = context::messages().link_change();
    view! {
        <p class="govuk-body">
            {none} " "
            <a class="govuk-link" href=page_link(page)>{change}<span class="govuk-visually-hidden">{format!(" {title}")}</span></a>
        </p>
    }
}

/// A heading within a section.
fn heading(level: u8, text: String) -> AnyView {
    match level {
        3 => view! { <h3 class="govuk-heading-m">{text}</h3> }.into_any(),
        4 => view! { <h4 class="govuk-heading-s">{text}</h4> }.into_any(),
        5 => view! { <h5 class="govuk-heading-s">{text}</h5> }.into_any(),
        _ => view! { <h6 class="govuk-heading-s">{text}</h6> }.into_any(),
    }
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
fn unfinished(draft: &Draft, journey: &Journey<'_>) -> impl IntoView + use<> {
    let open: Vec<_> = journey.pages().filter(|page| journey.status(page) != Status::Complete).collect();
    let first = open.first().map(|page| paths::draft_page(&draft.id, &page.slug).into()).unwrap_or_default();
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
