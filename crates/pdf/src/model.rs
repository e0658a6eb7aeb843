//! The content of the PDF, without its layout. The caller fills it in with texts that are ready to read: translated,
//! with dates written out and "Not provided" where there is no answer.

use i18n::Messages;

/// A submitted form, ready to be rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The PDF's own texts, and the language of the document.
    pub t: Messages,
    /// The council's name, next to its mark at the top of the first page.
    pub council: String,
    /// The form's name, which is the title of the document.
    pub title: String,
    /// Label and value pairs under the title: reference, date sent, kept until.
    pub facts: Vec<(String, String)>,
    /// The reference, in the footer of every page, so that loose pages can be put together again.
    pub reference: String,
    /// The creation date in the file, in seconds since 1970. A parameter, because the same form must give the same
    /// bytes.
    pub created: i64,
    /// The sections of the form, in the order in which they were asked.
    pub sections: Vec<Section>,
}

/// A section of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Left out if it is empty.
    pub heading: String,
    /// The content under the heading.
    pub blocks: Vec<Block>,
}

/// An element of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of a page, or of a list item ("Medicine 2").
    Heading(String),
    /// A question as it was asked, with its answer.
    Answer {
        /// The question.
        question: String,
        /// The parts of the answer, each on its own line; line breaks within a part are kept.
        answer: Vec<String>,
    },
    /// A plain paragraph.
    Text(String),
}
