//! A list page: what has been added so far, with the ways to add, change and remove.

use super::{
    page::{Asked, FormEnd, SAVE_PAGE},
    told,
};
use crate::{
    components::{
        button::{LinkButton, Weight},
        form::page_form,
        problems::problem_summary,
    },
    context,
    pages::frame::framed,
    ports::Ports,
    routes,
};
use domain::{answers::Item, definition::Group, journey::item_anchor, record::item_name};
use leptos::prelude::*;

pub fn view(asked: &Asked<'_>, group: &Group) -> impl IntoView + use<> {
    let problems = told(|| asked.journey.problems(asked.page));
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let items = asked.draft.answers.items(&group.key);
    let records = items.iter().map(|item| record(asked, group, item)).collect_view();
    let none = items.is_empty().then(|| view! { <p class="govuk-body care-empty">{group.none.clone()}</p> });
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = page_form(SAVE_PAGE, view! { {asked.hidden()} {end} });
    let content = view! {
        <div class="care-question">
            {problem_summary(summary)}
            {asked.heading()}
            {none}
            <div class="care-records">{records}</div>
            {add(asked, group, items.len())}
            {form}
        </div>
    };
    framed(asked.frame(!problems.is_empty()), content)
}

fn record(asked: &Asked<'_>, group: &Group, item: &Item) -> impl IntoView + use<> {
    let say = context::words();
    let href = routes::draft_item(&asked.draft.id, &asked.page.slug, &item.id);
    let name = item_name(group, item, &context::words());
    let unfinished = !asked.journey.item_problems(group, &item.fields).is_empty();
    view! {
        <section class="care-record" id=item_anchor(item)>
            <h2 class="care-record__title">{name.clone()}</h2>
            {unfinished.then(|| view! { <p class="care-record__warning">{say.list_unfinished()}</p> })}
            <div class="care-record__actions">
                <a class="govuk-link" href=href.clone()>{say.link_change()}<span class="govuk-visually-hidden">{format!(" {name}")}</span></a>
                <a class="govuk-link" href=format!("{href}/remove")>{say.list_remove()}<span class="govuk-visually-hidden">{format!(" {name}")}</span></a>
            </div>
        </section>
    }
}

/// "Add another" leads to a page of its own, under an identifier nobody can guess.
fn add(asked: &Asked<'_>, group: &Group, count: usize) -> AnyView {
    let say = context::words();
    if count >= group.max {
        return view! { <p class="govuk-body">{say.list_most(group.max)}</p> }.into_any();
    }
    let id = use_context::<Ports>().map(|ports| ports.seals.new_id()).unwrap_or_default();
    let href = routes::draft_item(&asked.draft.id, &asked.page.slug, &id);
    let about = say.list_add_about(group.article.as_str(), group.item.as_str());
    view! {
        <p id="add-another">
            {if count == 0 {
                view! { <LinkButton words=say.list_add() href=href about=about weight=Weight::Secondary/> }.into_any()
            } else {
                view! { <LinkButton words=say.list_add_another() href=href about=group.item.clone() weight=Weight::Secondary/> }.into_any()
            }}
        </p>
    }
    .into_any()
}
