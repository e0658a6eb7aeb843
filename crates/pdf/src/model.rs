//! What goes on the paper, and nothing about how: the caller fills this in with words that are
//! ready to read (translated, dates written out, "Not provided" put in).

use i18n::Messages;

/// A form as it was sent, ready to be put on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What the paper itself says, and the language all of it is in.
    pub t: Messages,
    /// The council's name, beside its mark at the top of the first page.
    pub council: String,
    /// The form's name: the title of the page and of the file.
    pub title: String,
    /// Label and value pairs under the title: reference, date sent, kept until.
    pub facts: Vec<(String, String)>,
    /// The reference in the foot of every page, so that a dropped print can be put together again.
    pub reference: String,
    /// When the file is said to be made, in seconds since 1970. A parameter, because the same form
    /// must give the same bytes.
    pub created: i64,
    /// The parts of the form, in the order in which they were asked.
    pub sections: Vec<Section>,
}

/// A part of the form under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Left out on paper if it is empty.
    pub heading: String,
    /// What stands under the heading.
    pub blocks: Vec<Block>,
}

/// One thing under a section's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title of a page, or of one item in a group that repeats ("Medicine 2").
    Heading(String),
    /// A question as it was asked, with its answer.
    Answer {
        /// The question.
        question: String,
        /// The answer's parts, each on a line of its own; line breaks inside a part are kept.
        answer: Vec<String>,
    },
    /// A plain paragraph.
    Text(String),
}
