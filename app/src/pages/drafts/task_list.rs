//! The task list: every page of the form by section, with its status, and the next one to do.

use super::{
    changes::newer_notice,
    conflict::{unresolved_notice, waiting},
    journey, open, progress, today,
};
use crate::{
    api::drafts::saved_line,
    components::{button::LinkButton, icons::Tick},
    context,
    pages::frame::{FrameContent, framed, load},
    paths,
};
use form_engine::{
    definition::Page,
    journey::{Journey, NextPage, Status},
};
use govuk::{
    Content,
    tag::Tag,
    task_list::{self, Task, TaskStatus, task_list},
};
use i18n::args;
use leptos::prelude::*;
use ports::Draft;

#[component]
pub fn TaskList() -> impl IntoView {
    let id = context::draft_id();
    load(async move {
        let id = id?;
        let draft = open(&id).await?;
        let today = today()?;
        let saved = saved_line(&draft)?;
        let journey = journey(&draft, today);
        Ok(view(&draft, &journey, saved).into_any())
    })
}

fn view(draft: &Draft, journey: &Journey<'_>, saved: String) -> impl IntoView + use<> {
    let t = context::messages();
    let (done, count) = journey.done();
    let next = journey.first_open();
    let back = context::caller().resident().map_or_else(
        || (paths::form(&draft.form.key).into(), t.back().to_owned()),
        |_| ("/recover".to_owned(), t.tasks_back().to_owned()),
    );
    let sections = journey.sections().into_iter().enumerate().map(|(index, section)| {
        let tasks =
            section.pages.into_iter().map(|page| task(draft, page, journey.status(page), next == NextPage::Page(page)));
        let tasks = list(format!("section-{}", index + 1), tasks.collect());
        view! { <h2 class="govuk-heading-m">{section.title.to_owned()}</h2> {tasks} }
    });
    let sections = sections.collect_view();
    let progress = t.tasks_done(args::TasksDone { count: &count.to_string(), done: &done.to_string() });
    let left = progress::left(journey.remaining())
        .map(|left| view! { <p class="care-progress__left">{t.recover_left()} ": " {left}</p> });
    let content = view! {
            {newer_notice(draft)}
            {unresolved_notice(waiting(draft, journey))}
            <h1 class="govuk-heading-l">{draft.form.name.clone()}</h1>
            <div class="care-progress">
                <p class="care-progress__words" id="progress-words">{progress}</p>
                <progress class="care-progress__bar" value=done.to_string() max=count.to_string() aria-labelledby="progress-words"></progress>
                {left}
            </div>
            {next_step(draft, next)}
            <div class="care-tasks">
                {sections}
                <h2 class="govuk-heading-m">{t.tasks_send()}</h2>
                {list("send".into(), vec![check_task(draft, next == NextPage::Check)])}
            </div>
            {(!saved.is_empty()).then(|| view! { <p class="care-saved"><Tick/> <span>{saved}</span></p> })}
            <p class="govuk-body">{t.tasks_any_order()}</p>
    };
    framed(FrameContent { title: draft.form.name.clone(), back: Some(back), ..FrameContent::default() }, content)
}

fn next_step(draft: &Draft, next: NextPage<'_>) -> impl IntoView + use<> {
    let t = context::messages();
    let (text, title, href) = match next {
        NextPage::Page(page) => (t.tasks_next(), page.task().to_owned(), paths::draft_page(&draft.id, &page.slug).into()),
        NextPage::Check => (t.tasks_all_filled_in(), t.check_title().to_owned(), paths::check(&draft.id).into()),
    };
    view! {
        <div class="care-next">
            <p class="care-next__words">{text} " " <span class="care-next__page">{title.clone()}</span></p>
            <LinkButton text=t.button_continue() href=href about=t.tasks_continue_with(title.as_str())/>
        </div>
    }
}

fn list(id_prefix: String, items: Vec<Task>) -> AnyView {
    task_list(task_list::TaskList { items, id_prefix, ..task_list::TaskList::default() })
}

/// The class of the next task.
fn next_class(next: bool) -> String {
    if next { "care-task--next".to_owned() } else { String::new() }
}

fn task(draft: &Draft, page: &Page, status: Status, next: bool) -> Task {
    let t = context::messages();
    Task {
        title: page.task().into(),
        href: paths::draft_page(&draft.id, &page.slug).into(),
        classes: next_class(next),
        status: match status {
            Status::Complete => {
                Content::view(view! { <span class="care-done"><Tick/> " " {t.tasks_completed()}</span> }).into()
            }
            Status::InProgress => Tag::from(t.tasks_in_progress()).into(),
            Status::NotStarted if next => Tag::from(t.tasks_next_tag()).into(),
            Status::NotStarted => t.tasks_not_started().into(),
        },
        ..Task::default()
    }
}

fn check_task(draft: &Draft, ready: bool) -> Task {
    let t = context::messages();
    let check = Task { title: t.check_title().into(), classes: next_class(ready), ..Task::default() };
    if ready {
        return Task { href: paths::check(&draft.id).into(), status: Tag::from(t.tasks_next_tag()).into(), ..check };
    }
    Task {
        hint: t.tasks_check_when().into(),
        status: TaskStatus {
            classes: "govuk-task-list__status--cannot-start-yet".into(),
            ..TaskStatus::from(t.tasks_cannot_start())
        },
        ..check
    }
}
