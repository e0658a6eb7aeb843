//! A form as a council publishes it: sections, pages, questions. See `docs/forms.md` for the language.

use crate::condition::Condition;
use serde::{Deserialize, Serialize};

/// A published form. Immutable: a change makes a new version with another content hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Part of every address; never changes.
    pub key: String,
    pub name: String,
    pub group: HomeGroup,
    pub summary: String,
    /// How long it takes most people, as people say it.
    pub time: String,
    /// By when the council answers, as people say it.
    pub answer_within: String,
    pub before: Before,
    pub after: After,
    pub sections: Vec<Section>,
}

/// Where a form stands on the home page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HomeGroup {
    Me,
    Caring,
    Paying,
    Safe,
    About,
}

impl HomeGroup {
    /// Every group in the order of the home page.
    pub const ALL: [Self; 5] = [Self::Me, Self::Caring, Self::Paying, Self::Safe, Self::About];
}

/// The words of the page before the form starts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Before {
    pub who: String,
    #[serde(default)]
    pub ready: Vec<String>,
    pub next: String,
    #[serde(default)]
    pub urgent: Option<String>,
}

/// The words of the page after it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    pub next: String,
}

/// A group of pages on the task list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    pub title: String,
    pub pages: Vec<Page>,
}

/// One page of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    pub slug: String,
    pub title: String,
    /// What the task list calls it, if not by its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub task: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Whether the page has a way to leave it at once: for people who may be watched.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub quick_exit: bool,
    pub content: Content,
}

/// What a page holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    Questions(Vec<Question>),
    List(Group),
    Text(String),
}

/// A list of things of one sort, each answered on a page of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    pub key: String,
    /// What one is called, without an article.
    pub item: String,
    /// "a" or "an".
    pub article: String,
    pub min: usize,
    pub max: usize,
    /// What stands there while the list is empty.
    pub none: String,
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    pub key: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    #[serde(default)]
    pub optional: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// What to say when it isn't answered; also names the answer in other messages.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub missing: String,
    pub kind: Kind,
}

/// What sort of answer a question takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    Text {
        max: usize,
        width: Option<u8>,
        autocomplete: Option<String>,
    },
    LongText {
        max: usize,
        rows: u8,
    },
    YesNo,
    OneOf {
        options: Vec<Choice>,
    },
    ManyOf {
        options: Vec<Choice>,
    },
    Date {
        when_is: DateIs,
    },
    Number {
        min: Option<i64>,
        max: Option<i64>,
        unit: Option<String>,
    },
    /// The largest sum taken, in pence.
    Money {
        max_pence: Option<i64>,
    },
    Email {
        autocomplete: Option<String>,
    },
    Phone {
        autocomplete: Option<String>,
    },
    Address {
        autocomplete: bool,
    },
    NationalInsurance,
    NhsNumber,
    /// Shown from the account, never asked.
    Account {
        fact: AccountFact,
    },
    Declaration {
        statement: String,
    },
    /// Words, no answer.
    Notice {
        body: String,
        warning: bool,
    },
}

/// One option of a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub value: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// "None of these": can't stand beside another option.
    #[serde(default)]
    pub exclusive: bool,
}

/// On which side of today a date must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateIs {
    Past,
    Future,
    #[default]
    Any,
}

/// What an `account` question shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountFact {
    Name,
    Email,
    Phone,
}

/// The parts of a date answer, in the order they are asked; each is the field `key-part`.
pub const DATE_PARTS: [&str; 3] = ["day", "month", "year"];
/// The parts of an address answer.
pub const ADDRESS_PARTS: [&str; 5] = ["line1", "line2", "town", "county", "postcode"];

impl Form {
    /// All pages in order, shown or not.
    pub fn pages(&self) -> impl Iterator<Item = &Page> {
        self.sections.iter().flat_map(|section| &section.pages)
    }

    pub fn page(&self, slug: &str) -> Option<&Page> {
        self.pages().find(|page| page.slug == slug)
    }
}

impl Page {
    /// The page's own questions; none for a list or a content page.
    pub fn questions(&self) -> &[Question] {
        match &self.content {
            Content::Questions(questions) => questions,
            Content::List(_) | Content::Text(_) => &[],
        }
    }

    pub const fn group(&self) -> Option<&Group> {
        match &self.content {
            Content::List(group) => Some(group),
            Content::Questions(_) | Content::Text(_) => None,
        }
    }

    /// What the task list calls the page.
    pub fn task(&self) -> &str {
        self.task.as_deref().unwrap_or(&self.title)
    }
}

impl Question {
    /// The names of the inputs the answer is typed into. Empty where nothing is typed.
    pub fn fields(&self) -> Vec<String> {
        let parts = |parts: &[&str]| parts.iter().map(|part| format!("{}-{part}", self.key)).collect();
        match self.kind {
            Kind::Date { .. } => parts(&DATE_PARTS),
            Kind::Address { .. } => parts(&ADDRESS_PARTS),
            Kind::Notice { .. } | Kind::Account { .. } => Vec::new(),
            _ => vec![self.key.clone()],
        }
    }

    /// Whether the answer is part of the record: everything but notices.
    pub const fn is_answered(&self) -> bool {
        !matches!(self.kind, Kind::Notice { .. })
    }

    /// The options to choose from, if the answer is chosen.
    pub fn options(&self) -> Option<Vec<Choice>> {
        match &self.kind {
            Kind::OneOf { options } | Kind::ManyOf { options } => Some(options.clone()),
            Kind::YesNo => Some(vec![Choice::plain("yes", "Yes"), Choice::plain("no", "No")]),
            _ => None,
        }
    }
}

impl Choice {
    pub fn plain(value: &str, label: &str) -> Self {
        Self { value: value.into(), label: label.into(), hint: None, exclusive: false }
    }
}
