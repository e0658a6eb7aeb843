//! The task list: every page of the form in its group, how far it is, and the next to do.

use super::{journey, open, today};
use crate::{
    api::drafts::saved_words,
    components::{button::LinkButton, icons::Tick},
    context,
    pages::frame::{Framed, framed, load},
    ports::Draft,
    routes,
};
use domain::{
    definition::Page,
    journey::{Journey, Next, Status},
};
use leptos::prelude::*;

#[component]
pub fn TaskList() -> impl IntoView {
    let id = context::param("id");
    load(async move {
        let draft = open(&id).await?;
        let today = today()?;
        let saved = saved_words(&draft)?;
        let journey = journey(&draft, today);
        Ok(view(&draft, &journey, saved).into_any())
    })
}

fn view(draft: &Draft, journey: &Journey<'_>, saved: String) -> impl IntoView + use<> {
    let (done, count) = journey.done();
    let next = journey.first_open();
    let back = context::caller().resident().map_or_else(
        || (routes::form(&draft.form.key), "Back".to_owned()),
        |_| ("/recover".to_owned(), "Back to your saved forms".to_owned()),
    );
    let sections = journey.sections().iter().map(|section| {
        view! {
            <h2 class="govuk-heading-m">{section.title.to_owned()}</h2>
            <ul class="govuk-task-list">
                {section.pages.iter().map(|page| task(draft, page, journey.status(page), next == Next::Page(page))).collect_view()}
            </ul>
        }
    });
    let sections = sections.collect_view();
    let content = view! {
            <h1 class="govuk-heading-l">{draft.form.name.clone()}</h1>
            <div class="care-progress">
                <p class="care-progress__words" id="progress-words">{format!("{done} of {count} pages done")}</p>
                <progress class="care-progress__bar" value=done.to_string() max=count.to_string() aria-labelledby="progress-words"></progress>
            </div>
            {next_step(draft, next)}
            <div class="care-tasks">
                {sections}
                <h2 class="govuk-heading-m">"Send your form"</h2>
                <ul class="govuk-task-list">{check_task(draft, next == Next::Check)}</ul>
            </div>
            <p class="care-saved"><Tick/> <span>{saved}</span></p>
            <p class="govuk-body">"You can do the pages in any order, stop at any time and come back on any device."</p>
    };
    framed(Framed { title: draft.form.name.clone(), back: Some(back), ..Framed::default() }, content)
}

fn next_step(draft: &Draft, next: Next<'_>) -> impl IntoView + use<> {
    let (words, title, href) = match next {
        Next::Page(page) => ("Next page ", page.task().to_owned(), routes::draft_page(&draft.id, &page.slug)),
        Next::Check => ("Everything is filled in. ", "Check your answers".to_owned(), routes::check(&draft.id)),
    };
    view! {
        <div class="care-next">
            <p class="care-next__words">{words}<span class="care-next__page">{title.clone()}</span></p>
            <LinkButton words="Continue" href=href about=format!("with {title}")/>
        </div>
    }
}

fn task(draft: &Draft, page: &Page, status: Status, next: bool) -> impl IntoView + use<> {
    let status_id = format!("status-{}", page.slug);
    let class =
        format!("govuk-task-list__item govuk-task-list__item--with-link{}", if next { " care-task--next" } else { "" });
    let status = match status {
        Status::Complete => view! { <span class="care-done"><Tick/> " Completed"</span> }.into_any(),
        Status::InProgress => view! { <strong class="govuk-tag">"In progress"</strong> }.into_any(),
        Status::NotStarted if next => view! { <strong class="govuk-tag">"Next"</strong> }.into_any(),
        Status::NotStarted => "Not started".into_any(),
    };
    view! {
        <li class=class>
            <div class="govuk-task-list__name-and-hint">
                <a class="govuk-link govuk-task-list__link" href=routes::draft_page(&draft.id, &page.slug) aria-describedby=status_id.clone()>
                    {page.task().to_owned()}
                </a>
            </div>
            <div class="govuk-task-list__status" id=status_id>{status}</div>
        </li>
    }
}

fn check_task(draft: &Draft, ready: bool) -> impl IntoView + use<> {
    if ready {
        let class = "govuk-task-list__item govuk-task-list__item--with-link care-task--next";
        return view! {
            <li class=class>
                <div class="govuk-task-list__name-and-hint">
                    <a class="govuk-link govuk-task-list__link" href=routes::check(&draft.id) aria-describedby="status-check">"Check your answers"</a>
                </div>
                <div class="govuk-task-list__status" id="status-check"><strong class="govuk-tag">"Next"</strong></div>
            </li>
        }
        .into_any();
    }
    view! {
        <li class="govuk-task-list__item">
            <div class="govuk-task-list__name-and-hint">
                <div>"Check your answers"</div>
                <div class="govuk-task-list__hint">"When the other pages are done"</div>
            </div>
            <div class="govuk-task-list__status govuk-task-list__status--cannot-start-yet">"Cannot start yet"</div>
        </li>
    }
    .into_any()
}
