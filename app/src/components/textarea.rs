//! Several lines of text.
//!
//! Leptos does not escape the text between `<textarea>` tags, so this component owns the element: it escapes the text
//! itself, and begins it with the line end that HTML drops there. No other view may write one.

use super::form_group::{ErrorMessage, Hint, described_by, group_class};
use leptos::prelude::*;

#[derive(Clone, Default)]
pub struct Textarea {
    pub id: String,
    pub name: String,
    pub label: String,
    pub label_class: &'static str,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub value: String,
    pub rows: u8,
    /// The most characters taken; said below the box.
    pub max: Option<usize>,
}

pub fn textarea(area: Textarea) -> impl IntoView {
    let (hint, error) = (area.hint.is_some(), area.error.is_some());
    let info = area.max.map(|_| format!("{}-info", area.id));
    let described = [info.clone(), described_by(&area.id, hint, error)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let class = if error { "govuk-textarea govuk-textarea--error" } else { "govuk-textarea" };
    let max = area.max;
    view! {
        <div class=format!("{} govuk-character-count", group_class(error)) data-maxlength=max.map(|max| max.to_string())>
            <label class=format!("govuk-label {}", area.label_class).trim_end().to_owned() for=area.id.clone()>{area.label}</label>
            {area.hint.map(|text| view! { <Hint id=area.id.clone() text=text/> })}
            {area.error.map(|text| view! { <ErrorMessage id=area.id.clone() text=text/> })}
            <textarea
                class=class
                id=area.id.clone()
                name=area.name
                rows=area.rows.to_string()
                aria-describedby=(!described.is_empty()).then_some(described)
                inner_html=format!("\n{}", escape(&area.value))
            ></textarea>
            {max.map(|max| {
                view! {
                    <div class="govuk-hint govuk-character-count__message" id=info>
                        {format!("You can enter up to {max} characters")}
                    </div>
                }
            })}
        </div>
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_text() {
        let typed = "</textarea><script>alert(1)</script>&lt;";
        let html = textarea(Textarea { id: "q".into(), value: typed.into(), ..Textarea::default() }).to_html();
        assert!(html.contains("&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;</textarea>"), "{html}");
        assert!(!html.contains("<script>"), "{html}");
    }
}
