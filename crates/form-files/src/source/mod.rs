//! Form files (`docs/forms.md`), converted to the definition the service works with.

mod condition;
mod question;
mod raw;
mod reader;
mod wording;

use super::{FormError, FormErrors};
use charging::Pack;
use condition::{RawCondition, calculation, condition};
use form_engine::{
    condition::Condition,
    definition::{
        Charging, Content, DataUse, Form, FormHeader, InnerList, ListDef, Page, Prefill, Question, ReuseListRule, ReuseRule,
        Section, SomeoneElse, Uses,
    },
};
use question::{RawPrefill, RawQuestion, prefill};
use raw::{RawCarry, RawCharging, RawForm, RawGroup, RawInnerList, RawPage, RawSection, RawSomeoneElse, RawUses};
use reader::{Reader, Text};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use toml::Spanned;

/// The file with purposes, legal bases and retention classes, next to the forms.
pub const DATA_USE: &str = "data-use.toml";

/// A form with the texts it was read from, for finding the line of an error.
pub struct Source {
    pub form: Form,
    texts: Vec<Text>,
}

/// Reads a form file, the parts it uses, and the data uses it names.
pub fn read(file: &Path) -> Result<Source, FormErrors> {
    let mut reader =
        Reader { folder: file.parent().unwrap_or(Path::new(".")).into(), texts: Vec::new(), errors: Vec::new() };
    let form = reader.form(file);
    match form {
        Some(form) if reader.errors.is_empty() => Ok(Source { form, texts: reader.texts }),
        _ => Err(FormErrors(reader.errors)),
    }
}

/// The JSON Schema of a form file, for editors.
pub fn schema() -> String {
    let schema = schemars::schema_for!(RawForm);
    serde_json::to_string_pretty(&schema).unwrap_or_default() + "\n"
}

impl Source {
    /// The files it was read from, the form's own first.
    pub fn files(&self) -> impl Iterator<Item = &Path> {
        self.texts.iter().map(|text| text.file.as_path())
    }

    /// The position of an error: the first line that gives a page, list or question this name.
    pub fn locate(&self, name: &str) -> (PathBuf, usize) {
        let names = [format!("key = \"{name}\""), format!("slug = \"{name}\"")];
        for text in &self.texts {
            if let Some(index) =
                text.text.lines().position(|line| names.iter().any(|name| line.trim_start().starts_with(name)))
            {
                return (text.file.clone(), index + 1);
            }
        }
        (self.texts.first().map_or_else(|| PathBuf::from("forms"), |text| text.file.clone()), 1)
    }
}

impl Reader {
    fn form(&mut self, file: &Path) -> Option<Form> {
        let text = self.text(file)?;
        let raw: RawForm = self.parse(text)?;
        let sections = raw.sections.into_iter().map(|section| self.section(text, section)).collect();
        let head = FormHeader {
            key: raw.key,
            name: raw.name,
            group: raw.group,
            summary: raw.summary,
            time: raw.time,
            answer_within: raw.answer_within,
            before: raw.before,
            after: raw.after,
        };
        let mut form = Form::new(head, sections);
        form.data = DataUse { purpose: raw.purpose, legal_basis: raw.legal_basis, retention: raw.retention };
        form.old_drafts = raw.old_drafts;
        form.changes = raw.changes;
        form.unlisted_by = raw.unlisted_by;
        form.someone_else = raw.someone_else.and_then(|raw| self.someone_else(text, raw));
        form.reuse_rules = raw.carry.into_iter().map(reuse_rule).collect();
        for found in raw.calculations {
            let at = found.span().start;
            form.calculations.extend(self.or_error(text, at, calculation(found.into_inner())));
        }
        form.charging = raw.charging.and_then(|raw| self.charging(text, raw)).map(Arc::new);
        form.uses = self.uses(&form)?;
        Some(form)
    }

