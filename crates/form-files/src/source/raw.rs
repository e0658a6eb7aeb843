//! Form files as written: every table and field of `docs/forms.md`. The JSON Schema for editors is generated from
//! this, so editors show the doc comments here.

use super::{
    condition::{RawCalculation, RawCondition},
    question::RawQuestion,
};
use form_engine::definition::{After, Before, ExpenseList, HomeGroup, LegalBasis, NamedText, OldDrafts, PropertyList};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A form: words and rules, no code.
#[derive(Deserialize, JsonSchema)]
#[schemars(title = "A form of Care Online")]
#[serde(deny_unknown_fields)]
pub struct RawForm {
    /// Part of every address; lower case and hyphens; never changes.
    pub key: String,
    /// The heading, and what a link to the form says.
    pub name: String,
    /// Where it stands on the home page.
    #[schemars(with = "String", extend("enum" = ["me", "caring", "paying", "safe", "about"]))]
    pub group: HomeGroup,
    /// One plain sentence for the home page.
    pub summary: String,
    /// How long it takes most people.
    pub time: String,
    /// By when the council answers, as people say it.
    pub answer_within: String,
    /// What the answers are for: a name from data-use.toml.
    pub purpose: Option<String>,
    /// By what law they are asked: a name from data-use.toml.
    pub legal_basis: Option<String>,
    /// How long the council keeps them: a name from data-use.toml.
    pub retention: Option<String>,
    /// What somebody may do who began with an older version.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = ["may-finish", "must-move"]))]
    pub old_drafts: OldDrafts,
    /// What is new in this version, for people who began an older one.
    pub changes: Option<String>,
    /// A yes-no question: after "yes" the copy isn't in "Submitted forms".
    pub unlisted_by: Option<String>,
    #[serde(with = "RawBefore")]
    pub before: Before,
    #[serde(with = "RawAfter")]
    pub after: After,
    #[serde(default)]
    #[schemars(with = "Vec<RawCalculation>")]
    pub calculations: Vec<Spanned<RawCalculation>>,
    /// The rules of charging apply to the answers: docs/charging.md.
    pub charging: Option<RawCharging>,
    #[serde(default)]
    pub carry: Vec<RawCarry>,
    pub sections: Vec<RawSection>,
}

/// What of the form the rules of charging look at.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCharging {
    /// The folder under rules/ with the packs.
    pub rules: String,
    /// Facts by the key of a question or calculation.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// The list of disability related expenses.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    pub expenses: Option<ExpenseList>,
    /// The list of other property and land.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    pub properties: Option<PropertyList>,
}

/// The page before the form starts.
#[derive(Deserialize, JsonSchema)]
#[serde(remote = "Before", deny_unknown_fields)]
pub struct RawBefore {
    /// Who the form is for.
    pub who: String,
    /// What to have to hand.
    #[serde(default)]
    pub ready: Vec<String>,
    /// What happens after it is sent, and by when.
    pub next: String,
    /// What to do instead when it can't wait.
    pub urgent: Option<String>,
}

/// The page after it was sent.
#[derive(Deserialize, JsonSchema)]
#[serde(remote = "After", deny_unknown_fields)]
pub struct RawAfter {
    /// What happens next.
    pub next: String,
}

/// What is taken over from another form under other names.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCarry {
    /// The key of the other form.
    pub from: String,
    /// Keys here by keys there.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// One thing that is added to a list.
    pub list: Option<RawCarryList>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCarryList {
    /// The list's key.
    pub key: String,
    /// Keys of the list's questions by keys there.
    pub answers: BTreeMap<String, String>,
}

/// A group of pages on the task list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub title: String,
    #[serde(default)]
    #[schemars(with = "Vec<RawPage>")]
    pub pages: Vec<Spanned<RawPage>>,
}

/// A page: questions, a list, or words only. Or the shared page that it uses.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPage {
    /// The shared page in parts/NAME.toml; nothing but `when` and `quick_exit` is given then.
    #[serde(rename = "use")]
    pub part: Option<String>,
    /// Part of the address, unique in the form.
    pub slug: Option<String>,
    /// The heading.
    pub title: Option<String>,
    /// What the task list calls the page, if not by its title.
    pub task: Option<String>,
    /// Text above the questions.
    pub intro: Option<String>,
    /// The words of a page without questions.
    pub body: Option<String>,
    /// Who gets the page.
    pub when: Option<RawCondition>,
    /// "Exit this page" stands on it, for people who may be watched.
    #[serde(default)]
    pub quick_exit: bool,
    /// Whoever gets this page of words can't send the form.
    #[serde(default)]
    pub stop: bool,
    /// For all questions of the page: a name from data-use.toml.
    pub purpose: Option<String>,
    pub legal_basis: Option<String>,
    pub retention: Option<String>,
    #[schemars(with = "Option<Vec<RawQuestion>>")]
    pub questions: Option<Vec<Spanned<RawQuestion>>>,
    pub group: Option<RawGroup>,
}

impl RawPage {
    /// Whether it has nothing of its own but the shared page it uses, `when` and `quick_exit`.
    pub const fn is_bare(&self) -> bool {
        let Self { slug, title, task, intro, body, stop, purpose, legal_basis, retention, questions, group, .. } = self;
        let says = slug.is_some() || title.is_some() || task.is_some() || intro.is_some() || body.is_some() || *stop;
        let names = purpose.is_some() || legal_basis.is_some() || retention.is_some();
        !says && !names && questions.is_none() && group.is_none()
    }
}

/// A list of things of one sort.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// Unique in the form; lower case and underscores.
    pub key: String,
    /// What one is called, without an article.
    pub item: String,
    /// "a" or "an".
    pub article: String,
    /// How many are needed.
    #[serde(default)]
    pub min: usize,
    /// How many may be added.
    #[serde(default = "twenty")]
    pub max: usize,
    /// What stands there while the list is empty.
    pub none: String,
    /// May be taken over from an earlier form.
    #[serde(default)]
    pub reuse: bool,
    #[schemars(with = "Vec<RawQuestion>")]
    pub questions: Vec<Spanned<RawQuestion>>,
    /// Lists that each thing has of its own.
    #[serde(default)]
    pub lists: Vec<RawInnerList>,
}

/// A list of a thing of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawInnerList {
    pub key: String,
    /// The heading of its page.
    pub title: String,
    /// Text above the list.
    pub intro: Option<String>,
    /// Looks at the thing's own questions.
    pub when: Option<RawCondition>,
    pub item: String,
    pub article: String,
    #[serde(default)]
    pub min: usize,
    #[serde(default = "twenty")]
    pub max: usize,
    pub none: String,
    #[schemars(with = "Vec<RawQuestion>")]
    pub questions: Vec<Spanned<RawQuestion>>,
}

const fn twenty() -> usize {
    20
}

/// Purposes, legal bases and retention classes: the file data-use.toml.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUses {
    #[serde(default)]
    pub purposes: BTreeMap<String, NamedText>,
    #[serde(default)]
    pub legal_bases: BTreeMap<String, LegalBasis>,
    #[serde(default)]
    pub retention: BTreeMap<String, NamedText>,
}
