use crate::text::place;
use serde::Deserialize;
use std::fmt;

/// Something that is too hard: where it is, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub file: String,
    /// Empty if the finding is about the whole file.
    pub key: String,
    /// The line of the text, or of the first text of the page.
    pub line: Option<usize>,
    pub rule: Rule,
    /// The full text or sentence.
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

/// The rules for texts. `allowed.toml` and the findings use their names in kebab case.
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
    /// An entry of a list that isn't needed any more. This can't be allowed.
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
