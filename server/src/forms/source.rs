//! Form files as people write them (`docs/forms.md`), turned into the definition the service works with.

use super::{FormError, FormErrors};
use domain::{
    condition::Condition,
    definition::{
        AccountFact, After, Before, Choice, Content, DateIs, Form, Group, HomeGroup, Kind, Page, Question, Section,
    },
};
use serde::Deserialize;
use std::path::{Path, PathBuf};
use toml::Spanned;

/// A form with the texts it was read from, for finding the line of a mistake.
pub struct Source {
    pub form: Form,
    texts: Vec<Text>,
}

struct Text {
    file: PathBuf,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawForm {
    key: String,
    name: String,
    group: HomeGroup,
    summary: String,
    time: String,
    answer_within: String,
    before: Before,
    after: After,
    sections: Vec<RawSection>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSection {
    title: String,
    #[serde(default)]
    pages: Vec<Spanned<RawPage>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPage {
    #[serde(rename = "use")]
    part: Option<String>,
    slug: Option<String>,
    title: Option<String>,
    task: Option<String>,
    intro: Option<String>,
    body: Option<String>,
    when: Option<RawCondition>,
    #[serde(default)]
    quick_exit: bool,
    questions: Option<Vec<Spanned<RawQuestion>>>,
    group: Option<RawGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawGroup {
    key: String,
    item: String,
    article: String,
    #[serde(default)]
    min: usize,
    #[serde(default = "twenty")]
    max: usize,
    none: String,
    questions: Vec<Spanned<RawQuestion>>,
}

const fn twenty() -> usize {
    20
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawQuestion {
    key: String,
    label: String,
    hint: Option<String>,
    #[serde(default)]
    optional: bool,
    when: Option<RawCondition>,
    #[serde(default)]
    missing: String,
    #[serde(rename = "type")]
    kind: String,
    // The settings of the types, each used by some.
    max: Option<i64>,
    min: Option<i64>,
    width: Option<u8>,
    rows: Option<u8>,
    autocomplete: Option<String>,
    options: Option<Vec<Choice>>,
    when_is: Option<DateIs>,
    unit: Option<String>,
    fact: Option<AccountFact>,
    statement: Option<String>,
    body: Option<String>,
    tone: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCondition {
    key: Option<String>,
    is: Option<Vec<String>>,
    is_not: Option<Vec<String>>,
    answered: Option<bool>,
    all: Option<Vec<RawCondition>>,
    any: Option<Vec<RawCondition>>,
    not: Option<Box<RawCondition>>,
}

/// Reads a form file and the parts it uses.
pub fn read(file: &Path) -> Result<Source, FormErrors> {
    let mut reader = Reader { texts: Vec::new(), errors: Vec::new() };
    let form = reader.form(file);
    match form {
        Some(form) if reader.errors.is_empty() => Ok(Source { form, texts: reader.texts }),
        _ => Err(FormErrors(reader.errors)),
    }
}

impl Source {
    /// The files it was read from, the form's own first.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.texts.iter().map(|text| text.file.as_path())
    }

    /// The place of a mistake: the first line that gives a page, list or question this name.
    pub fn locate(&self, name: &str, reason: String) -> FormError {
        let names = [format!("key = \"{name}\""), format!("slug = \"{name}\"")];
        for text in &self.texts {
            if let Some(index) =
                text.text.lines().position(|line| names.iter().any(|name| line.trim_start().starts_with(name)))
            {
                return FormError { file: text.file.clone(), line: index + 1, reason };
            }
        }
        FormError::of_file(self.texts.first().map_or(Path::new("forms"), |text| &text.file), reason)
    }
}

struct Reader {
    texts: Vec<Text>,
    errors: Vec<FormError>,
}

impl Reader {
    fn text(&mut self, file: &Path) -> Option<usize> {
        match std::fs::read_to_string(file) {
            Ok(text) => {
                self.texts.push(Text { file: file.into(), text });
                Some(self.texts.len() - 1)
            }
            Err(error) => {
                self.errors.push(FormError::of_file(file, format!("the file can't be read: {error}")));
                None
            }
        }
    }

    fn parse<T: serde::de::DeserializeOwned>(&mut self, text: usize) -> Option<T> {
        let source = self.texts.get(text)?;
        match toml::from_str(&source.text) {
            Ok(parsed) => Some(parsed),
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start);
                let reason = error.message().lines().collect::<Vec<_>>().join(" ");
                self.error_at(text, at, reason);
                None
            }
        }
    }

    fn error_at(&mut self, text: usize, byte: usize, reason: impl Into<String>) {
        let Some(source) = self.texts.get(text) else { return };
        let line = source.text.get(..byte).map_or(1, |before| before.matches('\n').count() + 1);
        self.errors.push(FormError { file: source.file.clone(), line, reason: reason.into() });
    }

    fn form(&mut self, file: &Path) -> Option<Form> {
        let text = self.text(file)?;
        let raw: RawForm = self.parse(text)?;
        let parts = file.parent().unwrap_or(Path::new(".")).join("parts");
        let mut sections = Vec::new();
        for section in raw.sections {
            let pages = section.pages.into_iter().filter_map(|page| self.page(text, &parts, page)).collect();
            sections.push(Section { title: section.title, pages });
        }
        Some(Form {
            key: raw.key,
            name: raw.name,
            group: raw.group,
            summary: raw.summary,
            time: raw.time,
            answer_within: raw.answer_within,
            before: raw.before,
            after: raw.after,
            sections,
        })
    }

    fn page(&mut self, text: usize, parts: &Path, page: Spanned<RawPage>) -> Option<Page> {
        let at = page.span().start;
        let page = page.into_inner();
        let Some(part) = &page.part else { return self.own_page(text, at, page) };
        if page.slug.is_some() || page.title.is_some() || page.questions.is_some() || page.group.is_some() {
            self.error_at(text, at, "a page that uses a part has no fields of its own");
            return None;
        }
        let file = parts.join(format!("{part}.toml"));
        if !file.is_file() {
            self.error_at(text, at, format!("there is no part \"{part}\": {} isn't there", file.display()));
            return None;
        }
        let part = self.text(&file)?;
        let raw: Spanned<RawPage> = self.parse(part)?;
        self.own_page(part, 0, raw.into_inner())
    }

    fn own_page(&mut self, text: usize, at: usize, page: RawPage) -> Option<Page> {
        let (Some(slug), Some(title)) = (page.slug, page.title) else {
            self.error_at(text, at, "a page needs a slug and a title");
            return None;
        };
        let content = match (page.questions, page.group, page.body) {
            (Some(questions), None, None) => Content::Questions(self.questions(text, questions)),
            (None, Some(group), None) => Content::List(Group {
                questions: self.questions(text, group.questions),
                key: group.key,
                item: group.item,
                article: group.article,
                min: group.min,
                max: group.max,
                none: group.none,
            }),
            (None, None, Some(body)) => Content::Text(body),
            _ => {
                self.error_at(text, at, format!("page \"{slug}\" needs one of `questions`, `group` and `body`"));
                return None;
            }
        };
        let when = self.condition(text, at, page.when);
        Some(Page { slug, title, task: page.task, intro: page.intro, when, quick_exit: page.quick_exit, content })
    }

    fn questions(&mut self, text: usize, questions: Vec<Spanned<RawQuestion>>) -> Vec<Question> {
        questions.into_iter().filter_map(|question| self.question(text, question)).collect()
    }

    fn question(&mut self, text: usize, question: Spanned<RawQuestion>) -> Option<Question> {
        let at = question.span().start;
        let mut raw = question.into_inner();
        let when = self.condition(text, at, raw.when.take());
        let name = std::mem::take(&mut raw.kind);
        let kind = kind(&name, &mut raw).and_then(|kind| raw.nothing_left().map(|()| kind));
        match kind {
            Ok(kind) => {
                let RawQuestion { key, label, hint, optional, missing, .. } = raw;
                Some(Question { key, label, hint, optional, when, missing, kind })
            }
            Err(reason) => {
                self.error_at(text, at, format!("question \"{}\": {reason}", raw.key));
                None
            }
        }
    }

    fn condition(&mut self, text: usize, at: usize, raw: Option<RawCondition>) -> Option<Condition> {
        match raw.map(condition)? {
            Ok(condition) => Some(condition),
            Err(reason) => {
                self.error_at(text, at, reason);
                None
            }
        }
    }
}

fn condition(raw: RawCondition) -> Result<Condition, String> {
    let many = |list: Vec<RawCondition>| list.into_iter().map(condition).collect::<Result<Vec<_>, _>>();
    match raw {
        RawCondition { key: Some(key), is: Some(values), is_not: None, answered: None, all: None, any: None, not: None } => {
            Ok(Condition::Is { key, values })
        }
        RawCondition { key: Some(key), is: None, is_not: Some(values), answered: None, all: None, any: None, not: None } => {
            Ok(Condition::IsNot { key, values })
        }
        RawCondition {
            key: Some(key),
            is: None,
            is_not: None,
            answered: Some(answered),
            all: None,
            any: None,
            not: None,
        } => {
            let condition = Condition::Answered { key };
            Ok(if answered { condition } else { Condition::Not(Box::new(condition)) })
        }
        RawCondition { key: None, is: None, is_not: None, answered: None, all: Some(all), any: None, not: None } => {
            Ok(Condition::All(many(all)?))
        }
        RawCondition { key: None, is: None, is_not: None, answered: None, all: None, any: Some(any), not: None } => {
            Ok(Condition::Any(many(any)?))
        }
        RawCondition { key: None, is: None, is_not: None, answered: None, all: None, any: None, not: Some(not) } => {
            Ok(Condition::Not(Box::new(condition(*not)?)))
        }
        _ => {
            Err("a condition has a `key` with one of `is`, `is_not` and `answered`, or one of `all`, `any` and `not`".into())
        }
    }
}

/// The type of a question with its settings, taken out of the question.
fn kind(name: &str, own: &mut RawQuestion) -> Result<Kind, String> {
    let needs = |what: &str| format!("a question of type \"{name}\" needs `{what}`");
    let length = |max: Option<i64>, default: usize| match max {
        None => Ok(default),
        Some(max) => usize::try_from(max).map_err(|_| "`max` must be 0 or more".to_owned()),
    };
    Ok(match name {
        "text" => {
            Kind::Text { max: length(own.max.take(), 200)?, width: own.width.take(), autocomplete: own.autocomplete.take() }
        }
        "long-text" => Kind::LongText { max: length(own.max.take(), 2000)?, rows: own.rows.take().unwrap_or(5) },
        "yes-no" => Kind::YesNo,
        "one-of" => Kind::OneOf { options: own.options.take().ok_or_else(|| needs("options"))? },
        "many-of" => Kind::ManyOf { options: own.options.take().ok_or_else(|| needs("options"))? },
        "date" => Kind::Date { when_is: own.when_is.take().unwrap_or_default() },
        "number" => Kind::Number { min: own.min.take(), max: own.max.take(), unit: own.unit.take() },
        "money" => Kind::Money { max_pence: own.max.take().map(|pounds| pounds.saturating_mul(100)) },
        "email" => Kind::Email { autocomplete: own.autocomplete.take() },
        "phone" => Kind::Phone { autocomplete: own.autocomplete.take() },
        "address" => Kind::Address { autocomplete: own.autocomplete.take().is_some() },
        "national-insurance" => Kind::NationalInsurance,
        "nhs-number" => Kind::NhsNumber,
        "account" => Kind::Account { fact: own.fact.take().ok_or_else(|| needs("fact"))? },
        "declaration" => Kind::Declaration { statement: own.statement.take().ok_or_else(|| needs("statement"))? },
        "notice" => Kind::Notice {
            body: own.body.take().ok_or_else(|| needs("body"))?,
            warning: match own.tone.take().as_deref() {
                None => false,
                Some("warning") => true,
                Some(other) => return Err(format!("there is no tone \"{other}\"")),
            },
        },
        other => return Err(format!("there is no type \"{other}\"")),
    })
}

impl RawQuestion {
    /// A setting that the question's type doesn't have is a mistake, not decoration.
    fn nothing_left(&self) -> Result<(), String> {
        let left = [
            ("max", self.max.is_some()),
            ("min", self.min.is_some()),
            ("width", self.width.is_some()),
            ("rows", self.rows.is_some()),
            ("autocomplete", self.autocomplete.is_some()),
            ("options", self.options.is_some()),
            ("when_is", self.when_is.is_some()),
            ("unit", self.unit.is_some()),
            ("fact", self.fact.is_some()),
            ("statement", self.statement.is_some()),
            ("body", self.body.is_some()),
            ("tone", self.tone.is_some()),
        ];
        let named = left.iter().find(|(_, there)| *there);
        named.map_or(Ok(()), |(name, _)| Err(format!("`{name}` means nothing for this type")))
    }
}
