//! Several inputs that answer one question, with the question as their legend.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Fieldset {
    /// The question.
    pub legend: Legend,
    pub content: Content,
    /// Ids of the elements that describe it.
    pub described_by: String,
    /// Its role for screen readers: `group` for text inputs.
    pub role: String,
    pub classes: String,
    pub attributes: Attributes,
}

/// The question of a fieldset.
#[derive(Default)]
pub struct Legend {
    pub content: Content,
    /// `govuk-fieldset__legend--m` for one of several questions on a page.
    pub classes: String,
    /// Whether the legend is also the heading of the page.
    pub is_page_heading: bool,
}

impl<T: Into<Content>> From<T> for Legend {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

impl Fieldset {
    /// A fieldset for one of several questions on a page.
    pub fn medium(question: impl Into<Content>) -> Self {
        let classes = "govuk-fieldset__legend--m".into();
        let legend = Legend { content: question.into(), classes, is_page_heading: false };
        Self { legend, ..Self::default() }
    }
}

pub fn fieldset(set: Fieldset) -> AnyView {
    let class = classes("govuk-fieldset", &[&set.classes]);
    let legend = set.legend.content.some().map(|content| {
        let class = classes("govuk-fieldset__legend", &[&set.legend.classes]);
        let content = if set.legend.is_page_heading {
            Content::view(view! { <h1 class="govuk-fieldset__heading">{content}</h1> })
        } else {
            content
        };
        view! { <legend class=class>{content}</legend> }
    });
    view! {
        <fieldset {..set.attributes.spread()} class=class role=non_empty(set.role) aria-describedby=non_empty(set.described_by)>
            {legend}
            {set.content}
        </fieldset>
    }
    .into_any()
}
