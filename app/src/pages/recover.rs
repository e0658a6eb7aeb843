//! Recover a form: every draft, with a link to continue.

mod visitor;

use super::{
    drafts::progress::left,
    frame::{Frame, load, notice},
};
use crate::{
    components::{
        button::{LinkButton, Weight},
        facts::facts,
    },
    context,
    flash::SAVED,
    last_attempt::LastAttempt,
    paths,
};
use i18n::args;
use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use ports::{DraftSummary, LocalClock};

/// A warning appears this many days before a draft is deleted.
const WARN_DAYS: i32 = 14;

#[component]
pub fn Recover() -> impl IntoView {
    load(async move {
        let ports = context::ports()?;
        let Ok(resident) = context::resident() else { return visitor::recover(&*ports.clock).await };
        let drafts = ports.drafts.list(&resident.account, context::language()).await?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let text = shown.notice().or_else(|| saved_line(&drafts, &shown.value(SAVED)));
        let list = if drafts.is_empty() { empty().into_any() } else { full(drafts, &*ports.clock).into_any() };
        Ok(view! {
            <Frame title=t.recover() back=Some(("/account".into(), t.back_to_account().into()))>
                {notice(text)}
                <h1 class="govuk-heading-l">{t.recover()}</h1>
                {list}
            </Frame>
        }
        .into_any())
    })
}

fn saved_line(drafts: &[DraftSummary], id: &str) -> Option<String> {
    let until = drafts.iter().find(|draft| *draft.id == *id)?.until;
    let t = context::messages();
    Some(t.recover_saved(t.end_of(until)))
}

fn empty() -> impl IntoView {
    let t = context::messages();
    view! {
        <div class="care-empty">
            <p class="care-empty__what">{t.recover_empty()}</p>
            <p class="govuk-body">{t.recover_empty_more(context::site().draft_days)}</p>
            <LinkButton text=t.choose_a_form() href="/#forms".into()/>
        </div>
    }
}

fn full(drafts: Vec<DraftSummary>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let days = &context::site().draft_days.to_string();
    let lead = t.recover_lead(args::RecoverLead { count: drafts.len().into(), days });
    view! {
        <p class="care-lead">{lead}</p>
        {records(drafts, Level::Two, clock)}
        <p class="govuk-body"><a class="govuk-link" href="/#forms">{t.recover_start_another()}</a></p>
    }
}

/// The heading level of a draft's name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Level {
    Two,
    Three,
}

/// The drafts, each with its details and actions.
pub fn records(drafts: Vec<DraftSummary>, level: Level, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let items: Vec<_> = drafts.into_iter().map(|draft| record(draft, level, clock)).collect();
    view! { <ul class="care-records">{items}</ul> }
}

fn record(draft: DraftSummary, level: Level, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let href = String::from(paths::draft(&draft.id));
    let delete = format!("{href}/delete");
    let name = name_of(&draft);
    let title = match level {
        Level::Two => view! { <h2 class="care-record__title">{name.clone()}</h2> }.into_any(),
        Level::Three => view! { <h3 class="care-record__title">{name.clone()}</h3> }.into_any(),
    };
    let t = context::messages();
    let next = draft.named.as_ref().map(|named| {
        let page = named.page.clone().unwrap_or_else(|| t.check_title().into());
        (t.recover_next(), page)
    });
    let mut pairs = vec![(t.recover_done(), pages_done(draft.done))];
    pairs.extend(left(draft.left).map(|left| (t.recover_left(), left)));
    pairs.extend(next);
    pairs.push((t.recover_last_saved(), last_saved(draft.saved, clock)));
    pairs.push((t.available_until(), t.end_of(draft.until)));
    let warning = warning(draft.until, clock.today()).map(|label| view! { <p class="care-record__warning">{label}</p> });
    view! {
        <li class="care-record">
            <div>
                {title}
                {facts(pairs)}
                {warning}
            </div>
            <div class="care-record__actions">
                <LinkButton text=t.button_continue() href=href about=name.clone() weight=Weight::Secondary/>
                <a class="govuk-link" href=delete>
                    {t.delete()}
                    <span class="govuk-visually-hidden">{format!(" {name}")}</span>
                </a>
            </div>
        </li>
    }
}

/// The name of a draft in lists.
pub fn name_of(draft: &DraftSummary) -> String {
    draft.named.as_ref().map_or_else(|| context::messages().recover_unnamed().to_owned(), |named| named.form.clone())
}

pub fn pages_done((done, count): (usize, usize)) -> String {
    context::messages().recover_pages_done(args::RecoverPagesDone { count: &count.to_string(), done: &done.to_string() })
}

/// When something was last saved, such as "Today at 9:42pm".
pub fn last_saved(saved: Timestamp, clock: &dyn LocalClock) -> String {
    let (t, day) = (context::messages(), clock.day(saved));
    let time = t.time(clock.time(saved));
    if day == clock.today() {
        return t.recover_saved_today(time);
    }
    t.recover_saved_on(args::RecoverSavedOn { date: &t.day(day), time: &time })
}

/// The warning for a draft that is deleted soon.
fn warning(until: Date, today: Date) -> Option<String> {
    let (t, days) = (context::messages(), context::site().draft_days);
    Some(match days_left(until, today)? {
        0 => t.recover_goes_today(days),
        1 => t.recover_goes_tomorrow(days),
        left => t.recover_goes_soon(args::RecoverGoesSoon { days: &days.to_string(), left: left.into() }),
    })
}

/// The days left of a draft that is deleted soon.
pub fn days_left(until: Date, today: Date) -> Option<i32> {
    let left = today.until(until).ok()?.get_days();
    (0..=WARN_DAYS).contains(&left).then_some(left)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn only_drafts_that_expire_soon_have_a_warning() {
        let left = |day| days_left(date(2026, 5, day), date(2026, 5, 12));
        assert_eq!((left(12), left(26), left(27)), (Some(0), Some(14), None));
        assert_eq!(days_left(date(2026, 8, 10), date(2026, 5, 12)), None);
    }
}
