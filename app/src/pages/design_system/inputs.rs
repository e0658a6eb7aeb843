//! Components that are filled in.

use super::{ComponentEntry, entry};
use govuk::{
    Choice, Content,
    character_count::{CharacterCount, character_count},
    checkboxes::{Checkboxes, checkboxes},
    date_input::{DateInput, date_input},
    fieldset::{Fieldset, fieldset},
    file_upload::{FileUpload, file_upload},
    input::{Input, input},
    label::{Label, label},
    password_input::{PasswordInput, password_input},
    radios::{Radios, radios},
    select::{Select, SelectItem, select},
    textarea::{Textarea, textarea},
};
use leptos::prelude::*;

pub fn entries() -> Vec<ComponentEntry> {
    vec![
        entry!(
            "character_count",
            "A long answer with a limit. State the limit, so that people don't run into it.",
            [character_count(CharacterCount {
                name: "example-count".into(),
                label: Label::medium("What do you need help with?"),
                maxlength: Some(2000),
                ..CharacterCount::default()
            })]
        ),
        entry!("checkboxes" with "choices", "Any number of answers out of a short list.", [boxes()]),
        entry!(
            "date_input",
            "A date that people know, such as their birthday. Months may be typed as words.",
            [date_input(DateInput {
                id: "example-date".into(),
                fieldset: Some(Fieldset::medium("What is your date of birth?")),
                hint: Some("For example, 27 3 1947".into()),
                ..DateInput::default()
            })]
        ),
        entry!(
            "fieldset",
            "Several inputs that answer one question, such as the lines of an address.",
            [fieldset(Fieldset {
                content: Content::view(view! {
                    {line("example-line1", "Address line 1")}
                    {line("example-town", "Town or city")}
                }),
                ..Fieldset::medium("What is your address?")
            })]
        ),
        entry!(
            "file_upload",
            "A file that somebody has been asked for. Say which file types are accepted and how large they may be.",
            [file_upload(FileUpload {
                name: "example-file".into(),
                label: "Upload a letter".into(),
                ..FileUpload::default()
            })]
        ),
        entry!(
            "input",
            "An answer in one line. Its width shows how long the answer is.",
            [
                line("example-name", "First name"),
                input(Input {
                    name: "example-rent".into(),
                    label: Label::medium("How much is your rent?"),
                    error_message: Some("Enter your rent in pounds, like 1200.50".into()),
                    value: Some("lots".into()),
                    classes: "govuk-input--width-10".into(),
                    prefix: Some("£".into()),
                    suffix: Some("a month".into()),
                    ..Input::default()
                }),
            ]
        ),
        entry!(
            "label",
            "The name of an input. Inputs show it themselves.",
            [label(Label { for_id: "example-name".into(), ..Label::medium("First name") })]
        ),
        entry!(
            "password_input",
            "A password. It can be shown if scripts run, and we never fill it in.",
            [password_input(PasswordInput {
                name: "example-password".into(),
                label: "Password".into(),
                ..PasswordInput::default()
            })]
        ),
        entry!("radios" with "choices", "One answer out of a short list. Side by side for “Yes” and “No” only.", [ways(), yes_or_no()]),
        entry!("select", "One answer out of a list too long for radios. Hard to use, so avoid it.", [languages()]),
        entry!(
            "textarea",
            "A long answer without a limit worth mentioning.",
            [textarea(Textarea {
                name: "example-textarea".into(),
                label: Label::medium("Is there anything else?"),
                hint: Some("Do not tell us passwords or bank details.".into()),
                rows: Some(3),
                ..Textarea::default()
            })]
        ),
    ]
}

fn line(name: &str, label: &str) -> AnyView {
    input(Input { name: name.into(), label: label.into(), ..Input::default() })
}

fn boxes() -> AnyView {
    let item = |text: &str| Choice::new(text, text);
    checkboxes(Checkboxes {
        name: "example-help".into(),
        items: vec![
            item("Washing and dressing"),
            item("Cooking and eating"),
            Choice::divider("or"),
            Choice { is_exclusive: true, ..item("None of these") },
        ],
        fieldset: Some(Fieldset::medium("What is hard for you?")),
        hint: Some("Choose all that apply.".into()),
        ..Checkboxes::default()
    })
}

fn ways() -> AnyView {
    let call = Choice { hint: Some("For landlines.".into()), ..Choice::new("call", "Phone call") };
    radios(Radios {
        name: "example-how".into(),
        items: vec![Choice::new("text", "Text message"), call],
        value: "text".into(),
        fieldset: Some(Fieldset::medium("How do you want to get your security code?")),
        ..Radios::default()
    })
}

fn yes_or_no() -> AnyView {
    radios(Radios {
        name: "example-alone".into(),
        items: vec![Choice::new("yes", "Yes"), Choice::new("no", "No")],
        fieldset: Some(Fieldset::medium("Do you live alone?")),
        error_message: Some("Select yes if you live alone".into()),
        classes: "govuk-radios--inline".into(),
        ..Radios::default()
    })
}

fn languages() -> AnyView {
    let item = |text: &str| SelectItem { text: text.into(), ..SelectItem::default() };
    select(Select {
        name: "example-language".into(),
        items: ["Bengali", "English", "Polish", "Welsh"].map(item).into(),
        value: "English".into(),
        label: Label::medium("Which language shall we write in?"),
        ..Select::default()
    })
}
