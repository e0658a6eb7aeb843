//! A password input, whose content a script can show. The service never fills it in.

use super::{
    Attributes, Content, FormGroup,
    attributes::classes,
    button::{self, Button},
    error_message::ErrorMessage,
    hint::Hint,
    input::{Input, input},
    label::Label,
};
use leptos::prelude::*;

pub struct PasswordInput {
    /// The name if empty.
    pub id: String,
    pub name: String,
    pub value: Option<String>,
    pub disabled: bool,
    /// Ids of other elements that describe it.
    pub described_by: String,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    /// "current-password" or "new-password".
    pub autocomplete: String,
    pub attributes: Attributes,
    /// More classes for the button that shows the password.
    pub button_classes: String,
    /// Texts of the button and the script.
    pub texts: PasswordTexts,
}

/// Texts of the button and the script, which have their own where these are empty.
#[derive(Default)]
pub struct PasswordTexts {
    /// "Show".
    pub show_password: String,
    /// "Hide".
    pub hide_password: String,
    /// "Show password".
    pub show_password_aria_label: String,
    /// "Hide password".
    pub hide_password_aria_label: String,
    /// "Your password is visible".
    pub password_shown_announcement: String,
    /// "Your password is hidden".
    pub password_hidden_announcement: String,
}

impl Default for PasswordInput {
    fn default() -> Self {
        Self {
            id: String::new(),
            name: String::new(),
            value: None,
            disabled: false,
            described_by: String::new(),
            label: Label::default(),
            hint: None,
            error_message: None,
            form_group: FormGroup::default(),
            classes: String::new(),
            autocomplete: "current-password".into(),
            attributes: Attributes::default(),
            button_classes: String::new(),
            texts: PasswordTexts::default(),
        }
    }
}

pub fn password_input(password: PasswordInput) -> AnyView {
    let id = if password.id.is_empty() { password.name.clone() } else { password.id };
    let texts = password.texts;
    let data = Attributes::new()
        .with("data-module", "govuk-password-input")
        .i18n("show-password", &texts.show_password)
        .i18n("hide-password", &texts.hide_password)
        .i18n("show-password-aria-label", &texts.show_password_aria_label)
        .i18n("hide-password-aria-label", &texts.hide_password_aria_label)
        .i18n("password-shown-announcement", &texts.password_shown_announcement)
        .i18n("password-hidden-announcement", &texts.password_hidden_announcement);
    let or = |text: String, own: &str| if text.is_empty() { own.to_owned() } else { text };
    let toggle = button::button(Button {
        kind: button::ButtonType::Button,
        classes: classes(
            "govuk-button--secondary govuk-password-input__toggle govuk-js-password-input-toggle",
            &[&password.button_classes],
        ),
        content: or(texts.show_password, "Show").into(),
        // Hidden until its script has loaded.
        attributes: Attributes::new()
            .with("aria-controls", id.clone())
            .with("aria-label", or(texts.show_password_aria_label, "Show password"))
            .flag("hidden"),
        ..Button::default()
    });
    let FormGroup { classes: group_classes, attributes, before, after } = password.form_group;
    input(Input {
        form_group: FormGroup {
            classes: classes("govuk-password-input", &[&group_classes]),
            attributes: data.and(attributes),
            before,
            after: Content::view(view! { {toggle} {after} }),
        },
        wrapper_classes: "govuk-password-input__wrapper".into(),
        label: password.label,
        hint: password.hint,
        error_message: password.error_message,
        classes: classes("govuk-password-input__input govuk-js-password-input-input", &[&password.classes]),
        id,
        name: password.name,
        kind: "password".into(),
        spellcheck: Some(false),
        autocapitalize: "none".into(),
        autocomplete: password.autocomplete,
        value: password.value,
        disabled: password.disabled,
        described_by: password.described_by,
        attributes: password.attributes,
        ..Input::default()
    })
}
