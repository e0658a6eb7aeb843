//! Before a form starts: who it is for, how long it takes, what to have to hand, what happens afterwards.

use super::{
    frame::{Framed, back, framed, load},
    refusals::Shown,
};
use crate::{
    components::{
        facts::facts,
        form::{Hidden, post_form},
        govuk::button::{Button, button},
        rich_text::rich_text,
    },
    context,
    error::ApiError,
};
use domain::definition::Form;
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn BeforeYouStart() -> impl IntoView {
    let key = context::param("form");
    load(async move {
        let form = context::ports()?.forms.get(&key).ok_or(ApiError::NotFound)?;
        Ok(page(&form, &Shown::take()))
    })
}

fn page(form: &Arc<Form>, shown: &Shown) -> impl IntoView + use<> {
    let site = context::site();
    let before = &form.before;
    let ready = before.ready.clone();
    let urgent = before
        .urgent
        .as_deref()
        .map(|text| view! { <div class="care-alert care-alert--urgent care-measure">{rich_text(text)}</div> });
    let saving = format!(
        "Choose “Save for later” on any page and come back within {} days, on any device. You need to sign in to save or send the form, \
         but not to start it.",
        site.draft_days
    );
    let start =
        button(Button { content: "Start now".into(), id: "start".into(), is_start_button: true, ..Button::default() });
    let start = view! {
        <Hidden name="form" value=form.key.clone()/>
        {start}
    };
    let to_hand = (!ready.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">"What to have to hand"</h2>
            <ul class="govuk-list govuk-list--bullet">{ready.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
        }
    });
    let content = view! {
        {shown.summary()}
        <h1 class="govuk-heading-xl">{form.name.clone()}</h1>
        <p class="care-lead">{form.summary.clone()}</p>
        <div class="care-panel care-measure">
            {facts(vec![("How long it takes", capitalised(&form.time)), ("You hear from us", format!("Within {}", form.answer_within))])}
        </div>
        {urgent}
        <div class="care-measure">
            <h2 class="govuk-heading-m">"Who it is for"</h2>
            {rich_text(&before.who)}
            {to_hand}
            <h2 class="govuk-heading-m">"What happens afterwards"</h2>
            {rich_text(&before.next)}
            <p class="govuk-body"><strong>"Saving: "</strong>{saving}</p>
        </div>
        {post_form("/api/drafts/start", start)}
    };
    let about = Some(form.summary.clone());
    framed(
        Framed { title: form.name.clone(), back: back("/"), problem: shown.is_wrong(), about, ..Framed::default() },
        content,
    )
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
