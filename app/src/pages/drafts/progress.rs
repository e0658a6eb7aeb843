//! Where somebody is in a form, and how much of it is left, in words.

use crate::context;
use form_engine::{
    definition::Page,
    journey::{Journey, Remaining},
};
use i18n::args;
use leptos::prelude::*;

/// Above the heading of a page: where one is, and whom the form is about if that is somebody else.
pub fn captions(journey: &Journey<'_>, page: &Page) -> impl IntoView + use<> {
    let about = journey
        .someone_elses_name(page)
        .map(|name| view! { <p class="care-about">{context::messages().page_about(name)}</p> });
    view! { <span class="govuk-caption-l">{page_caption(journey, &page.slug)}</span> {about} }
}

/// "Your daily life: 3 of 12". A section of one page is only named.
fn page_caption(journey: &Journey<'_>, slug: &str) -> String {
    let Some(page) = journey.page_number(slug) else { return String::new() };
    if page.count == 1 && !page.may_grow {
        return page.section.to_owned();
    }
    let (count, number, section) = (&*page.count.to_string(), &*page.number.to_string(), page.section);
    let t = context::messages();
    if page.may_grow {
        t.page_caption_about(args::PageCaptionAbout { count, number, section })
    } else {
        t.page_caption(args::PageCaption { count, number, section })
    }
}

/// "12 pages, about 25 minutes"; `None` if nothing is left.
pub fn left(left: Remaining) -> Option<String> {
    let (minutes, pages, t) = (left.minutes.into(), left.pages.into(), context::messages());
    (left.pages > 0).then(|| {
        if left.may_grow { t.left_about(args::LeftAbout { minutes, pages }) } else { t.left(args::Left { minutes, pages }) }
    })
}