    /// The charging rules with every existing pack: a copy is always calculated by the packs of its day.
    fn charging(&mut self, text: usize, raw: RawCharging) -> Option<Charging> {
        let is_name = raw.rules.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        let folder = self.folder.join("rules").join(&raw.rules);
        let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
            .map(|entries| entries.filter_map(|entry| Some(entry.ok()?.path())).collect())
            .unwrap_or_default();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
        files.sort();
        if !is_name || files.is_empty() {
            self.error_at(text, 0, format!("there are no rules in {}", folder.display()));
            return None;
        }
        let mut packs: Vec<Pack> = Vec::new();
        for file in &files {
            let text = self.text(file)?;
            packs.push(self.parse(text)?);
        }
        for error in charging::pack_errors(&packs) {
            self.errors.push(FormError::of_file(&folder, format!("{}: {}: {}", error.pack, error.at, error.reason)));
        }
        Some(Charging { facts: raw.facts, expenses: raw.expenses, properties: raw.properties, packs })
    }

    /// The texts of the purposes, legal bases and retention classes that the form uses.
    fn uses(&mut self, form: &Form) -> Option<Uses> {
        let file = self.folder.join(DATA_USE);
        let raw: RawUses = if file.is_file() {
            let text = self.text(&file)?;
            self.parse(text)?
        } else {
            RawUses::default()
        };
        let mut uses = Uses::default();
        for named in form.all_questions().map(|question| form.data_of(question)) {
            let missing = [
                take(&raw.purposes, named.purpose, &mut uses.purposes),
                take(&raw.legal_bases, named.legal_basis, &mut uses.legal_bases),
                take(&raw.retention, named.retention, &mut uses.retention),
            ];
            for name in missing.into_iter().flatten() {
                let reason = format!("the form \"{}\" names \"{name}\", which isn't defined", form.key);
                if !self.errors.iter().any(|error| error.reason == reason) {
                    self.errors.push(FormError::of_file(&file, reason));
                }
            }
        }
        Some(uses)
    }

    fn section(&mut self, text: usize, section: RawSection) -> Section {
        let pages = section.pages.into_iter().filter_map(|page| self.page(text, page)).map(Arc::new).collect();
        Section { title: section.title, they: section.they.map(Box::new), pages }
    }

    fn someone_else(&mut self, text: usize, raw: RawSomeoneElse) -> Option<SomeoneElse> {
        Some(SomeoneElse { when: self.condition(text, 0, Some(raw.when))?, name: raw.name })
    }

    fn page(&mut self, text: usize, page: Spanned<RawPage>) -> Option<Page> {
        let at = page.span().start;
        let page = page.into_inner();
        let Some(part) = &page.part else { return self.own_page(text, at, page) };
        if !page.is_bare() {
            self.error_at(text, at, "a page that uses a part can only have `when` and `quick_exit` of its own");
            return None;
        }
        let is_name = part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        let file = self.folder.join("parts").join(format!("{part}.toml"));
        if !is_name || !file.is_file() {
            self.error_at(text, at, format!("there is no part \"{part}\": {} doesn't exist", file.display()));
            return None;
        }
        let part = self.text(&file)?;
        let raw: Spanned<RawPage> = self.parse(part)?;
        let shared = self.own_page(part, 0, raw.into_inner())?;
        let own = self.condition(text, at, page.when);
        let when = match (own, shared.when) {
            (Some(own), Some(shared)) => {
                Some(Condition::All(vec![Arc::unwrap_or_clone(own), Arc::unwrap_or_clone(shared)]).into())
            }
            (own, shared) => own.or(shared),
        };
        Some(Page { when, quick_exit: page.quick_exit || shared.quick_exit, ..shared })
    }

