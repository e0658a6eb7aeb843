//! Text inputs, and the parts around every input.

use super::text::{error_of, hint_of};
use crate::options::Options;
use govuk::{
    FormGroup,
    character_count::{self, CharacterCount, CountTexts},
    fieldset::{self, Fieldset, Legend},
    file_upload::{self, DropZone, FileUpload},
    input::{self, Affix, Input},
    label::{self, Label},
    password_input::{self, PasswordInput, PasswordTexts},
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

pub fn fieldset_of(o: &Options<'_>) -> Fieldset {
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

pub fn several(o: &Options<'_>) -> FormGroup {
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
        texts: PasswordTexts {
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
        texts: CountTexts {
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
