//! The first link of a page, which lets keyboard users skip what every page repeats.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

#[derive(Default)]
pub struct SkipLink {
    pub content: Content,
    /// `#content` if empty.
    pub href: String,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn skip_link(link: SkipLink) -> AnyView {
    let class = classes("govuk-skip-link", &[&link.classes]);
    let href = if link.href.is_empty() { "#content".to_owned() } else { link.href };
    view! {
        <a {..link.attributes.spread()} href=href class=class data-module="govuk-skip-link">{link.content}</a>
    }
    .into_any()
}