    fn own_page(&mut self, text: usize, at: usize, page: RawPage) -> Option<Page> {
        let (Some(slug), Some(title)) = (page.slug, page.title) else {
            self.error_at(text, at, "a page needs a slug and a title");
            return None;
        };
        let data = DataUse { purpose: page.purpose, legal_basis: page.legal_basis, retention: page.retention };
        let content = match (page.questions, page.group, page.body, page.stop) {
            (Some(questions), None, None, false) => Content::Questions(self.questions(text, &data, questions)),
            (None, Some(group), None, false) => Content::List(self.group(text, &data, group)),
            (None, None, Some(body), false) => Content::Text(body),
            (None, None, Some(body), true) => Content::Stop(body),
            _ => {
                let reason =
                    format!("page \"{slug}\" needs one of `questions`, `group` and `body`; `stop` goes with `body`");
                self.error_at(text, at, reason);
                return None;
            }
        };
        let when = self.condition(text, at, page.when);
        Some(Page {
            task: page.task,
            intro: page.intro,
            when,
            quick_exit: page.quick_exit,
            about_you: page.about_you,
            they: page.they.map(Box::new),
            ..Page::new(&slug, &title, content)
        })
    }

    fn group(&mut self, text: usize, data: &DataUse, raw: RawGroup) -> ListDef {
        ListDef {
            questions: self.questions(text, data, raw.questions),
            lists: raw.lists.into_iter().map(|inner| self.inner(text, data, inner)).collect(),
            key: raw.key,
            item: raw.item,
            article: raw.article,
            min: raw.min,
            max: raw.max,
            none: raw.none,
            they: raw.they.map(Box::new),
            reuse: raw.reuse,
            named_by: raw.named_by,
        }
    }

    fn inner(&mut self, text: usize, data: &DataUse, raw: RawInnerList) -> InnerList {
        let RawInnerList { key, title, intro, when, they, item, article, min, max, none, named_by, questions } = raw;
        let at = questions.first().map_or(0, |question| question.span().start);
        let questions = self.questions(text, data, questions);
        let when = self.condition(text, at, when);
        let list =
            ListDef { key, item, article, min, max, none, they: None, reuse: false, named_by, questions, lists: Vec::new() };
        InnerList { title, intro, when, they: they.map(Box::new), list }
    }

    fn questions(&mut self, text: usize, data: &DataUse, questions: Vec<Spanned<RawQuestion>>) -> Vec<Question> {
        questions.into_iter().map(|question| self.question(text, data, question)).collect()
    }

    fn question(&mut self, text: usize, data: &DataUse, question: Spanned<RawQuestion>) -> Question {
        let at = question.span().start;
        let raw = question.into_inner();
        let own = DataUse { purpose: raw.purpose, legal_basis: raw.legal_basis, retention: raw.retention };
        Question {
            data: own.over(data),
            hidden_from_copy: raw.hidden_from_copy,
            reuse: raw.reuse,
            key: raw.key,
            label: raw.label,
            hint: raw.hint,
            optional: raw.optional,
            when: self.condition(text, at, raw.when),
            missing: raw.missing,
            kind: raw.kind.into(),
            prefill: raw.prefill.and_then(|prefill| self.prefill(text, at, prefill)),
            own: self.condition(text, at, raw.own),
            date_autocomplete: None,
            they: raw.they.map(Box::new),
        }
    }

    fn prefill(&mut self, text: usize, at: usize, raw: RawPrefill) -> Option<Prefill> {
        let with = self.or_error(text, at, prefill(raw.account, raw.value))?;
        Some(Prefill { with, when: self.condition(text, at, raw.when) })
    }

    fn condition(&mut self, text: usize, at: usize, raw: Option<RawCondition>) -> Option<Arc<Condition>> {
        let read = condition(raw?);
        self.or_error(text, at, read).map(Arc::new)
    }
}

fn reuse_rule(raw: RawCarry) -> ReuseRule {
    let list = raw.list.map(|list| ReuseListRule { key: list.key, answers: list.answers });
    ReuseRule { from: raw.from, answers: raw.answers, list }
}

/// Copies the entry with this name, if one is given. Returns the name if there is no such entry.
fn take<T: Clone>(
    from: &std::collections::BTreeMap<String, T>,
    name: Option<String>,
    to: &mut std::collections::BTreeMap<String, T>,
) -> Option<String> {
    let name = name?;
    let Some(found) = from.get(&name) else { return Some(name) };
    to.insert(name, found.clone());
    None
}
