//! Text that only some people need, hidden behind a summary line.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Details {
    /// The summary line.
    pub summary: Content,
    pub content: Content,
    pub id: String,
    /// Whether it is open from the start.
    pub open: bool,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn details(details: Details) -> AnyView {
    let class = classes("govuk-details", &[&details.classes]);
    view! {
        <details {..details.attributes.spread()} id=non_empty(details.id) class=class open=details.open>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{details.summary}</span>
            </summary>
            <div class="govuk-details__text">{details.content}</div>
        </details>
    }
    .into_any()
}
