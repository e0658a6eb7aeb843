//! A file upload.

use super::{
    Attributes, FormGroup, Plurals,
    attributes::{classes, when},
    error_message::ErrorMessage,
    field::Field,
    hint::Hint,
    label::Label,
};
use leptos::prelude::*;

#[derive(Default)]
pub struct FileUpload {
    /// The name if empty.
    pub id: String,
    pub name: String,
    pub disabled: bool,
    /// Whether more than one file may be chosen.
    pub multiple: bool,
    /// Ids of other elements that describe it.
    pub described_by: String,
    pub label: Label,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    pub attributes: Attributes,
    /// An area to drop files on, for pages that load its script.
    pub drop_zone: Option<DropZone>,
}

/// The drop area and the texts of its script, which has its own where these are empty.
#[derive(Default)]
pub struct DropZone {
    pub classes: String,
    pub attributes: Attributes,
    /// "Choose file".
    pub choose_files_button: String,
    /// "No file chosen".
    pub no_file_chosen: String,
    /// "%{count} files chosen".
    pub multiple_files_chosen: Plurals,
    /// "or drop file".
    pub drop_instruction: String,
    /// Announced when something is dragged over the area.
    pub entered_drop_zone: String,
    /// Announced when it is dragged out of the area.
    pub left_drop_zone: String,
}

pub fn file_upload(upload: FileUpload) -> AnyView {
    let FileUpload { id, name, described_by, label, hint, error_message, form_group, .. } = upload;
    let field = Field { id, name, described_by, label, hint, error_message, form_group, ..Field::default() };
    field.view(|input| {
        let element = view! {
            <input
                {..upload.attributes.spread()}
                class=classes("govuk-file-upload", &[&upload.classes, when(input.is_error, "govuk-file-upload--error")])
                id=input.id
                name=input.name
                type="file"
                disabled=upload.disabled
                multiple=upload.multiple
                aria-describedby=input.described_by
            />
        };
        let element = match upload.drop_zone {
            Some(zone) => drop_zone(zone, element.into_any()),
            None => element.into_any(),
        };
        view! { {input.before} {element} {input.after} }
    })
}

fn drop_zone(zone: DropZone, field: AnyView) -> AnyView {
    let attributes = Attributes::new()
        .i18n("choose-files-button", &zone.choose_files_button)
        .i18n("no-file-chosen", &zone.no_file_chosen)
        .plurals("multiple-files-chosen", zone.multiple_files_chosen)
        .i18n("drop-instruction", &zone.drop_instruction)
        .i18n("entered-drop-zone", &zone.entered_drop_zone)
        .i18n("left-drop-zone", &zone.left_drop_zone)
        .and(zone.attributes);
    let class = classes("govuk-file-upload-wrapper", &[&zone.classes]);
    view! { <div {..attributes.spread()} class=class data-module="govuk-file-upload">{field}</div> }.into_any()
}
