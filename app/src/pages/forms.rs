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
use domain::{definition::Form, text::capitalised};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn BeforeYouStart() -> impl IntoView {
    let key = context::param("form");
    load(async move {
        let form = context::ports()?.forms.get(&key, context::language()).ok_or(ApiError::NotFound)?;
        Ok(page(&form, &Shown::take()))
    })
}

fn page(form: &Arc<Form>, shown: &Shown) -> impl IntoView + use<> {
    let (site, say) = (context::site(), context::words());
    let before = &form.before;
    let ready = before.ready.clone();
    let urgent = before
        .urgent
        .as_deref()
        .map(|text| view! { <div class="care-alert care-alert--urgent care-measure">{rich_text(text)}</div> });
    let start =
        button(Button { content: say.start_now().into(), id: "start".into(), is_start_button: true, ..Button::default() });
    let start = view! {
        <Hidden name="form" value=form.key.clone()/>
        {start}
    };
    let to_hand = (!ready.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{say.start_ready()}</h2>
            <ul class="govuk-list govuk-list--bullet">{ready.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
        }
    });
    let content = view! {
        {shown.summary()}
        <h1 class="govuk-heading-xl">{form.name.clone()}</h1>
        <p class="care-lead">{form.summary.clone()}</p>
        <div class="care-panel care-measure">
            {facts(vec![(say.start_takes(), capitalised(&form.time)), (say.start_answer(), say.start_within(form.answer_within.as_str()))])}
        </div>
        {urgent}
        <div class="care-measure">
            <h2 class="govuk-heading-m">{say.start_who()}</h2>
            {rich_text(&before.who)}
            {to_hand}
            <h2 class="govuk-heading-m">{say.start_next()}</h2>
            {rich_text(&before.next)}
            {rich_text(&say.start_saving(site.draft_days))}
        </div>
        {post_form("/api/drafts/start", start)}
    };
    let about = Some(form.summary.clone());
    framed(
        Framed { title: form.name.clone(), back: back("/"), problem: shown.is_wrong(), about, ..Framed::default() },
        content,
    )
}
