//! Words that only some need, folded away under a line that says what they are.

use super::{
    Attributes, Content,
    attributes::{classes, given},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Details {
    /// The line that says what is folded away.
    pub summary: Content,
    pub content: Content,
    pub id: String,
    /// Unfolded from the start.
    pub open: bool,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn details(details: Details) -> AnyView {
    let class = classes("govuk-details", &[&details.classes]);
    view! {
        <details {..details.attributes.spread()} id=given(details.id) class=class open=details.open>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{details.summary}</span>
            </summary>
            <div class="govuk-details__text">{details.content}</div>
        </details>
    }
    .into_any()
}
