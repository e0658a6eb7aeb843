//! What is measured.

/// One text that residents read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub file: String,
    /// The slug of the page that it stands on, if it stands on one.
    pub page: Option<String>,
    /// Where it stands in its file: `your-details.since.label`, or the name of a message.
    pub key: String,
    pub text: String,
    /// The line of the file. The parser of Fluent files doesn't tell it.
    pub line: Option<usize>,
}

/// What somebody reads together: a form with the shared pages it uses, or a file of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub name: String,
    pub texts: Vec<Text>,
}

/// A place as compilers name it, so that editors go there.
pub fn place(file: &str, line: Option<usize>) -> String {
    line.map_or_else(|| file.into(), |line| format!("{file}:{line}"))
}
