//! A text input of several lines.
//!
//! Leptos does not escape the text between `<textarea>` tags, so only this component may write that element: it
//! escapes the text itself, and puts a newline before it because HTML drops the first one.

use super::{
    Attributes, FormGroup,
    attributes::{classes, non_empty, when},
    error_message::ErrorMessage,
    field::Field,
    hint::Hint,
    label::Label,
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Textarea {
    /// The name if empty.
    pub id: String,
    pub name: String,
    /// Whether the browser checks spelling; up to the browser if not given.
    pub spellcheck: Option<bool>,
    /// Five if not given.
    pub rows: Option<u16>,
    pub value: String,
    pub disabled: bool,
    /// Ids of other elements that describe it.
    pub described_by: String,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    pub autocomplete: String,
    pub attributes: Attributes,
}

pub fn textarea(area: Textarea) -> AnyView {
    let Textarea { id, name, described_by, label, hint, error_message, form_group, .. } = area;
    let field = Field { id, name, described_by, label, hint, error_message, form_group, ..Field::default() };
    field.view(|input| {
        view! {
            {input.before}
            <textarea
                {..area.attributes.spread()}
                class=classes("govuk-textarea", &[when(input.is_error, "govuk-textarea--error"), &area.classes])
                id=input.id
                name=input.name
                rows=area.rows.unwrap_or(5).to_string()
                spellcheck=area.spellcheck.map(|checked| checked.to_string())
                disabled=area.disabled
                aria-describedby=input.described_by
                autocomplete=non_empty(area.autocomplete)
                inner_html=format!("\n{}", escape(&area.value))
            ></textarea>
            {input.after}
        }
    })
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V1.2.1
    #[test]
    fn typed_text_is_escaped() {
        let typed = "</textarea><script>alert(1)</script>&lt;";
        let html = textarea(Textarea { id: "q".into(), value: typed.into(), ..Textarea::default() }).to_html();
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;</textarea>"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
