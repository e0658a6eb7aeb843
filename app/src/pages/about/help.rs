//! Help: the questions people ask about the login and about their forms, each with its answer and an address of its own.

use super::with_numbers;
use crate::{
    components::rich_text::{rich_line, rich_text},
    context,
    pages::frame::Frame,
};
use i18n::{Language, Words};
use leptos::prelude::*;
use std::borrow::Cow;

/// A question: its place on the page, its words, its answer.
type Question = (&'static str, &'static str, Cow<'static, str>);

/// Whether another login can be used, and which.
fn other_login(say: Words) -> Cow<'static, str> {
    match context::identity_provider() {
        Some(provider) => say.help_other_login_text_council(provider.name()).into(),
        None => say.help_other_login_text().into(),
    }
}

fn questions(say: Words) -> Vec<Question> {
    let mut questions = vec![
        ("why-login", say.help_why_login(), say.help_why_login_text().into()),
        ("without-login", say.help_without_login(), say.help_without_login_text().into()),
        ("set-up", say.help_set_up(), say.help_set_up_text().into()),
        ("other-login", say.help_other_login(), other_login(say)),
        ("phone", say.help_phone(), say.help_phone_text().into()),
        ("phone-changed", say.help_phone_changed(), say.help_phone_changed_text().into()),
        ("extension", say.help_extension(), say.help_extension_text().into()),
        ("details-changed", say.help_details_changed(), say.help_details_changed_text().into()),
        ("password-forgotten", say.help_password_forgotten(), say.help_password_forgotten_text().into()),
        ("time-limit", say.help_time_limit(), say.help_time_limit_text().into()),
        ("save", say.help_save(), say.help_save_text().into()),
        ("find-saved", say.help_find_saved(), say.help_find_saved_text().into()),
        ("find-submitted", say.help_find_submitted(), say.help_find_submitted_text().into()),
        ("by-phone", say.help_by_phone(), say.help_by_phone_text().into()),
        ("formats", say.help_formats(), say.help_formats_text().into()),
    ];
    if context::site().languages.contains(&Language::Welsh) {
        questions.push(("welsh", say.help_welsh(), say.help_welsh_text().into()));
    }
    questions
}

#[component]
pub fn Help() -> impl IntoView {
    let say = context::words();
    let questions = questions(say);
    view! {
        <Frame title=say.help_title()>
            <h1 class="govuk-heading-xl">{say.help_title()}</h1>
            <div class="care-question">
                <nav class="care-contents" aria-labelledby="contents-title">
                    <h2 class="govuk-heading-s" id="contents-title">{say.help_contents()}</h2>
                    <ol class="care-contents__list">{questions.iter().map(entry).collect_view()}</ol>
                </nav>
                {questions.iter().map(answer).collect_view()}
                <div class="care-panel">
                    <h2 class="govuk-heading-s">{say.help_stuck()}</h2>
                    <p class="govuk-body">{rich_line(say.help_stuck_text())}</p>
                </div>
            </div>
        </Frame>
    }
}

fn entry(&(id, words, _): &Question) -> impl IntoView + use<> {
    view! { <li><a class="govuk-link" href=format!("#{id}")>{words}</a></li> }
}

fn answer((id, words, text): &Question) -> impl IntoView + use<> {
    let (id, words) = (*id, *words);
    let heading = format!("{id}-q");
    view! {
        <section class="care-answer" id=id aria-labelledby=heading>
            <h2 class="govuk-heading-m" id=heading.clone()>{words}</h2>
            {rich_text(&with_numbers(text))}
        </section>
    }
}
