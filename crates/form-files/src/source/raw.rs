//! Form files as written: every table and field of `docs/forms.md`. The JSON Schema for editors is generated from
//! this, so editors show the doc comments here.

use super::{
    condition::{RawCalculation, RawCondition},
    question::RawQuestion,
    wording::RawWording,
};
use form_engine::definition::{
    After, Before, ExpenseList, HomeGroup, LegalBasis, NamedText, OldDrafts, PropertyList, SecondWording,
};
use schemars::JsonSchema;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// A form: texts and rules, no code.
#[derive(Deserialize, JsonSchema)]
#[schemars(title = "A form of Care Online")]
#[serde(deny_unknown_fields)]
pub struct RawForm {
    /// Part of every URL; lower case and hyphens; never changes.
    pub key: String,
    /// The heading, and the text of links to the form.
    pub name: String,
    /// Its group on the home page.
    #[schemars(with = "String", extend("enum" = ["me", "caring", "paying", "safe", "about"]))]
    pub group: HomeGroup,
    /// One plain sentence for the home page.
    pub summary: String,
    /// How long it takes most people.
    pub time: String,
    /// By when the council answers, in plain words: "28 days".
    pub answer_within: String,
    /// Why the answers are collected: a name from data-use.toml.
    pub purpose: Option<String>,
    /// The law that allows the council to ask: a name from data-use.toml.
    pub legal_basis: Option<String>,
    /// How long the council keeps the answers: a name from data-use.toml.
    pub retention: Option<String>,
    /// Whether people with a draft of an older version may continue with that version.
    #[serde(default)]
    #[schemars(with = "String", extend("enum" = ["may-finish", "must-move"]))]
    pub old_drafts: OldDrafts,
    /// What is new in this version, for people with a draft of an older one.
    pub changes: Option<String>,
    /// A yes-no question: after "yes" the copy isn't in "Submitted forms".
    pub unlisted_by: Option<String>,
    /// When the form is about somebody other than the person who fills it in.
    pub someone_else: Option<RawSomeoneElse>,
    #[serde(with = "RawBefore")]
    pub before: Before,
    #[serde(with = "RawAfter")]
    pub after: After,
    #[serde(default)]
    #[schemars(with = "Vec<RawCalculation>")]
    pub calculations: Vec<Spanned<RawCalculation>>,
    /// Applies the charging rules to the answers: see docs/charging.md.
    pub charging: Option<RawCharging>,
    #[serde(default)]
    pub carry: Vec<RawCarry>,
    pub sections: Vec<RawSection>,
}

/// Which answers the charging rules use.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCharging {
    /// The folder under rules/ with the rule packs.
    pub rules: String,
    /// For each charging fact, the key of the question or calculation that provides it.
    #[serde(default)]
    pub facts: BTreeMap<String, String>,
    /// The list of disability related expenses.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    pub expenses: Option<ExpenseList>,
    /// The list of other property and land.
    #[schemars(with = "Option<BTreeMap<String, String>>")]
    pub properties: Option<PropertyList>,
}

/// The start page of the form.
#[derive(Deserialize, JsonSchema)]
#[serde(remote = "Before", deny_unknown_fields)]
pub struct RawBefore {
    /// Who the form is for.
    pub who: String,
    /// What to have to hand.
    #[serde(default)]
    pub ready: Vec<String>,
    /// What happens after submission, and by when.
    pub next: String,
    /// What to do instead when it can't wait.
    pub urgent: Option<String>,
}

/// The confirmation page.
#[derive(Deserialize, JsonSchema)]
#[serde(remote = "After", deny_unknown_fields)]
pub struct RawAfter {
    /// What happens next.
    pub next: String,
    /// The forms that people often need next, by key.
    #[serde(default)]
    pub often: Vec<String>,
}

/// Answers reused from another form under another key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCarry {
    /// The key of the other form.
    pub from: String,
    /// For each key here, the key there.
    #[serde(default)]
    pub answers: BTreeMap<String, String>,
    /// Adds one item to a list.
    pub list: Option<RawCarryList>,
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCarryList {
    /// The key of the list.
    pub key: String,
    /// For each question of the list, the key there.
    pub answers: BTreeMap<String, String>,
}

