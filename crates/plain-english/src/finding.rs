use crate::text::place;
use serde::Deserialize;
use std::fmt;

/// What is too hard, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub file: String,
    /// Empty where the whole file is meant.
    pub key: String,
    /// The line of the text, or of the first text of the page.
    pub line: Option<usize>,
    pub rule: Rule,
    /// The text or sentence that it is about, whole.
    pub text: String,
    pub wrong: String,
    pub instead: String,
}

impl Finding {
    /// The file, with the line if it is known.
    pub fn place(&self) -> String {
        place(&self.file, self.line)
    }
}

/// What is asked of the texts, by the names that `allowed.toml` and the findings use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    LongSentence,
    HardText,
    HardWord,
    Avoid,
    HardPage,
    HardPart,
    HardWhole,
    /// An entry of a list that nothing needs any more. It can't be allowed.
    #[serde(skip_deserializing)]
    NotNeeded,
}

impl fmt::Display for Rule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::LongSentence => "long-sentence",
            Self::HardText => "hard-text",
            Self::HardWord => "hard-word",
            Self::Avoid => "avoid",
            Self::HardPage => "hard-page",
            Self::HardPart => "hard-part",
            Self::HardWhole => "hard-whole",
            Self::NotNeeded => "not-needed",
        })
    }
}
