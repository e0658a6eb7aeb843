//! The bar of an organisation that isn't GOV.UK: its logo, leading to its first page.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

pub struct GenericHeader {
    /// The name of the organisation, or its logo.
    pub logo: Content,
    /// Where the logo leads.
    pub url: String,
    /// Classes of what holds it in the middle of the page.
    pub container_classes: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for GenericHeader {
    fn default() -> Self {
        Self {
            logo: Content::Nothing,
            url: "/".into(),
            container_classes: "govuk-width-container".into(),
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

pub fn generic_header(header: GenericHeader) -> AnyView {
    let class = classes("govuk-generic-header", &[&header.classes]);
    let container = classes("govuk-generic-header__container", &[&header.container_classes]);
    view! {
        <div {..header.attributes.spread()} class=class>
            <div class=container>
                <div class="govuk-generic-header__logo">
                    <a href=header.url class="govuk-generic-header__homepage-link">{header.logo}</a>
                </div>
            </div>
        </div>
    }
    .into_any()
}
