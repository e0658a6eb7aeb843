//! What a component shows: text, or a view from the caller.

use leptos::prelude::*;

/// Text or a view. Anything that people typed must be passed as text, which is escaped; a text can't contain markup.
#[derive(Default)]
pub enum Content {
    #[default]
    Nothing,
    Text(String),
    View(AnyView),
}

impl Content {
    pub fn view(view: impl IntoView + 'static) -> Self {
        Self::View(view.into_any())
    }

    /// Whether there is anything to show. An empty text counts as nothing.
    pub fn is_some(&self) -> bool {
        match self {
            Self::Nothing => false,
            Self::Text(text) => !text.is_empty(),
            Self::View(_) => true,
        }
    }

    /// The content, or the component's default text if there is none.
    #[must_use]
    pub(super) fn or(self, text: &str) -> Self {
        if self.is_some() { self } else { text.into() }
    }

    pub(super) fn some(self) -> Option<Self> {
        self.is_some().then_some(self)
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Content {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<AnyView> for Content {
    fn from(view: AnyView) -> Self {
        Self::View(view)
    }
}

/// Lets content be used in a view like any other value.
impl IntoRender for Content {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        match self {
            Self::Nothing => ().into_any(),
            Self::Text(text) => text.into_any(),
            Self::View(view) => view,
        }
    }
}

/// A heading of a given level. Levels that HTML doesn't have are replaced by the nearest one.
pub(super) fn heading(level: u8, class: String, id: Option<String>, content: Content) -> AnyView {
    match level {
        0 | 1 => view! { <h1 class=class id=id>{content}</h1> }.into_any(),
        2 => view! { <h2 class=class id=id>{content}</h2> }.into_any(),
        3 => view! { <h3 class=class id=id>{content}</h3> }.into_any(),
        4 => view! { <h4 class=class id=id>{content}</h4> }.into_any(),
        5 => view! { <h5 class=class id=id>{content}</h5> }.into_any(),
        _ => view! { <h6 class=class id=id>{content}</h6> }.into_any(),
    }
}

/// Text for screen readers only.
pub(super) fn visually_hidden(text: String) -> AnyView {
    view! { <span class="govuk-visually-hidden">{text}</span> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V1.2.1 V3.2.2
    #[test]
    fn text_is_escaped() {
        let html = view! { <p>{Content::from("<b>Ann</b>")}</p> }.to_html();
        assert_eq!(html, "<p>&lt;b&gt;Ann&lt;/b&gt;</p>");
    }
}
