//! "Help me choose": a question a page, and a page with the form they lead to.
//!
//! Every page gets the answers from the last attempt, which is read once. Somebody who comes without them, by "Back" of
//! the browser or by reloading, begins again: nobody who uses the screen next sees what was answered.

mod result;

use crate::{
    api::help_me_choose::{Answer, BACK},
    components::{
        button::Button,
        form::{Hidden, MainForm},
        rich_text::rich_text,
    },
    context, flash,
    last_attempt::LastAttempt,
    pages::frame::{BackForm, FrameContent, back, framed, load, reason},
    paths::{self, ChoiceStep},
};
use form_engine::choosing::{ChoiceOption, ChoiceQuestion};
use govuk::{
    Choice,
    fieldset::Fieldset,
    radios::{Radios, radios},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::ApiError;
use std::collections::BTreeMap;

/// The first question.
#[component]
pub fn HelpMeChoose() -> impl IntoView {
    load(async { page(ChoiceStep::Question(0)) })
}

/// Another question, or the result.
#[component]
pub fn HelpMeChooseStep() -> impl IntoView {
    let step = context::param("step");
    load(async move { page(ChoiceStep::parse(&step?).ok_or(ApiError::NotFound)?) })
}

fn page(step: ChoiceStep) -> Result<AnyView, ApiError> {
    let forms = context::ports()?.forms.clone();
    let choosing = forms.help_me_choose(context::language()).ok_or(ApiError::NotFound)?;
    let shown = LastAttempt::take();
    let way = choosing.way(shown.values());
    let found = match step {
        ChoiceStep::Question(index) => {
            way.asked.get(index).map(|(question, selected)| question_page(question, *selected, &shown, index == 0))
        }
        ChoiceStep::Result => way.result.map(|result| result::page(result, &way.asked, &shown, &*forms)),
    };
    Ok(found.unwrap_or_else(|| {
        flash::redirect_with_notice(paths::HELP_ME_CHOOSE, context::messages().choose_lost());
        ().into_any()
    }))
}

fn question_page(
    question: &ChoiceQuestion,
    selected: Option<&ChoiceOption>,
    shown: &LastAttempt,
    is_first: bool,
) -> AnyView {
    let t = context::messages();
    let key = question.key.clone();
    let others = hidden_answers(shown.values(), &key);
    let item = |option: &ChoiceOption| Choice {
        hint: option.hint.clone().map(Into::into),
        ..Choice::new(option.value.clone(), option.label.clone())
    };
    let choices = radios(Radios {
        id_prefix: key.clone(),
        name: answer_name(&key),
        items: question.options.iter().map(item).collect(),
        value: selected.map(|option| option.value.clone()).unwrap_or_default(),
        fieldset: Some(Fieldset::medium(question.title.clone())),
        hint: question.hint.clone().map(Into::into),
        error_message: shown.message(&key),
        ..Radios::default()
    });
    let content = view! {
        <div class="care-question">
            {shown.summary()}
            {reason(shown.notice())}
            <h1 class="govuk-heading-l">{t.help_me_choose()}</h1>
            {is_first.then(|| view! { <p class="govuk-body">{t.choose_lead()}</p> })}
            {question.intro.as_deref().map(rich_text)}
            <MainForm action=Answer::PATH>
                {others}
                <Hidden name="asked" value=key.clone()/>
                {choices}
                <Button text=t.button_continue()/>
            </MainForm>
        </div>
    };
    let frame = FrameContent {
        title: if is_first { t.help_me_choose().into() } else { question.title.clone() },
        problem: shown.is_wrong(),
        back: back("/").filter(|_| is_first),
        back_form: (!is_first).then(|| back_form(shown.values(), &question.key)),
        quick_exit: question.quick_exit,
        ..FrameContent::default()
    };
    framed(frame, content)
}

/// The name of the input for the answer to a question.
fn answer_name(key: &str) -> String {
    format!("answers[{key}]")
}

/// The answers to all questions but one.
fn hidden_answers(answers: &BTreeMap<String, String>, but: &str) -> Vec<AnyView> {
    let others = answers.iter().filter(|(key, _)| *key != but);
    others
        .map(|(key, value)| view! { <input type="hidden" name=answer_name(key) value=value.clone()/> }.into_any())
        .collect()
}

/// "Back" from a question, or from the result, which has no key.
fn back_form(answers: &BTreeMap<String, String>, asked: &str) -> BackForm {
    let answers = answers.iter().map(|(key, value)| (answer_name(key), value.clone()));
    let more = [("asked", asked), ("go", BACK)].map(|(name, value)| (name.to_owned(), value.to_owned()));
    BackForm { action: Answer::PATH, inputs: answers.chain(more).collect() }
}
