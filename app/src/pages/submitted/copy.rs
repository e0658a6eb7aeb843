//! A copy: a submitted form as it was sent. It can be read, printed and downloaded, but not changed.

use super::{file_link, moment};
use crate::{
    components::{answers::answers, rich_text::rich_line},
    context,
    last_attempt::LastAttempt,
    pages::frame::{FrameContent, framed, load, reason},
    paths,
};
use form_engine::record::{Audience, RecordItem, RecordPage, RecordSection, record};
use i18n::args;
use leptos::prelude::*;
use leptos_meta::Style;
use ports::{ApiError, Copy, LocalClock};

#[component]
pub fn SubmittedForm() -> impl IntoView {
    let reference = context::param("reference");
    load(async move {
        let reference = reference?;
        let (ports, resident) = (context::ports()?, context::resident()?);
        let copy =
            ports.submissions.open(&resident.account, &reference, context::language()).await?.ok_or(ApiError::NotFound)?;
        let (t, clock) = (context::messages(), &*ports.clock);
        let (date, time) = (&t.day(clock.day(copy.sent)), &t.time(clock.time(copy.sent)));
        let sent_by = t.copy_sent_by(args::CopySentBy { date, name: &resident.name, time });
        Ok(view(&copy, sent_by, &*ports.clock))
    })
}

fn view(copy: &Copy, sent_by: String, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let (path, t) = (paths::copy(&copy.reference), context::messages());
    // As of the day it was sent: a date that was in the future then may be in the past now.
    let sections = record(&copy.form, &copy.answers, clock.day(copy.sent), &t, Audience::Copy);
    let frame = FrameContent {
        title: copy.form.name.clone(),
        back: Some(("/submitted".into(), t.copies_back().into())),
        ..FrameContent::default()
    };
    // For the footer of printed pages: see style/_print.scss. A reference has only letters, digits and hyphens.
    let foot = format!(":root{{--care-reference:\"{}\"}}", copy.reference);
    let content = view! {
        <Style>{foot}</Style>
        {reason(LastAttempt::take().notice())}
        <h1 class="govuk-heading-l">{copy.form.name.clone()}</h1>
        <p class="care-reference">{rich_line(&t.copy_reference_is(copy.reference.as_str()))}</p>
        <p class="care-print-only govuk-body">{sent_by}</p>
        <div class="care-actions">
            {file_link(t.copy_print(), format!("{path}/pdf?print"))}
            {file_link(t.copy_pdf(), format!("{path}/pdf"))}
            {file_link(t.copy_large_print(), format!("{path}/large-print"))}
            {file_link(t.copy_text(), format!("{path}/text"))}
        </div>
        <div class="care-submitted">
            <section class="care-submitted__way" aria-labelledby="way-title">
                <h2 class="govuk-heading-m" id="way-title">{t.copy_way()}</h2>
                {steps(copy, clock)}
                <div class="care-kept">
                    <p>{rich_line(&t.copy_kept(t.end_of(copy.until)))}</p>
                </div>
            </section>
            <div class="care-submitted__answers">{sections.into_iter().map(section).collect_view()}</div>
        </div>
    };
    framed(frame, content)
}

/// The progress of the form. The service doesn't know what the council does with it, so no step follows its arrival.
fn steps(copy: &Copy, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let sent = moment(copy.sent, clock);
    let t = context::messages();
    view! {
        <ol class="care-steps">
            <li class="care-steps__step care-steps__step--done">
                <span class="care-steps__name">{t.copy_step_sent()}</span>
                " "
                <span class="care-steps__when">{sent.clone()}</span>
            </li>
            <li class="care-steps__step care-steps__step--now" aria-current="step">
                <span class="care-steps__name">{t.copy_received()}</span>
                " "
                <span class="care-steps__when">{sent}</span>
            </li>
        </ol>
        {waiting(copy)}
    }
}

/// By when the council answers, and what to do if it doesn't.
pub fn waiting(copy: &Copy) -> impl IntoView + use<> {
    let (t, phone) = (context::messages(), &context::site().council.phone);
    let text = t.copy_waiting(args::CopyWaiting { phone, time: &copy.form.answer_within });
    view! { <p class="govuk-body">{rich_line(&text)}</p> }
}

fn section(section: RecordSection) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-l">{section.title}</h2>
        {section.pages.into_iter().map(page).collect_view()}
    }
}

fn page(page: RecordPage) -> impl IntoView {
    let entries = (!page.entries.is_empty()).then(|| answers(page.entries, None));
    let items = page.items.into_iter().map(item).collect_view();
    let none = page.none.map(|none| view! { <p class="govuk-body">{none}</p> });
    view! { <h3 class="govuk-heading-m">{page.title}</h3> {entries} {items} {none} }
}

fn item(item: RecordItem) -> impl IntoView {
    let lists = item.lists.into_iter().map(|list| {
        let inner = list.items.into_iter().map(|inner| {
            view! { <h6 class="govuk-heading-s">{inner.name}</h6> {answers(inner.entries, None)} }
        });
        let none = list.none.map(|none| view! { <p class="govuk-body">{none}</p> });
        view! { <h5 class="govuk-heading-s">{list.title}</h5> {inner.collect_view()} {none} }
    });
    let lists = lists.collect_view();
    view! { <h4 class="govuk-heading-s">{item.name}</h4> {answers(item.entries, None)} {lists} }
}
