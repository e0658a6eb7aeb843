//! The answers on "Check your answers", by section. In a long form the sections are folded: `<details>`, which open
//! without scripts.

use crate::{
    components::answers::{ChangeAt, answers},
    context,
    from_check::{self, page_link},
    location::Location,
    paths,
};
use form_engine::{
    definition::Page,
    record::{RecordItem, RecordPage, RecordSection},
};
use leptos::prelude::*;
use ports::Draft;

/// From this many answers on, sections are folded: about six screens of a phone.
const LONG: usize = 40;
/// The flag in the address that opens every section.
const ALL: &str = "all";

/// Every section with its answers. `open_pages` aren't complete yet.
pub fn sections_view(draft: &Draft, open_pages: &[&Page], sections: Vec<RecordSection>) -> impl IntoView + use<> {
    if sections.iter().map(count).sum::<usize>() < LONG {
        let view = |section: RecordSection| {
            let title = section.title.clone();
            view! { <h2 class="govuk-heading-l">{title}</h2> {pages_view(draft, section)} }
        };
        return sections.into_iter().map(view).collect_view().into_any();
    }
    let (all, row) = (context::flagged(ALL), context::query(from_check::BACK_AT));
    let folded = sections.into_iter().map(|section| {
        let problem = section.pages.iter().any(|page| open_pages.iter().any(|open| open.slug == page.slug));
        let is_open = all || problem || row.as_deref().is_some_and(|row| has_row(&section, row));
        folded(draft, section, problem, is_open)
    });
    let folded = folded.collect_view();
    let show_all = (!all).then(|| {
        let text = context::messages().check_open_all();
        view! { <p class="govuk-body"><a class="govuk-link" href=paths::check(&draft.id).flag(ALL)>{text}</a></p> }
    });
    view! { {show_all} {folded} }.into_any()
}

/// A section that is folded until somebody opens it.
fn folded(draft: &Draft, section: RecordSection, problem: bool, is_open: bool) -> impl IntoView + use<> {
    let (title, t) = (section.title.clone(), context::messages());
    let fact = if problem { t.list_unfinished().to_owned() } else { t.check_section_answers(count(&section)) };
    view! {
        <details class="care-fold" open=is_open>
            <summary class="care-fold__summary">
                <h2 class="govuk-heading-m care-fold__title">{title}</h2>
                " "
                <span class="care-fold__fact">{fact}</span>
            </summary>
            {pages_view(draft, section)}
        </details>
    }
}

/// The number of answers of a section.
fn count(section: &RecordSection) -> usize {
    fn of_item(item: &RecordItem) -> usize {
        item.entries.len() + item.lists.iter().flat_map(|list| &list.items).map(of_item).sum::<usize>()
    }
    section.pages.iter().map(|page| page.entries.len() + page.items.iter().map(of_item).sum::<usize>()).sum()
}

/// Whether the section has the answer that somebody comes back to.
fn has_row(section: &RecordSection, row: &str) -> bool {
    fn in_item(item: &RecordItem, row: &str) -> bool {
        let own = item.entries.iter().any(|entry| from_check::row(Some(&item.id), &entry.key) == row);
        own || item.lists.iter().flat_map(|list| &list.items).any(|inner| in_item(inner, row))
    }
    section
        .pages
        .iter()
        .any(|page| page.entries.iter().any(|entry| entry.key == row) || page.items.iter().any(|item| in_item(item, row)))
}

/// The pages of a section. The title of its only page would say the same again.
fn pages_view(draft: &Draft, section: RecordSection) -> impl IntoView + use<> {
    let is_single = section.pages.len() == 1;
    let view_of = |page: RecordPage| {
        let title = (!is_single).then(|| heading(3, page.title.clone()));
        view! { {title} {page_view(draft, page, if is_single { 3 } else { 4 })} }
    };
    section.pages.into_iter().map(view_of).collect_view()
}

/// The answers of a page; `level` is that of the headings of list items.
fn page_view(draft: &Draft, page: RecordPage, level: u8) -> impl IntoView + use<> {
    let location = paths::draft_page(&draft.id, &page.slug);
    let none = page.none.map(|none| empty_list(none, &page.title, location.clone()));
    let items = page.items.into_iter().map(|item| item_view(draft, &page.slug, item, level)).collect_view();
    let at = ChangeAt { page: location, item: None };
    let entries = (!page.entries.is_empty()).then(|| answers(page.entries, Some(&at)));
    view! { {entries} {items} {none} }
}

fn item_view(draft: &Draft, slug: &str, item: RecordItem, level: u8) -> impl IntoView + use<> {
    let lists = item.lists.into_iter().map(|list| {
        let inner = list.items.into_iter().map(|inner| {
            let page = paths::draft_inner_item(&draft.id, slug, &item.id, &list.key, &inner.id);
            let at = ChangeAt { page, item: Some(&inner.id) };
            view! { {heading(level + 2, inner.name)} {answers(inner.entries, Some(&at))} }
        });
        let page = paths::draft_inner_list(&draft.id, slug, &item.id, &list.key);
        let none = list.none.map(|none| empty_list(none, &list.title, page));
        view! { {heading(level + 1, list.title.clone())} {inner.collect_view()} {none} }
    });
    let lists = lists.collect_view();
    let at = ChangeAt { page: paths::draft_item(&draft.id, slug, &item.id), item: Some(&item.id) };
    view! { {heading(level, item.name)} {answers(item.entries, Some(&at))} {lists} }
}

/// An empty list, with the link to its page.
fn empty_list(none: String, title: &str, page: Location) -> impl IntoView + use<> {
    let change = context::messages().link_change();
    view! {
        <p class="govuk-body">
            {none} " "
            <a class="govuk-link" href=page_link(page)>{change}<span class="govuk-visually-hidden">{format!(" {title}")}</span></a>
        </p>
    }
}

/// A heading within a section.
fn heading(level: u8, text: String) -> AnyView {
    match level {
        3 => view! { <h3 class="govuk-heading-m">{text}</h3> }.into_any(),
        4 => view! { <h4 class="govuk-heading-s">{text}</h4> }.into_any(),
        5 => view! { <h5 class="govuk-heading-s">{text}</h5> }.into_any(),
        _ => view! { <h6 class="govuk-heading-s">{text}</h6> }.into_any(),
    }
}
