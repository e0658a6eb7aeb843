//! Recover a form: every draft, with the way back to it.

use super::{
    frame::{Frame, load, notice},
    refusals::Shown,
};
use crate::{
    components::{
        button::{LinkButton, Weight},
        facts::facts,
    },
    context,
    ports::{DraftSummary, Flash, LocalClock},
    routes,
};
use domain::values::date_in_words;
use jiff::civil::Date;
use leptos::prelude::*;

/// From how many days before its end a draft says so.
const WARN_DAYS: i32 = 14;

/// Where the draft is named that was saved on the way to signing in.
const SAVED: &str = "saved";

/// Tells the list of drafts that one was saved just now. The list knows until when.
pub fn just_saved(draft: &str) -> Flash {
    Flash { page: "/recover".into(), values: [(SAVED.to_owned(), draft.to_owned())].into(), ..Flash::default() }
}

#[component]
pub fn Recover() -> impl IntoView {
    load(async move {
        let ports = context::ports()?;
        let drafts = ports.drafts.list(&context::resident()?.account).await?;
        let shown = Shown::take();
        let said = shown.notice().or_else(|| saved_words(&drafts, &shown.value(SAVED)));
        let list = if drafts.is_empty() { empty().into_any() } else { full(drafts, &*ports.clock).into_any() };
        Ok(view! {
            <Frame title="Recover a form" back=Some(("/account".into(), "Back to My Account".into()))>
                {notice(said)}
                <h1 class="govuk-heading-l">"Recover a form"</h1>
                {list}
            </Frame>
        })
    })
}

fn saved_words(drafts: &[DraftSummary], id: &str) -> Option<String> {
    let until = drafts.iter().find(|draft| draft.id == id)?.until;
    Some(format!("Your form is saved. You can come back to it until 11:59pm on {}.", date_in_words(until)))
}

fn empty() -> impl IntoView {
    let days = context::site().draft_days;
    view! {
        <div class="care-empty">
            <p class="care-empty__what">"You have no saved forms."</p>
            <p class="govuk-body">
                {format!(
                    "Forms that you begin stand here until you send them, each with the day until which we keep it. \
                     We keep a form for {days} days from the last time you saved it."
                )}
            </p>
            <LinkButton words="Choose a form to start" href="/#forms".into()/>
        </div>
    }
}

fn full(drafts: Vec<DraftSummary>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let days = context::site().draft_days;
    let lead = match drafts.len() {
        1 => format!("You have one saved form. We keep it for {days} days from the last time you saved it."),
        count => format!("You have {count} saved forms. We keep each one for {days} days from the last time you saved it."),
    };
    view! {
        <p class="care-lead">{lead}</p>
        {records(drafts, Level::Two, clock)}
        <p class="govuk-body"><a class="govuk-link" href="/#forms">"Start another form"</a></p>
    }
}

/// Which level of heading names a draft.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Two,
    Three,
}

/// Drafts, each with what is known of it and what can be done.
pub fn records(drafts: Vec<DraftSummary>, level: Level, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let items: Vec<_> = drafts.into_iter().map(|draft| record(draft, level, clock)).collect();
    view! { <ul class="care-records">{items}</ul> }
}

fn record(draft: DraftSummary, level: Level, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let href = routes::draft(&draft.id);
    let delete = format!("{href}/delete");
    let title = match level {
        Level::Two => view! { <h2 class="care-record__title">{draft.form.clone()}</h2> }.into_any(),
        Level::Three => view! { <h3 class="care-record__title">{draft.form.clone()}</h3> }.into_any(),
    };
    let next = draft.page.clone().unwrap_or_else(|| "Check your answers".into());
    let pairs = vec![
        ("Done so far", pages_done(draft.done)),
        ("Next page", next),
        ("Last saved", last_saved(&draft, clock)),
        ("Available until", until(draft.until)),
    ];
    let warning = warning(draft.until, clock.today()).map(|words| view! { <p class="care-record__warning">{words}</p> });
    view! {
        <li class="care-record">
            <div>
                {title}
                {facts(pairs)}
                {warning}
            </div>
            <div class="care-record__actions">
                <LinkButton words="Continue" href=href about=draft.form.clone() weight=Weight::Secondary/>
                <a class="govuk-link" href=delete>
                    "Delete"
                    <span class="govuk-visually-hidden">{format!(" {}", draft.form)}</span>
                </a>
            </div>
        </li>
    }
}

pub fn pages_done((done, count): (usize, usize)) -> String {
    format!("{done} of {count} pages")
}

/// When a draft was last saved: "Today at 9:42pm".
pub fn last_saved(draft: &DraftSummary, clock: &dyn LocalClock) -> String {
    let day = clock.day(draft.saved);
    let day = if day == clock.today() { "Today".to_owned() } else { date_in_words(day) };
    format!("{day} at {}", clock.time_of_day(draft.saved))
}

/// The end of a day, as people are told of it.
pub fn until(day: Date) -> String {
    format!("11:59pm on {}", date_in_words(day))
}

/// What to say of a draft that goes soon.
fn warning(until: Date, today: Date) -> Option<String> {
    let days = context::site().draft_days;
    let when = match days_left(until, today)? {
        0 => "today at 11:59pm".to_owned(),
        1 => "tomorrow at 11:59pm".to_owned(),
        left => format!("in {left} days"),
    };
    Some(format!("Goes {when}. Save it again to keep it for another {days} days."))
}

/// How many days a draft that goes soon has left.
pub fn days_left(until: Date, today: Date) -> Option<i32> {
    let left = today.until(until).ok()?.get_days();
    (0..=WARN_DAYS).contains(&left).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn only_what_goes_soon_says_so() {
        let left = |day| days_left(date(2026, 5, day), date(2026, 5, 12));
        assert_eq!((left(12), left(26), left(27)), (Some(0), Some(14), None));
        assert_eq!(days_left(date(2026, 8, 10), date(2026, 5, 12)), None);
    }
}
