//! One thing of a list: its questions, and taking it away again.

use super::{
    journey, open,
    page::{FormEnd, SAVE_PAGE, questions_view},
    today,
};
use crate::{
    api::drafts::saved_words,
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        problems::problem_summary,
    },
    context,
    error::ApiError,
    islands::form_page::{FormHelper, PageFacts},
    pages::frame::{Framed, Scripts, back, framed, load},
    ports::Draft,
    routes,
};
use domain::{
    answers::Fields,
    condition::Condition,
    definition::{Group, Page},
    journey::{Asks, Journey},
    record::item_name,
};
use leptos::prelude::*;

#[component]
pub fn ItemPage() -> impl IntoView {
    let (id, slug, item) = (context::param("id"), context::param("page"), context::param("item"));
    load(async move {
        let draft = open(&id).await?;
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let group = page.group().filter(|_| is_item_id(&item)).ok_or(ApiError::NotFound)?;
        let today = today()?;
        let saved = saved_words(&draft)?;
        Ok(view(&draft, &journey(&draft, today), page, group, &item, saved).into_any())
    })
}

/// Identifiers are made by the service; an address with something else leads nowhere.
fn is_item_id(item: &str) -> bool {
    (1..=40).contains(&item.len()) && item.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit())
}

fn view(
    draft: &Draft,
    journey: &Journey<'_>,
    page: &Page,
    group: &Group,
    item: &str,
    saved: String,
) -> impl IntoView + use<> {
    let there = draft.answers.item(&group.key, item);
    let typed_here = draft.conflict.as_ref().filter(|conflict| context::flagged("changed") && conflict.page == page.slug);
    let fields =
        typed_here.map(|conflict| &conflict.typed).or_else(|| there.map(|item| &item.fields)).cloned().unwrap_or_default();
    let problems = if context::flagged("check") { journey.item_problems(group, &fields) } else { Vec::new() };
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let title = if there.is_some() {
        format!("Change this {}", group.item)
    } else {
        format!("Add {} {}", group.article, group.item)
    };
    let facts = PageFacts {
        asks: group.questions.iter().map(Asks::from).collect(),
        outside: outside(draft, journey, group),
        save_to: SAVE_PAGE.into(),
    };
    let from = context::query("from").filter(|from| from == "check").unwrap_or_default();
    let changed = typed_here.map(|_| {
        view! {
            <div class="care-alert care-alert--urgent" role="alert" id="changed">
                <p class="govuk-body">
                    "This list was changed in another tab or on another device after you opened this page. What you typed is below. \
                     To use it, choose “Continue”."
                </p>
            </div>
        }
    });
    let fields_of_form = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <Hidden name="page" value=page.slug.clone()/>
        <Hidden name="item" value=item/>
        <Hidden name="revision" value=draft.revision.to_string()/>
        <Hidden name="from" value=from/>
        {questions_view(&group.questions, &fields, &problems)}
        <FormEnd saved=saved/>
    };
    let form = post_form(SAVE_PAGE, fields_of_form);
    let frame = Framed {
        title: title.clone(),
        problem: !problems.is_empty(),
        back: back(routes::draft_page(&draft.id, &page.slug)),
        ..Framed::default()
    };
    let content = view! {
        <div class="care-question">
            {problem_summary(summary)}
            {changed}
            <span class="govuk-caption-l">{page.title.clone()}</span>
            <h1 class="govuk-heading-l">{title}</h1>
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(frame, content)
}

/// The form's answers that the list's conditions look at.
fn outside(draft: &Draft, journey: &Journey<'_>, group: &Group) -> Fields {
    let keys = group
        .questions
        .iter()
        .filter_map(|question| question.when.as_ref())
        .flat_map(Condition::looks_at)
        .map(|(key, _)| key);
    keys.filter(|key| journey.asks(key))
        .filter_map(|key| draft.answers.fields.get_key_value(key))
        .map(|(key, values)| (key.clone(), values.clone()))
        .collect()
}

#[component]
pub fn RemoveItem() -> impl IntoView {
    let (id, slug, item) = (context::param("id"), context::param("page"), context::param("item"));
    load(async move {
        let draft = open(&id).await?;
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let group = page.group().ok_or(ApiError::NotFound)?;
        let there = draft.answers.item(&group.key, &item).ok_or(ApiError::NotFound)?;
        let title = format!("Remove {}?", item_name(group, there));
        let list = routes::draft_page(&draft.id, &page.slug);
        let form = view! {
            <Hidden name="draft" value=draft.id.clone()/>
            <Hidden name="page" value=page.slug.clone()/>
            <Hidden name="item" value=there.id.clone()/>
            <Hidden name="revision" value=draft.revision.to_string()/>
            <div class="govuk-button-group">
                <Button words="Remove" weight=Weight::Warning/>
                <a class="govuk-link" href=list.clone()>"Keep it"</a>
            </div>
        };
        let form = post_form("/api/drafts/remove-item", form);
        let content = view! {
            <div class="care-question">
                <span class="govuk-caption-l">{page.title.clone()}</span>
                <h1 class="govuk-heading-l">{title.clone()}</h1>
                <p class="govuk-body">"What you wrote about it will be deleted from this form."</p>
                {form}
            </div>
        };
        Ok(framed(Framed { title, back: back(list), ..Framed::default() }, content).into_any())
    })
}
