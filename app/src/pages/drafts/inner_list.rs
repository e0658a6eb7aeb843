//! A nested list, such as the medicines for a condition.

use super::{
    conflict::unsaved_notice,
    journey,
    list::{ListView, list},
    open,
    page::{FormEnd, checked},
    progress::captions,
    today,
};
use crate::{
    api::drafts::saved_line,
    components::{form::Hidden, rich_text::rich_text},
    context,
    field_error::shown_errors,
    from_check::{FROM, FromCheck},
    pages::frame::{FrameContent, back, framed, load},
    paths, unsaved,
};
use form_engine::{
    definition::{InnerList, ListDef, Page},
    journey::ItemJourney,
    record::item_name_of,
};
use leptos::prelude::*;
use ports::{ApiError, Draft};

#[component]
pub fn InnerListPage() -> impl IntoView {
    let (id, slug) = (context::draft_id(), context::param("page"));
    let (item, key) = (context::param("item"), context::param("list"));
    load(async move {
        let (id, slug, item, key) = (id?, slug?, item?, key?);
        let mut draft = open(&id).await?;
        if let Some(unsaved) = unsaved::current() {
            draft.revision = unsaved.save.revision;
        }
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let list_def = page.list().ok_or(ApiError::NotFound)?;
        let inner = list_def.inner(&key).ok_or(ApiError::NotFound)?;
        let there = draft.answers.item(&list_def.key, &item).ok_or(ApiError::NotFound)?;
        let (today, saved) = (today()?, saved_line(&draft)?);
        let journey = journey(&draft, today);
        let list_item = journey.list_item(list_def, there);
        if !list_item.lists().any(|list| list.list.key == *key) {
            // The list is no longer asked, because of another answer.
            context::redirect(paths::draft_item(&id, &slug, &item));
        }
        let shown =
            InnerListView { draft: &draft, page, captions: captions(&journey, page).into_any(), list_def, inner, saved };
        Ok(view(shown, &list_item).into_any())
    })
}

/// What the page of a nested list shows besides its items.
struct InnerListView<'a> {
    draft: &'a Draft,
    page: &'a Page,
    captions: AnyView,
    /// The outer list.
    list_def: &'a ListDef,
    inner: &'a InnerList,
    saved: String,
}

fn view(shown: InnerListView<'_>, list_item: &ItemJourney<'_>) -> impl IntoView + use<> {
    let InnerListView { draft, page, captions, list_def, inner, saved } = shown;
    let item = list_item.item();
    let list_key = inner.list.key.clone();
    let listed = ListView {
        list_def: &inner.list,
        items: list_item.items(inner),
        is_whole: &|item| list_item.inner(inner, item).is_whole(),
        problems: shown_errors(&[], || list_item.list_problems(inner)),
        href: &|id| paths::draft_inner_item(&draft.id, &page.slug, &item.id, &list_key, id).into(),
    };
    let name = item_name_of(list_def, draft.answers.items(&list_def.key), &item.id, &context::messages());
    let heading = view! {
        {unsaved_notice()}
        {captions}
        <span class="govuk-caption-m">{format!("{}: {name}", page.title)}</span>
        <h1 class="govuk-heading-l">{inner.title.clone()}</h1>
        {inner.intro.as_deref().map(rich_text)}
    };
    let from = FromCheck::value(FromCheck::of_page().as_ref());
    let form = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <Hidden name="page" value=page.slug.clone()/>
        <Hidden name="item" value=item.id.clone()/>
        <Hidden name="list" value=list_key.clone()/>
        <Hidden name="revision" value=draft.revision.to_string()/>
        <Hidden name=FROM value=from/>
        {checked()}
        <FormEnd saved=saved/>
    };
    let frame = FrameContent {
        title: inner.title.clone(),
        problem: !listed.problems.is_empty(),
        back: back(paths::draft_item(&draft.id, &page.slug, &item.id)),
        quick_exit: page.quick_exit,
        has_page_form: true,
        ..FrameContent::default()
    };
    framed(frame, list(&listed, heading.into_any(), form.into_any()))
}
