//! Links to the previous and next page, or to all pages by number.

use super::{
    Attributes, Content,
    attributes::{classes, when},
    content::visually_hidden,
};
use leptos::prelude::*;

pub struct Pagination {
    /// The numbered pages; without them the two links are stacked.
    pub items: Vec<PageItem>,
    /// The link to the previous page.
    pub previous: Option<PageLink>,
    /// The link to the next page.
    pub next: Option<PageLink>,
    /// The label of the navigation: "Pagination".
    pub landmark_label: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for Pagination {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            previous: None,
            next: None,
            landmark_label: "Pagination".into(),
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

/// An item in the row of pages.
pub enum PageItem {
    Page(NumberedPage),
    /// Stands for pages that are left out.
    Ellipsis,
}

#[derive(Default)]
pub struct NumberedPage {
    /// The page number.
    pub number: String,
    pub href: String,
    /// Whether this is the page being shown.
    pub current: bool,
    /// Read out instead of the number; "Page 3" if empty.
    pub visually_hidden_text: String,
    pub attributes: Attributes,
}

/// The link to the previous or next page.
#[derive(Default)]
pub struct PageLink {
    /// "Previous page" or "Next page" if empty.
    pub content: Content,
    pub href: String,
    /// The title of that page.
    pub label_text: String,
    pub attributes: Attributes,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Previous,
    Next,
}

pub fn pagination(pagination: Pagination) -> AnyView {
    let block = pagination.items.is_empty() && (pagination.previous.is_some() || pagination.next.is_some());
    let class = classes("govuk-pagination", &[when(block, "govuk-pagination--block"), &pagination.classes]);
    let items = (!pagination.items.is_empty()).then(|| {
        let items = pagination.items.into_iter().map(item).collect_view();
        view! { <ul class="govuk-pagination__list">{items}</ul> }
    });
    view! {
        <nav {..pagination.attributes.spread()} class=class aria-label=pagination.landmark_label>
            {pagination.previous.map(|link| arrow_link(link, Direction::Previous, block))}
            {items}
            {pagination.next.map(|link| arrow_link(link, Direction::Next, block))}
        </nav>
    }
    .into_any()
}

fn item(item: PageItem) -> AnyView {
    let PageItem::Page(page) = item else {
        return view! { <li class="govuk-pagination__item govuk-pagination__item--ellipsis">"⋯"</li> }.into_any();
    };
    let class = classes("govuk-pagination__item", &[when(page.current, "govuk-pagination__item--current")]);
    let label =
        if page.visually_hidden_text.is_empty() { format!("Page {}", page.number) } else { page.visually_hidden_text };
    view! {
        <li class=class>
            <a
                {..page.attributes.spread()}
                class="govuk-link govuk-pagination__link"
                href=page.href
                aria-label=label
                aria-current=page.current.then_some("page")
            >
                {page.number}
            </a>
        </li>
    }
    .into_any()
}

fn arrow_link(link: PageLink, way: Direction, block: bool) -> AnyView {
    let (name, word) = match way {
        Direction::Previous => ("prev", "Previous"),
        Direction::Next => ("next", "Next"),
    };
    let plain = block && link.label_text.is_empty();
    let title = classes("govuk-pagination__link-title", &[when(plain, "govuk-pagination__link-title--decorated")]);
    let content = if link.content.is_some() {
        link.content
    } else {
        Content::view(view! { {word} {visually_hidden(" page".into())} })
    };
    let label = (block && !plain).then(|| {
        view! { {visually_hidden(":".into())} <span class="govuk-pagination__link-label">{link.label_text}</span> }
    });
    let before = block || way == Direction::Previous;
    view! {
        <div class=format!("govuk-pagination__{name}")>
            <a {..link.attributes.spread()} class="govuk-link govuk-pagination__link" href=link.href rel=name>
                {before.then(|| arrow(way))}
                <span class=title>{content}</span>
                {label}
                {(!before).then(|| arrow(way))}
            </a>
        </div>
    }
    .into_any()
}

fn arrow(way: Direction) -> AnyView {
    let (class, line) = match way {
        Direction::Previous => (
            "govuk-pagination__icon govuk-pagination__icon--prev",
            "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
        ),
        Direction::Next => (
            "govuk-pagination__icon govuk-pagination__icon--next",
            "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
        ),
    };
    view! {
        <svg
            class=class
            xmlns="http://www.w3.org/2000/svg"
            height="13"
            width="15"
            aria-hidden="true"
            focusable="false"
            viewBox="0 0 15 13"
        >
            <path d=line></path>
        </svg>
    }
    .into_any()
}
