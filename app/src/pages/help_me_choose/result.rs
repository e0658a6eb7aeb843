//! Where the answers lead: what can't wait, why this form, and the number to call.

use super::{back_form, hidden_answers};
use crate::{
    api::help_me_choose::{Answer, CHANGE},
    components::{
        button::{Button, Weight},
        form::MainForm,
        icons::Clock,
        rich_text::{rich_line, rich_text},
    },
    context,
    last_attempt::LastAttempt,
    pages::frame::{FrameContent, framed},
    paths,
};
use form_engine::{
    choosing::{ChoiceOption, ChoiceQuestion, ChoiceResult},
    definition::Form,
};
use govuk::{
    button::{self, button},
    summary_list::{SummaryList, SummaryRow, summary_list},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::Forms;

pub fn page(
    result: &ChoiceResult,
    asked: &[(&ChoiceQuestion, Option<&ChoiceOption>)],
    shown: &LastAttempt,
    forms: &dyn Forms,
) -> AnyView {
    let t = context::messages();
    let urgent = result
        .urgent
        .as_deref()
        .map(|text| view! { <div class="care-alert care-alert--urgent care-measure">{rich_text(text)}</div> });
    let row = |(question, selected): &(&ChoiceQuestion, Option<&ChoiceOption>)| SummaryRow {
        key: question.title.clone().into(),
        value: selected.map(|option| option.label.clone()).unwrap_or_default().into(),
        ..SummaryRow::default()
    };
    let answers = summary_list(SummaryList { rows: asked.iter().map(row).collect(), ..SummaryList::default() });
    let kept = hidden_answers(shown.values(), "");
    let content = view! {
        <div class="care-question">
            <h1 class="govuk-heading-l">{result.title.clone()}</h1>
            {urgent}
            {rich_text(&result.body)}
            {forms_to_start(result, forms)}
            <div class="care-panel">
                <h2 class="govuk-heading-s">{t.choose_call()}</h2>
                <p class="govuk-body">{rich_line(t.other_ways_phone_text())}</p>
                <p class="govuk-body">{rich_line(t.other_ways_closed_text())}</p>
            </div>
            <h2 class="govuk-heading-m">{t.choose_answers()}</h2>
            {answers}
            <MainForm action=Answer::PATH>
                {kept}
                <Button text=t.choose_change() name="go" value=CHANGE weight=Weight::Secondary/>
            </MainForm>
            <p class="govuk-body"><a class="govuk-link" href="/#forms">{t.choose_all()}</a></p>
        </div>
    };
    let frame = FrameContent {
        title: result.title.clone(),
        back_form: Some(back_form(shown.values(), "")),
        quick_exit: result.quick_exit,
        ..FrameContent::default()
    };
    framed(frame, content)
}

/// The forms to start with, each as a button with its name.
fn forms_to_start(result: &ChoiceResult, forms: &dyn Forms) -> Option<AnyView> {
    let found = result.forms.iter().filter_map(|key| forms.get(key, context::language()));
    let items: Vec<_> = found.enumerate().map(|(index, form)| form_to_start(&form, index == 0)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{context::messages().choose_forms(items.len())}</h2>
            <ul class="care-forms">{items}</ul>
        }
        .into_any()
    })
}

fn form_to_start(form: &Form, is_first: bool) -> impl IntoView + use<> {
    let start = button(button::Button {
        content: form.name.clone().into(),
        href: Some(paths::form(&form.key).into()),
        classes: if is_first { String::new() } else { "govuk-button--secondary".into() },
        is_start_button: true,
        ..button::Button::default()
    });
    view! {
        <li class="care-forms__item">
            {start}
            <p class="care-forms__about">{form.summary.clone()}</p>
            <p class="care-time"><Clock/> " " <span>{context::messages().home_takes(form.time.as_str())}</span></p>
        </li>
    }
}
