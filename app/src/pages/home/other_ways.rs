//! What to do if a form isn't the answer.

use crate::{components::rich_text::rich_line, context, pages::other_languages::language_links};
use leptos::prelude::*;

pub fn other_ways() -> impl IntoView {
    let t = context::messages();
    let ways = [
        (t.other_ways_emergency(), t.other_ways_emergency_text()),
        (t.other_ways_closed(), t.other_ways_closed_text()),
        (t.other_ways_phone(), t.other_ways_phone_text()),
        (t.other_ways_formats(), t.other_ways_formats_text()),
    ];
    let way = |(title, text)| view! { <li><h3 class="govuk-heading-s">{title}</h3> <p>{rich_line(text)}</p></li> };
    view! {
        <section class="care-other-ways" id="other-ways" aria-labelledby="other-ways-title">
            <h2 class="govuk-heading-m" id="other-ways-title">{t.other_ways()}</h2>
            <ul class="care-other-ways__list">{ways.into_iter().map(way).collect_view()}</ul>
            {other_languages()}
        </section>
    }
}

/// The council's pages in other languages, if there are any.
fn other_languages() -> Option<impl IntoView> {
    let links = language_links()?;
    Some(view! {
        <h3 class="govuk-heading-s" id="other-languages">{context::messages().other_languages()}</h3>
        {links}
    })
}
