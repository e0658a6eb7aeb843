/// A file that can't be read, with the line if it is known.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {reason}", crate::text::place(file, *line))]
pub struct Error {
    pub file: String,
    pub line: Option<usize>,
    pub reason: String,
}

impl Error {
    pub fn of_file(file: &str, reason: impl ToString) -> Self {
        Self { file: file.into(), line: None, reason: reason.to_string() }
    }

    /// A TOML error, with its message on one line.
    pub(crate) fn of_toml(file: &str, source: &str, error: &toml::de::Error) -> Self {
        let at = error.span().map(|span| span.start);
        let line = at.and_then(|at| source.get(..at)).map(|before| before.matches('\n').count() + 1);
        Self { file: file.into(), line, reason: error.message().lines().collect::<Vec<_>>().join(" ") }
    }
}
