//! A file upload.

use super::{
    Attributes, FormGroup, Plurals,
    attributes::{classes, when},
    error_message::ErrorMessage,
    form_group::{form_group, help},
    hint::Hint,
    label::{Label, label},
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
    let id = if upload.id.is_empty() { upload.name.clone() } else { upload.id };
    let help = help(&id, &upload.described_by, upload.hint, upload.error_message);
    let name = label(Label { for_id: id.clone(), ..upload.label });
    let FormGroup { classes: group_classes, attributes, before, after } = upload.form_group;
    let field = view! {
        <input
            {..upload.attributes.spread()}
            class=classes("govuk-file-upload", &[&upload.classes, when(help.is_error, "govuk-file-upload--error")])
            id=id
            name=upload.name
            type="file"
            disabled=upload.disabled
            multiple=upload.multiple
            aria-describedby=help.described_by
        />
    };
    let field = match upload.drop_zone {
        Some(zone) => drop_zone(zone, field.into_any()),
        None => field.into_any(),
    };
    form_group(&group_classes, attributes, help.is_error, view! { {name} {help.view} {before} {field} {after} })
}

fn drop_zone(zone: DropZone, field: AnyView) -> AnyView {
    let attributes = Attributes::new()
        .words("choose-files-button", &zone.choose_files_button)
        .words("no-file-chosen", &zone.no_file_chosen)
        .plurals("multiple-files-chosen", zone.multiple_files_chosen)
        .words("drop-instruction", &zone.drop_instruction)
        .words("entered-drop-zone", &zone.entered_drop_zone)
        .words("left-drop-zone", &zone.left_drop_zone)
        .and(zone.attributes);
    let class = classes("govuk-file-upload-wrapper", &[&zone.classes]);
    view! { <div {..attributes.spread()} class=class data-module="govuk-file-upload">{field}</div> }.into_any()
}
