//! The texts to measure.

/// One text that residents read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub file: String,
    /// The slug of the page that it is on, if any.
    pub page: Option<String>,
    /// Where it is in its file: `your-details.since.label`, or the name of a message.
    pub key: String,
    pub text: String,
    /// The line in the file. `None` in Fluent files, as their parser gives no lines.
    pub line: Option<usize>,
}

/// Texts that belong together: a form with the shared pages that it uses, or a file of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub name: String,
    pub texts: Vec<Text>,
}

/// A place as compilers print it, `file:line`, so that editors can open it.
pub fn place(file: &str, line: Option<usize>) -> String {
    line.map_or_else(|| file.into(), |line| format!("{file}:{line}"))
}
