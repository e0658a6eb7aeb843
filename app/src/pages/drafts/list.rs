//! A list page: the items so far, with ways to add, change and remove them.

use super::page::{FormEnd, QuestionPage, SAVE_PAGE};
use crate::{
    components::{
        button::{LinkButton, Weight},
        form::page_form,
        problems::error_summary_of,
    },
    context,
    field_error::{FieldError, shown_errors},
    pages::frame::framed,
    paths,
};
use form_engine::{answers::ListItem, definition::ListDef, journey::item_anchor, record::item_names};
use i18n::args;
use leptos::prelude::*;

/// A list with what its page shows.
pub struct ListView<'a> {
    pub list_def: &'a ListDef,
    pub items: &'a [ListItem],
    /// Whether each item is complete.
    pub is_whole: &'a dyn Fn(&ListItem) -> bool,
    pub problems: Vec<FieldError>,
    /// The address of a list item.
    pub href: &'a dyn Fn(&str) -> String,
}

pub fn view(asked: &QuestionPage<'_>, list_def: &ListDef) -> impl IntoView + use<> {
    let listed = ListView {
        list_def,
        items: asked.draft.answers.items(&list_def.key),
        is_whole: &|item| asked.journey.list_item(list_def, item).is_whole(),
        problems: shown_errors(&[], || asked.journey.problems(asked.page)),
        href: &|id| paths::draft_item(&asked.draft.id, &asked.page.slug, id).into(),
    };
    let form = view! { {asked.hidden()} <FormEnd saved=asked.saved.clone()/> };
    let content = list(&listed, asked.heading().into_any(), form.into_any());
    framed(asked.frame(!listed.problems.is_empty()), content)
}

/// The heading, the items, the button to add one, and the form with "Continue".
pub fn list(listed: &ListView<'_>, heading: AnyView, form: AnyView) -> impl IntoView + use<> {
    let summary = listed.problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let names = item_names(listed.list_def, listed.items, &context::messages());
    let records = listed.items.iter().zip(names).map(|(item, name)| record(listed, item, name)).collect_view();
    let none =
        listed.items.is_empty().then(|| view! { <p class="govuk-body care-empty">{listed.list_def.none.clone()}</p> });
    let form = page_form(SAVE_PAGE, form);
    view! {
        <div class="care-question">
            {error_summary_of(summary)}
            {heading}
            {none}
            <div class="care-records">{records}</div>
            {add(listed)}
            {form}
        </div>
    }
}

fn record(listed: &ListView<'_>, item: &ListItem, name: String) -> impl IntoView + use<> {
    let t = context::messages();
    let href = (listed.href)(&item.id);
    let warning = (!(listed.is_whole)(item)).then(|| view! { <p class="care-record__warning">{t.list_unfinished()}</p> });
    view! {
        <section class="care-record" id=item_anchor(item)>
            <h2 class="care-record__title">{name.clone()}</h2>
            {warning}
            <div class="care-record__actions">
                <a class="govuk-link" href=href.clone()>{t.link_change()}<span class="govuk-visually-hidden">{format!(" {name}")}</span></a>
                <a class="govuk-link" href=format!("{href}/remove")>{t.list_remove()}<span class="govuk-visually-hidden">{format!(" {name}")}</span></a>
            </div>
        </section>
    }
}

/// "Add another" leads to a page of its own, with an id that nobody can guess.
fn add(listed: &ListView<'_>) -> AnyView {
    let (t, list_def) = (context::messages(), listed.list_def);
    if listed.items.len() >= list_def.max {
        return view! { <p class="govuk-body">{t.list_most(list_def.max)}</p> }.into_any();
    }
    let id = context::provided().map(|ports| ports.seals.new_id()).unwrap_or_default();
    let href = (listed.href)(&id);
    let about = t.list_add_about(args::ListAddAbout { article: &list_def.article, item: &list_def.item });
    view! {
        <p id="add-another">
            {if listed.items.is_empty() {
                view! { <LinkButton text=t.list_add() href=href about=about weight=Weight::Secondary/> }.into_any()
            } else {
                view! { <LinkButton text=t.list_add_another() href=href about=list_def.item.clone() weight=Weight::Secondary/> }.into_any()
            }}
        </p>
    }
    .into_any()
}
