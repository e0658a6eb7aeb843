//! Says that a service is new, and how to give feedback.

use super::{
    Attributes, Content,
    attributes::classes,
    tag::{Tag, tag},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct PhaseBanner {
    /// "Alpha" or "Beta".
    pub tag: Tag,
    pub content: Content,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn phase_banner(banner: PhaseBanner) -> AnyView {
    let class = classes("govuk-phase-banner govuk-width-container", &[&banner.classes]);
    let Tag { content, classes: tag_classes, .. } = banner.tag;
    let phase =
        tag(Tag { content, classes: classes("govuk-phase-banner__content__tag", &[&tag_classes]), ..Tag::default() });
    view! {
        <div {..banner.attributes.spread()} class=class>
            <p class="govuk-phase-banner__content">
                {phase} " " <span class="govuk-phase-banner__text">{banner.content}</span>
            </p>
        </div>
    }
    .into_any()
}
