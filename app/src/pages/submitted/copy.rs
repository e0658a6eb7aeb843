//! A submitted form as it was sent: read, printed, downloaded, never changed.

use super::{file_link, moment};
use crate::{
    components::answers::answers,
    context,
    error::ApiError,
    pages::{
        frame::{Framed, framed, load},
        recover::until,
    },
    ports::{Copy, LocalClock},
    routes,
};
use domain::record::{RecordPage, RecordSection, record};
use leptos::prelude::*;
use leptos_meta::Style;

#[component]
pub fn SubmittedForm() -> impl IntoView {
    let reference = context::param("reference");
    load(async move {
        let (ports, resident) = (context::ports()?, context::resident()?);
        let copy =
            ports.submissions.open(&resident.account, &reference, context::language()).await?.ok_or(ApiError::NotFound)?;
        let sent_by = format!("Sent by {} on {}", resident.name, moment(copy.sent, &*ports.clock));
        Ok(view(&copy, sent_by, &*ports.clock))
    })
}

fn view(copy: &Copy, sent_by: String, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let path = routes::copy(&copy.reference);
    // As it was on the day: a date in the future then may be in the past now.
    let sections = record(&copy.form, &copy.answers, clock.day(copy.sent), &context::words());
    let frame = Framed {
        title: copy.form.name.clone(),
        back: Some(("/submitted".into(), "Back to Submitted forms".into())),
        ..Framed::default()
    };
    // For the foot of printed pages: see style/_print.scss. A reference is letters, digits and hyphens.
    let foot = format!(":root{{--care-reference:\"{}\"}}", copy.reference);
    let content = view! {
        <Style>{foot}</Style>
        <h1 class="govuk-heading-l">{copy.form.name.clone()}</h1>
        <p class="care-reference">"Reference " <strong>{copy.reference.clone()}</strong></p>
        <p class="care-print-only govuk-body">{sent_by}</p>
        <div class="care-actions">
            {file_link("Print", format!("{path}/pdf?print"))}
            {file_link("Download PDF", format!("{path}/pdf"))}
            {file_link("Download in large print", format!("{path}/large-print"))}
            {file_link("Download as plain text", format!("{path}/text"))}
        </div>
        <div class="care-submitted">
            <section class="care-submitted__way" aria-labelledby="way-title">
                <h2 class="govuk-heading-m" id="way-title">"Where it is now"</h2>
                {steps(copy, clock)}
                <div class="care-kept">
                    <p>"Your copy is kept until " <strong>{until(copy.until)}</strong> ". Then it is deleted."</p>
                </div>
            </section>
            <div class="care-submitted__answers">{sections.into_iter().map(section).collect_view()}</div>
        </div>
    };
    framed(frame, content)
}

/// The way of the form. What the council does with it is not known here yet, so those steps carry no date.
fn steps(copy: &Copy, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let sent = moment(copy.sent, clock);
    let answer = format!("You hear from us within {}", copy.form.answer_within);
    view! {
        <ol class="care-steps">
            <li class="care-steps__step care-steps__step--done">
                <span class="care-steps__name">"Sent"</span>
                " "
                <span class="care-steps__when">{sent.clone()}</span>
            </li>
            <li class="care-steps__step care-steps__step--now" aria-current="step">
                <span class="care-steps__name">"Received"</span>
                " "
                <span class="care-steps__when">{sent}</span>
            </li>
            <li class="care-steps__step"><span class="care-steps__name">"Being looked at"</span></li>
            <li class="care-steps__step">
                <span class="care-steps__name">"Done"</span>
                " "
                <span class="care-steps__when">{answer}</span>
            </li>
        </ol>
    }
}

fn section(section: RecordSection) -> impl IntoView {
    view! {
        <h2 class="govuk-heading-l">{section.title}</h2>
        {section.pages.into_iter().map(page).collect_view()}
    }
}

fn page(page: RecordPage) -> impl IntoView {
    let entries = (!page.entries.is_empty()).then(|| answers(page.entries, None));
    let items = page
        .items
        .into_iter()
        .map(|item| view! { <h4 class="govuk-heading-s">{item.name}</h4> {answers(item.entries, None)} })
        .collect_view();
    let none = page.none.map(|none| view! { <p class="govuk-body">{none}</p> });
    view! { <h3 class="govuk-heading-m">{page.title}</h3> {entries} {items} {none} }
}
