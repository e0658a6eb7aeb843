//! A text input of several lines.
//!
//! Leptos does not escape the text between `<textarea>` tags, so only this component may write that element: it
//! escapes the text itself, and puts a newline before it because HTML drops the first one.

use super::{
    Attributes, FormGroup,
    attributes::{classes, given, when},
    error_message::ErrorMessage,
    form_group::{form_group, help},
    hint::Hint,
    label::{Label, label},
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
    let id = if area.id.is_empty() { area.name.clone() } else { area.id };
    let help = help(&id, &area.described_by, area.hint, area.error_message);
    let name = label(Label { for_id: id.clone(), ..area.label });
    let field = view! {
        <textarea
            {..area.attributes.spread()}
            class=classes("govuk-textarea", &[when(help.is_error, "govuk-textarea--error"), &area.classes])
            id=id
            name=area.name
            rows=area.rows.unwrap_or(5).to_string()
            spellcheck=area.spellcheck.map(|checked| checked.to_string())
            disabled=area.disabled
            aria-describedby=help.described_by
            autocomplete=given(area.autocomplete)
            inner_html=format!("\n{}", escape(&area.value))
        ></textarea>
    };
    let FormGroup { classes, attributes, before, after } = area.form_group;
    form_group(&classes, attributes, help.is_error, view! { {name} {help.view} {before} {field} {after} })
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