/// Whom the form is about, if not the person who fills it in.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSomeoneElse {
    /// The condition under which it is about somebody else; texts then have their second wording.
    pub when: RawCondition,
    /// The questions whose answers are that person's name. Without it no page shows the name.
    #[serde(default)]
    pub name: Vec<String>,
}

/// A group of pages on the task list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawSection {
    pub title: String,
    /// The title if the form is about somebody else.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    #[serde(default)]
    #[schemars(with = "Vec<RawPage>")]
    pub pages: Vec<Spanned<RawPage>>,
}

/// A page: with questions, a list, or only text. Or a shared page.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPage {
    /// The shared page in parts/NAME.toml. Besides this, only `when` and `quick_exit` may be set.
    #[serde(rename = "use")]
    pub part: Option<String>,
    /// Part of the URL, unique in the form.
    pub slug: Option<String>,
    /// The heading.
    pub title: Option<String>,
    /// The name on the task list, if it isn't the title.
    pub task: Option<String>,
    /// Text above the questions.
    pub intro: Option<String>,
    /// The text of a page without questions.
    pub body: Option<String>,
    /// The condition for the page.
    pub when: Option<RawCondition>,
    /// Shows "Exit this page", for people who may be watched.
    #[serde(default)]
    pub quick_exit: bool,
    /// The page is about the person who fills in the form, even if the form is about somebody else.
    #[serde(default)]
    pub about_you: bool,
    /// The texts if the form is about somebody else, where they differ.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    /// People who get this page can't submit the form; its text says what to do instead.
    #[serde(default)]
    pub stop: bool,
    /// Applies to all questions of the page: a name from data-use.toml.
    pub purpose: Option<String>,
    pub legal_basis: Option<String>,
    pub retention: Option<String>,
    #[schemars(with = "Option<Vec<RawQuestion>>")]
    pub questions: Option<Vec<Spanned<RawQuestion>>>,
    pub group: Option<RawGroup>,
}

impl RawPage {
    /// Whether it has only the shared page, `when` and `quick_exit`.
    pub const fn is_bare(&self) -> bool {
        let Self { slug, title, task, intro, body, stop, purpose, legal_basis, retention, questions, group, .. } = self;
        let says = slug.is_some() || title.is_some() || task.is_some() || intro.is_some() || body.is_some() || *stop;
        let says = says || self.about_you || self.they.is_some();
        let names = purpose.is_some() || legal_basis.is_some() || retention.is_some();
        !says && !names && questions.is_none() && group.is_none()
    }
}

/// A list: any number of items with the same questions.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawGroup {
    /// Unique in the form; lower case and underscores.
    pub key: String,
    /// The name of an item, without an article.
    pub item: String,
    /// "a" or "an".
    pub article: String,
    /// The minimum number of items.
    #[serde(default)]
    pub min: usize,
    /// The maximum number of items.
    #[serde(default = "twenty")]
    pub max: usize,
    /// Shown while the list is empty.
    pub none: String,
    /// The name of an item, with the same article, and the text of the empty list if the form is about somebody else.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    /// Can be reused from an earlier form, if the person agrees.
    #[serde(default)]
    pub reuse: bool,
    /// The questions whose answers name an item: keys in one entry are joined by a space, entries by a comma.
    #[serde(default)]
    pub named_by: Vec<String>,
    #[schemars(with = "Vec<RawQuestion>")]
    pub questions: Vec<Spanned<RawQuestion>>,
    /// Lists within each item.
    #[serde(default)]
    pub lists: Vec<RawInnerList>,
}

/// A list within each item of a list.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawInnerList {
    pub key: String,
    /// The heading of its page.
    pub title: String,
    /// Text above the list.
    pub intro: Option<String>,
    /// The condition for the list; it can use the item's own questions.
    pub when: Option<RawCondition>,
    /// Its texts if the form is about somebody else, where they differ.
    #[schemars(with = "Option<RawWording>")]
    pub they: Option<SecondWording>,
    pub item: String,
    pub article: String,
    #[serde(default)]
    pub min: usize,
    #[serde(default = "twenty")]
    pub max: usize,
    pub none: String,
    /// The questions whose answers name an item, as in a list.
    #[serde(default)]
    pub named_by: Vec<String>,
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
