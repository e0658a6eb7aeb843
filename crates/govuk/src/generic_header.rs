//! The header of an organisation other than GOV.UK: its logo, which links to its home page.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

pub struct GenericHeader {
    /// The name of the organisation, or its logo.
    pub logo: Content,
    /// Where the logo links to.
    pub url: String,
    /// More classes for the container that centres it on the page.
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
