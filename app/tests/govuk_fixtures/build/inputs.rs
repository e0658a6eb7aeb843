//! Everything that is filled in.

use super::words::{error_of, hint_of};
use crate::options::Options;
use app::components::govuk::{
    FormGroup,
    character_count::{self, CharacterCount, CountWords},
    checkboxes::{self, Checkbox, CheckboxItem, Checkboxes},
    date_input::{self, DateInput, DatePart},
    fieldset::{self, Fieldset, Legend},
    file_upload::{self, DropZone, FileUpload},
    input::{self, Affix, Input},
    label::{self, Label},
    password_input::{self, PasswordInput, PasswordWords},
    radios::{self, Radio, RadioItem, Radios},
    select::{self, Select, SelectItem},
    textarea::{self, Textarea},
};
use leptos::prelude::*;

fn label_of(o: &Options<'_>) -> Label {
    Label {
        content: o.content(),
        for_id: o.text("for"),
        classes: o.text("classes"),
        is_page_heading: o.is("isPageHeading"),
        attributes: o.attributes(),
    }
}

pub fn label(o: &Options<'_>) -> AnyView {
    label::label(label_of(o)).into_any()
}

fn fieldset_of(o: &Options<'_>) -> Fieldset {
    let legend = o.part("legend");
    Fieldset {
        legend: Legend {
            content: legend.content(),
            classes: legend.text("classes"),
            is_page_heading: legend.is("isPageHeading"),
        },
        content: o.content_of("html", ""),
        described_by: o.text("describedBy"),
        role: o.text("role"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    }
}

pub fn fieldset(o: &Options<'_>) -> AnyView {
    fieldset::fieldset(fieldset_of(o))
}

fn group_of(o: &Options<'_>, before: &str, after: &str) -> FormGroup {
    let group = o.part("formGroup");
    FormGroup {
        classes: group.text("classes"),
        attributes: group.attributes(),
        before: group.part(before).content(),
        after: group.part(after).content(),
    }
}

fn one(o: &Options<'_>) -> FormGroup {
    group_of(o, "beforeInput", "afterInput")
}

fn several(o: &Options<'_>) -> FormGroup {
    group_of(o, "beforeInputs", "afterInputs")
}

fn affix(o: &Options<'_>, key: &str) -> Option<Affix> {
    o.object(key).map(|o| Affix { content: o.content(), classes: o.text("classes"), attributes: o.attributes() })
}

pub fn input(o: &Options<'_>) -> AnyView {
    let wrapper = o.part("inputWrapper");
    input::input(Input {
        id: o.text("id"),
        name: o.text("name"),
        kind: o.text("type"),
        inputmode: o.text("inputmode"),
        value: o.given("value"),
        disabled: o.is("disabled"),
        described_by: o.text("describedBy"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        prefix: affix(o, "prefix"),
        suffix: affix(o, "suffix"),
        form_group: one(o),
        wrapper_classes: wrapper.text("classes"),
        wrapper_attributes: wrapper.attributes(),
        classes: o.text("classes"),
        autocomplete: o.text("autocomplete"),
        pattern: o.text("pattern"),
        spellcheck: o.flag("spellcheck"),
        autocapitalize: o.text("autocapitalize"),
        attributes: o.attributes(),
    })
}

pub fn password_input(o: &Options<'_>) -> AnyView {
    password_input::password_input(PasswordInput {
        id: o.text("id"),
        name: o.text("name"),
        value: o.given("value"),
        disabled: o.is("disabled"),
        described_by: o.text("describedBy"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: one(o),
        classes: o.text("classes"),
        autocomplete: o.text_or("autocomplete", "current-password"),
        attributes: o.attributes(),
        button_classes: o.part("button").text("classes"),
        words: PasswordWords {
            show_password: o.text("showPasswordText"),
            hide_password: o.text("hidePasswordText"),
            show_password_aria_label: o.text("showPasswordAriaLabelText"),
            hide_password_aria_label: o.text("hidePasswordAriaLabelText"),
            password_shown_announcement: o.text("passwordShownAnnouncementText"),
            password_hidden_announcement: o.text("passwordHiddenAnnouncementText"),
        },
    })
}

pub fn textarea(o: &Options<'_>) -> AnyView {
    textarea::textarea(Textarea {
        id: o.text("id"),
        name: o.text("name"),
        spellcheck: o.flag("spellcheck"),
        rows: o.number("rows"),
        value: o.text("value"),
        disabled: o.is("disabled"),
        described_by: o.text("describedBy"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: one(o),
        classes: o.text("classes"),
        autocomplete: o.text("autocomplete"),
        attributes: o.attributes(),
    })
}

pub fn character_count(o: &Options<'_>) -> AnyView {
    character_count::character_count(CharacterCount {
        id: o.text("id"),
        name: o.text("name"),
        rows: o.number("rows"),
        value: o.text("value"),
        maxlength: o.number("maxlength"),
        maxwords: o.number("maxwords"),
        count_type: o.text("countType"),
        threshold: o.number("threshold"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: one(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
        spellcheck: o.flag("spellcheck"),
        count_message_classes: o.part("countMessage").text("classes"),
        textarea_description_text: o.text("textareaDescriptionText"),
        words: CountWords {
            characters_under_limit: o.plurals("charactersUnderLimitText"),
            characters_at_limit: o.text("charactersAtLimitText"),
            characters_over_limit: o.plurals("charactersOverLimitText"),
            words_under_limit: o.plurals("wordsUnderLimitText"),
            words_at_limit: o.text("wordsAtLimitText"),
            words_over_limit: o.plurals("wordsOverLimitText"),
        },
    })
}

pub fn select(o: &Options<'_>) -> AnyView {
    select::select(Select {
        id: o.text("id"),
        name: o.text("name"),
        items: o.list("items", |item| SelectItem {
            value: item.given("value"),
            text: item.text("text"),
            selected: item.flag("selected"),
            disabled: item.is("disabled"),
            attributes: item.attributes(),
        }),
        value: o.text("value"),
        disabled: o.is("disabled"),
        described_by: o.text("describedBy"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: one(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn file_upload(o: &Options<'_>) -> AnyView {
    file_upload::file_upload(FileUpload {
        id: o.text("id"),
        name: o.text("name"),
        disabled: o.is("disabled"),
        multiple: o.is("multiple"),
        described_by: o.text("describedBy"),
        label: label_of(&o.part("label")),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: one(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
        drop_zone: o.is("javascript").then(|| DropZone {
            classes: o.text("wrapperClasses"),
            attributes: o.attributes_of("wrapperAttributes"),
            choose_files_button: o.text("chooseFilesButtonText"),
            no_file_chosen: o.text("noFileChosenText"),
            multiple_files_chosen: o.plurals("multipleFilesChosenText"),
            drop_instruction: o.text("dropInstructionText"),
            entered_drop_zone: o.text("enteredDropZoneText"),
            left_drop_zone: o.text("leftDropZoneText"),
        }),
    })
}

pub fn radios(o: &Options<'_>) -> AnyView {
    radios::radios(Radios {
        id_prefix: o.text("idPrefix"),
        name: o.text("name"),
        items: o.list("items", radio),
        value: o.text("value"),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn radio(item: Options<'_>) -> RadioItem {
    if item.is("divider") {
        return RadioItem::Divider(item.text("divider"));
    }
    RadioItem::Item(Radio {
        content: item.content(),
        id: item.text("id"),
        value: item.text("value"),
        label_classes: item.part("label").text("classes"),
        label_attributes: item.part("label").attributes(),
        hint: item.object("hint").map(|o| hint_of(&o)),
        checked: item.flag("checked"),
        conditional: item.part("conditional").content_of("html", ""),
        disabled: item.is("disabled"),
        attributes: item.attributes(),
    })
}

pub fn checkboxes(o: &Options<'_>) -> AnyView {
    checkboxes::checkboxes(Checkboxes {
        id_prefix: o.text("idPrefix"),
        name: o.text("name"),
        items: o.list("items", checkbox),
        values: o.texts("values"),
        described_by: o.text("describedBy"),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn checkbox(item: Options<'_>) -> CheckboxItem {
    if item.is("divider") {
        return CheckboxItem::Divider(item.text("divider"));
    }
    CheckboxItem::Item(Checkbox {
        content: item.content(),
        id: item.text("id"),
        name: item.text("name"),
        value: item.text("value"),
        label_classes: item.part("label").text("classes"),
        label_attributes: item.part("label").attributes(),
        hint: item.object("hint").map(|o| hint_of(&o)),
        checked: item.flag("checked"),
        conditional: item.part("conditional").content_of("html", ""),
        is_exclusive: item.text("behaviour") == "exclusive",
        disabled: item.is("disabled"),
        attributes: item.attributes(),
    })
}

pub fn date_input(o: &Options<'_>) -> AnyView {
    let mut items = o.list("items", |item| part(item, o, &item.text("name")));
    if items.is_empty() {
        let asked = |name: &&str| !o.names(name) || o.is(name);
        items = ["day", "month", "year"].into_iter().filter(asked).map(|name| part(o.part(name), o, name)).collect();
    }
    date_input::date_input(DateInput {
        id: o.text("id"),
        name_prefix: o.text("namePrefix"),
        items,
        hint: o.object("hint").map(|o| hint_of(&o)),
        error_message: o.object("errorMessage").map(|o| error_of(&o)),
        form_group: several(o),
        fieldset: o.object("fieldset").map(|o| fieldset_of(&o)),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

/// A part's value may stand with it, or with the whole date in two places.
fn part(item: Options<'_>, whole: &Options<'_>, role: &str) -> DatePart {
    let prefix = whole.text("namePrefix");
    let name = item.text_or("name", role);
    let full = if prefix.is_empty() { name.clone() } else { format!("{prefix}-{name}") };
    let values = whole.part("values");
    DatePart {
        id: item.text("id"),
        label: item.text("label"),
        value: [item.given("value"), whole.part(&name).given("value"), values.given(&full), values.given(&name)]
            .into_iter()
            .find_map(|value| value),
        width: (role == "year").then_some(4),
        inputmode: item.text("inputmode"),
        autocomplete: item.text("autocomplete"),
        pattern: item.text("pattern"),
        error: item.flag("error"),
        classes: item.text("classes"),
        attributes: item.attributes(),
        name,
    }
}
