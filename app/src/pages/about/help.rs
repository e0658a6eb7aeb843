//! Help: questions about the login and about forms, each with its answer and an anchor.

use super::with_numbers;
use crate::{
    components::rich_text::{rich_line, rich_text},
    context,
    pages::{frame::Frame, other_languages::language_links},
};
use i18n::{Language, Messages};
use leptos::prelude::*;
use std::borrow::Cow;

/// A question: its anchor, text and answer.
type Question = (&'static str, &'static str, Cow<'static, str>);

/// The question that is answered by links to the council's pages in other languages.
const OTHER_LANGUAGES: &str = "other-languages";

/// Whether the council's own login can be used, and which it is.
fn other_login(t: Messages) -> Cow<'static, str> {
    match context::identity_provider() {
        Some(provider) => t.help_other_login_text_council(provider.name()).into(),
        None => t.help_other_login_text().into(),
    }
}

fn questions(t: Messages) -> Vec<Question> {
    let mut questions = vec![
        ("why-login", t.help_why_login(), t.help_why_login_text().into()),
        ("without-login", t.help_without_login(), t.help_without_login_text().into()),
        ("set-up", t.help_set_up(), t.help_set_up_text().into()),
        ("other-login", t.help_other_login(), other_login(t)),
        ("phone", t.help_phone(), t.help_phone_text().into()),
        ("phone-changed", t.help_phone_changed(), t.help_phone_changed_text().into()),
        ("extension", t.help_extension(), t.help_extension_text().into()),
        ("details-changed", t.help_details_changed(), t.help_details_changed_text().into()),
        ("password-forgotten", t.help_password_forgotten(), t.help_password_forgotten_text().into()),
        ("time-limit", t.help_time_limit(), t.help_time_limit_text().into()),
        ("save", t.help_save(), t.help_save_text().into()),
        ("find-saved", t.help_find_saved(), t.help_find_saved_text().into()),
        ("find-submitted", t.help_find_submitted(), t.help_find_submitted_text().into()),
        ("by-phone", t.help_by_phone(), t.help_by_phone_text().into()),
        ("formats", t.help_formats(), t.help_formats_text().into()),
    ];
    if language_links().is_some() {
        questions.push((OTHER_LANGUAGES, t.help_other_languages(), t.help_other_languages_text().into()));
    }
    if context::site().languages.contains(&Language::Welsh) {
        questions.push(("welsh", t.help_welsh(), t.help_welsh_text().into()));
    }
    questions
}

#[component]
pub fn Help() -> impl IntoView {
    let t = context::messages();
    let questions = questions(t);
    view! {
        <Frame title=t.help_title()>
            <h1 class="govuk-heading-xl">{t.help_title()}</h1>
            <div class="care-question">
                <nav class="care-contents" aria-labelledby="contents-title">
                    <h2 class="govuk-heading-s" id="contents-title">{t.help_contents()}</h2>
                    <ol class="care-contents__list">{questions.iter().map(entry).collect_view()}</ol>
                </nav>
                {questions.iter().map(answer).collect_view()}
                <div class="care-panel">
                    <h2 class="govuk-heading-s">{t.help_stuck()}</h2>
                    <p class="govuk-body">{rich_line(t.help_stuck_text())}</p>
                </div>
            </div>
        </Frame>
    }
}

fn entry(&(id, label, _): &Question) -> impl IntoView + use<> {
    view! { <li><a class="govuk-link" href=format!("#{id}")>{label}</a></li> }
}

fn answer((id, label, text): &Question) -> impl IntoView + use<> {
    let (id, label) = (*id, *label);
    let heading = format!("{id}-q");
    view! {
        <section class="care-answer" id=id aria-labelledby=heading>
            <h2 class="govuk-heading-m" id=heading.clone()>{label}</h2>
            {rich_text(&with_numbers(text))}
            {(id == OTHER_LANGUAGES).then(language_links).flatten()}
        </section>
    }
}
