//! The last pass over the file: adds what `printpdf` leaves out, and replaces what it shouldn't write.

use lopdf::{Document, Object, ObjectId, SaveOptions, Stream, StringFormat, dictionary, text_string};
use quick_xml::escape::partial_escape as escape;
use sha2::{Digest as _, Sha256};

use super::PdfError;
use super::clean::line;
use super::codes::{self, Codes};
use super::date;
use super::model;
use super::outline::{Entry, outline};
use super::structure::{NodeId, Tree};
use super::tag::tag;

/// What is needed to complete the file.
pub(super) struct About<'a> {
    pub document: &'a model::Document,
    pub tree: &'a Tree,
    pub marked: &'a [Vec<NodeId>],
    pub outline: &'a [Entry],
    pub fonts: &'a [Codes],
}

/// Completes the file and returns its bytes.
pub(super) fn finish(mut pdf: Document, about: &About<'_>) -> Result<Vec<u8>, PdfError> {
    "1.7".clone_into(&mut pdf.version);
    let pages: Vec<ObjectId> = pdf.get_pages().into_values().collect();
    tag(&mut pdf, &pages, about.tree, about.marked)?;
    outline(&mut pdf, &pages, about.outline)?;
    catalog(&mut pdf, about.document)?;
    information(&mut pdf, about.document)?;
    codes::write(&mut pdf, about.fonts);
    pdf.compress();
    let mut file = Vec::new();
    // Object streams: the structure of a long form has a thousand small objects, which compress well together but not
    // one by one.
    let options = SaveOptions { use_object_streams: true, use_xref_streams: true, ..SaveOptions::default() };
    pdf.save_with_options(&mut file, options).map_err(lopdf::Error::from)?;
    Ok(file)
}

/// Sets the language, the title for the window's title bar, and the metadata that PDF/UA requires.
fn catalog(pdf: &mut Document, document: &model::Document) -> Result<(), PdfError> {
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    // Not compressed: tools look for it without parsing the rest of the file.
    let description = Stream::new(kind, description(document).into_bytes()).with_compression(false);
    let description = pdf.add_object(description);
    let catalog = pdf.catalog_mut()?;
    catalog.set("Lang", Object::string_literal(document.t.language().tag()));
    catalog.set("ViewerPreferences", dictionary! { "DisplayDocTitle" => true });
    catalog.set("Metadata", description);
    Ok(())
}

fn information(pdf: &mut Document, document: &model::Document) -> Result<(), PdfError> {
    let made = Object::string_literal(date::for_pdf(document.created));
    let id = pdf.trailer.get(b"Info").and_then(Object::as_reference)?;
    // Replaced, because printpdf's own claims PDF/X and has empty entries.
    pdf.set_object(
        id,
        dictionary! {
            "Title" => text_string(&document.title),
            "Author" => text_string(&document.council),
            "Creator" => text_string("Care Online"),
            "CreationDate" => made.clone(),
            "ModDate" => made,
        },
    );
    // printpdf uses a random id, but the same form must give the same bytes.
    let number = Object::String(identity(document), StringFormat::Hexadecimal);
    pdf.trailer.set("ID", vec![number.clone(), number]);
    Ok(())
}

/// The file id: 16 bytes of a hash of the document. It isn't secret.
fn identity(document: &model::Document) -> Vec<u8> {
    // `Debug` quotes and escapes every text, so different documents give different bytes.
    Sha256::digest(format!("{document:?}")).into_iter().take(16).collect()
}

fn description(document: &model::Document) -> String {
    let [title, council] = [&document.title, &document.council].map(|text| escape(line(text)));
    let made = date::for_xml(document.created);
    format!(
        r#"<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Seq><rdf:li>{council}</rdf:li></rdf:Seq></dc:creator><xmp:CreateDate>{made}</xmp:CreateDate><xmp:ModifyDate>{made}</xmp:ModifyDate><pdfuaid:part>1</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"#
    )
}
