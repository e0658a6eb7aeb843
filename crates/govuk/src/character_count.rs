//! A text area with a limit, which is shown below it.

use super::{
    Attributes, FormGroup, Plurals,
    attributes::{classes, non_empty},
    content::Content,
    error_message::ErrorMessage,
    hint::{Hint, hint},
    label::Label,
    textarea::{Textarea, textarea},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct CharacterCount {
    /// The name if empty.
    pub id: String,
    pub name: String,
    /// Five if not given.
    pub rows: Option<u16>,
    pub value: String,
    /// The maximum number of characters.
    pub maxlength: Option<usize>,
    /// The maximum number of words. Takes precedence over `maxlength`.
    pub maxwords: Option<usize>,
    /// What the script counts; derived from the limit if empty.
    pub count_type: String,
    /// The percentage of the limit from which the script shows its count.
    pub threshold: Option<u8>,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    pub attributes: Attributes,
    /// Whether the browser checks spelling; up to the browser if not given.
    pub spellcheck: Option<bool>,
    /// More classes for the message below the text area.
    pub count_message_classes: String,
    /// The message below the text area, with `%{count}` for the limit; "You can enter up to %{count} characters" if
    /// empty.
    pub textarea_description_text: String,
    /// Texts for the script.
    pub texts: CountTexts,
}

/// Texts that the script shows while somebody types. It has its own where these are empty.
#[derive(Default)]
pub struct CountTexts {
    /// "You have %{count} characters remaining".
    pub characters_under_limit: Plurals,
    /// "You have 0 characters remaining".
    pub characters_at_limit: String,
    /// "You have %{count} characters too many".
    pub characters_over_limit: Plurals,
    /// "You have %{count} words remaining".
    pub words_under_limit: Plurals,
    /// "You have 0 words remaining".
    pub words_at_limit: String,
    /// "You have %{count} words too many".
    pub words_over_limit: Plurals,
}

pub fn character_count(count: CharacterCount) -> AnyView {
    let id = if count.id.is_empty() { count.name.clone() } else { count.id };
    let limit = count.maxwords.or(count.maxlength);
    let count_type = if count.count_type.is_empty() && count.maxwords.is_some() { "words".into() } else { count.count_type };
    let description = if count.textarea_description_text.is_empty() {
        format!("You can enter up to %{{count}} {}", if count_type == "words" { "words" } else { "characters" })
    } else {
        count.textarea_description_text.clone()
    };
    let message = hint(Hint {
        content: limit.map(|limit| description.replace("%{count}", &limit.to_string())).unwrap_or_default().into(),
        id: format!("{id}-info"),
        classes: classes("govuk-character-count__message", &[&count.count_message_classes]),
        ..Hint::default()
    });
    let data = Attributes::new()
        .with("data-module", "govuk-character-count")
        .with_some("data-maxlength", count.maxlength.map(|limit| limit.to_string()))
        .with_some("data-maxwords", count.maxwords.map(|limit| limit.to_string()))
        .with_some("data-threshold", count.threshold.map(|share| share.to_string()))
        .with_some("data-count-type", non_empty(count_type));
    // Without a limit here, the script gets it elsewhere and fills it in itself.
    let later = if limit.is_none() { count.textarea_description_text } else { String::new() };
    let data = data.i18n("textarea-description.other", &later);
    let FormGroup { classes: group_classes, attributes, before, after } = count.form_group;
    textarea(Textarea {
        described_by: format!("{id}-info"),
        id,
        name: count.name,
        rows: count.rows,
        spellcheck: count.spellcheck,
        value: count.value,
        form_group: FormGroup {
            classes: classes("govuk-character-count", &[&group_classes]),
            attributes: with_texts(data, count.texts).and(attributes),
            before,
            after: Content::view(view! { {message} {after} }),
        },
        classes: classes("govuk-js-character-count", &[&count.classes]),
        label: count.label,
        hint: count.hint,
        error_message: count.error_message,
        attributes: count.attributes,
        ..Textarea::default()
    })
}

fn with_texts(data: Attributes, texts: CountTexts) -> Attributes {
    data.plurals("characters-under-limit", texts.characters_under_limit)
        .i18n("characters-at-limit", &texts.characters_at_limit)
        .plurals("characters-over-limit", texts.characters_over_limit)
        .plurals("words-under-limit", texts.words_under_limit)
        .i18n("words-at-limit", &texts.words_at_limit)
        .plurals("words-over-limit", texts.words_over_limit)
}
