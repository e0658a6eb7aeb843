//! Form files as people write them: every table and field of `docs/forms.md`. The JSON Schema for editors is made of this,
//! so the comments here are what editors show.

use form_engine::definition::{
    AccountFact, Choice, DateIs, ExpenseList, FileSort, HomeGroup, LegalBasis, OldDrafts, PropertyList, Words,
};
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
    pub before: RawBefore,
    pub after: RawAfter,
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
#[serde(deny_unknown_fields)]
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
#[serde(deny_unknown_fields)]
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
    /// Whether it says nothing but which shared page it uses, and when.
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

/// One question.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawQuestion {
    /// Unique in the form; lower case and underscores; never changes its meaning.
    pub key: String,
    pub label: String,
    /// One sentence of help.
    pub hint: Option<String>,
    /// It may be left empty.
    #[serde(default)]
    pub optional: bool,
    /// Who is asked.
    pub when: Option<RawCondition>,
    /// What to say when it isn't answered.
    #[serde(default)]
    pub missing: String,
    #[serde(rename = "type")]
    #[schemars(extend("enum" = super::kind::TYPES))]
    pub kind: String,
    /// A name from data-use.toml, where it differs from the page and the form.
    pub purpose: Option<String>,
    pub legal_basis: Option<String>,
    pub retention: Option<String>,
    /// The council gets it; the person's own copy doesn't show it.
    #[serde(default)]
    pub hidden_from_copy: bool,
    /// May be taken over from an earlier form.
    #[serde(default)]
    pub reuse: bool,
    pub prefill: Option<RawPrefill>,
    // The settings of the types, each used by some.
    /// The most characters, or the largest number, sum in pounds, length in centimetres, weight in kilograms.
    pub max: Option<i64>,
    pub min: Option<i64>,
    /// In characters.
    #[schemars(extend("enum" = [2, 3, 4, 5, 10, 20, 30]))]
    pub width: Option<u8>,
    pub rows: Option<u8>,
    pub autocomplete: Option<String>,
    #[schemars(with = "Option<Vec<RawChoice>>")]
    pub options: Option<Vec<Choice>>,
    #[schemars(with = "Option<String>", extend("enum" = ["past", "future", "any"]))]
    pub when_is: Option<DateIs>,
    /// Said after a number: "hours a week".
    pub unit: Option<String>,
    #[schemars(with = "Option<String>", extend("enum" = ["name", "email", "phone"]))]
    pub fact: Option<AccountFact>,
    /// The words agreed to.
    pub statement: Option<String>,
    pub body: Option<String>,
    #[schemars(extend("enum" = ["warning"]))]
    pub tone: Option<String>,
    /// Sorts of files.
    #[schemars(with = "Option<Vec<String>>")]
    pub accept: Option<Vec<FileSort>>,
    /// The key of a calculation.
    pub shows: Option<String>,
    /// The key of another form.
    pub to: Option<String>,
}

/// One option. `exclusive` is for "None of these".
#[derive(JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "stands for domain's Choice in the schema")]
struct RawChoice {
    /// Never shown; never changes.
    value: String,
    label: String,
    #[serde(default)]
    hint: Option<String>,
    #[serde(default)]
    exclusive: bool,
}

/// What stands in an empty question at first.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawPrefill {
    /// What the account knows.
    #[schemars(extend("enum" = ["first-name", "last-name", "name", "email", "phone", "address"]))]
    pub account: Option<String>,
    pub value: Option<String>,
    pub when: Option<RawCondition>,
}

/// Who is asked: a `key` or a `count` with a comparison, or `all`, `any`, `not`.
#[derive(Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCondition {
    pub key: Option<String>,
    /// A list, or a question with several options.
    pub count: Option<String>,
    /// Which things of the list are counted.
    #[serde(rename = "where")]
    pub filter: Option<Box<RawCondition>>,
    pub is: Option<Vec<String>>,
    pub is_not: Option<Vec<String>>,
    pub answered: Option<bool>,
    pub at_least: Option<i64>,
    pub at_most: Option<i64>,
    pub more_than: Option<i64>,
    pub less_than: Option<i64>,
    /// Whole years since a date.
    pub age_at_least: Option<i64>,
    pub age_less_than: Option<i64>,
    /// From today to so many days on.
    pub within_days: Option<i64>,
    pub all: Option<Vec<RawCondition>>,
    pub any: Option<Vec<RawCondition>>,
    pub not: Option<Box<RawCondition>>,
}

/// Something worked out from answers: a `count` or a `sum`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCalculation {
    pub key: String,
    pub label: String,
    pub count: Option<RawCount>,
    pub sum: Option<Vec<RawTerm>>,
    /// What a sum is in: "number" if it isn't given.
    #[schemars(extend("enum" = ["number", "money", "length", "weight"]))]
    pub unit: Option<String>,
    /// Never below this: whole pounds, centimetres, kilograms.
    pub at_least: Option<i64>,
    pub at_most: Option<i64>,
}

/// How many of these questions have one of the values, or how many things a list has.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawCount {
    pub of: Option<Vec<String>>,
    pub is: Option<Vec<String>>,
    pub is_not: Option<Vec<String>>,
    pub list: Option<String>,
    #[serde(rename = "where")]
    pub filter: Option<RawCondition>,
}

/// A part of a sum: the key of a number, or more about it.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum RawTerm {
    Key(String),
    More(Box<RawTermTable>),
}

#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RawTermTable {
    /// A question or an earlier calculation.
    pub value: String,
    /// Of every thing in this list.
    pub list: Option<String>,
    /// The question that says how often: the sum is by the week.
    pub every: Option<String>,
    /// The question that says how many per cent.
    pub share: Option<String>,
    /// So many of so many: [1, 2] is a half.
    pub part: Option<(i64, i64)>,
    #[serde(default)]
    pub minus: bool,
    pub when: Option<RawCondition>,
}

/// What answers are for: the file data-use.toml.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RawUses {
    #[serde(default)]
    pub purposes: BTreeMap<String, Words>,
    #[serde(default)]
    pub legal_bases: BTreeMap<String, LegalBasis>,
    #[serde(default)]
    pub retention: BTreeMap<String, Words>,
}
