//! The outline: the list of sections in the PDF reader's side panel.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary, text_string};

use super::PdfError;

/// A section heading and its position.
pub(super) struct Entry {
    pub title: String,
    pub page: usize,
    /// The top of the heading, in points from the bottom of the page.
    pub top: f32,
}

/// Adds the outline; a document without sections gets none.
pub(super) fn outline(pdf: &mut Document, pages: &[ObjectId], entries: &[Entry]) -> Result<(), PdfError> {
    let root = pdf.new_object_id();
    let ids: Vec<ObjectId> = entries.iter().map(|_| pdf.new_object_id()).collect();
    let (Some(first), Some(last)) = (ids.first(), ids.last()) else { return Ok(()) };
    for (at, (entry, id)) in entries.iter().zip(&ids).enumerate() {
        let mut item = item(entry, root, pages);
        if let Some(before) = at.checked_sub(1).and_then(|at| ids.get(at)) {
            item.set("Prev", *before);
        }
        if let Some(next) = ids.get(at + 1) {
            item.set("Next", *next);
        }
        pdf.set_object(*id, item);
    }
    let count = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    pdf.set_object(
        root,
        dictionary! {
            "Type" => "Outlines", "Count" => count, "First" => *first, "Last" => *last,
        },
    );
    pdf.catalog_mut()?.set("Outlines", root);
    Ok(())
}

fn item(entry: &Entry, root: ObjectId, pages: &[ObjectId]) -> Dictionary {
    let page = pages.get(entry.page).map_or(Object::Null, |id| Object::Reference(*id));
    let place = [page, "XYZ".into(), Object::Null, entry.top.into(), Object::Null];
    dictionary! {
        "Parent" => root,
        "Title" => text_string(&entry.title),
        "Dest" => place.to_vec(),
    }
}
