//! A link back to the previous page.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

#[derive(Default)]
pub struct BackLink {
    /// "Back" if empty.
    pub content: Content,
    /// `#` if empty.
    pub href: String,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn back_link(link: BackLink) -> AnyView {
    let class = classes("govuk-back-link", &[&link.classes]);
    let href = if link.href.is_empty() { "#".to_owned() } else { link.href };
    view! { <a {..link.attributes.spread()} href=href class=class>{link.content.or("Back")}</a> }.into_any()
}
