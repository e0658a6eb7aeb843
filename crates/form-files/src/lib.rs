//! Reads form files and their translations, checks them, and turns them into the definitions that the service works
//! with.
//!
//! # Dependencies
//!
//! `form-engine`, which has the definitions and their checks, `charging` for the rule packs, `plain-english` for the
//! reading age of texts, `i18n` for the mirrored language that tests use, `platform` for hashes. No database: `drafts`
//! stores what is published.
//!
//! # Where to start
//!
//! 1. [`read_folder`]: every form in a folder, or every error in it.
//! 2. `crates/form-files/src/source/raw.rs`: each table and field of a form file. `docs/form.schema.json` is generated
//!    from it, so the comments there are what people who write forms see in their editor.
//! 3. [`source`]: converts them to a `form_engine::definition::Form`, and remembers the line of each name.
//! 4. [`translation`]: lays the Welsh texts over the English form.
//! 5. [`Publication`]: a form in all its languages, named by the hash of its content.
//! 6. [`lint`]: everything that `care-online forms check` reports.
//!
//! # When you change it
//!
//! People who aren't programmers write these files. Report every error at once, with its file and line and what to
//! write instead. `docs/forms.md` describes the format; change it and the schema in the same commit. A field that
//! published forms use can't be renamed.

#![warn(missing_docs)]

pub mod lint;
mod markup;
mod publication;
mod source;
mod translation;

use form_engine::check::{self, DefinitionError};
use platform::crypto::digest::content_hash;
pub use publication::{Publication, Version, hashed};
use source::Source;
pub use source::schema;
use std::{
    collections::BTreeMap,
    fmt,
    path::{Path, PathBuf},
    sync::Arc,
};
use thiserror::Error;

/// Errors in form files, each with its position.
#[derive(Debug, Error)]
pub struct FormErrors(pub Vec<FormError>);

impl fmt::Display for FormErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(ToString::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

/// One error: file, line, reason and, where it isn't obvious, what to do about it.
#[derive(Debug, Error, PartialEq, Eq)]
pub struct FormError {
    /// The file, relative to the working directory.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
    /// What to do about it; empty if that is obvious.
    pub instead: String,
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file.display(), self.line, self.reason)?;
        if self.instead.is_empty() { Ok(()) } else { write!(f, ": {}", self.instead) }
    }
}

impl FormError {
    fn of_file(file: &Path, reason: impl Into<String>) -> Self {
        Self { file: file.into(), line: 1, reason: reason.into(), instead: String::new() }
    }
}

/// Every form in a folder, or every error in it.
pub fn read_folder(folder: &Path) -> Result<Vec<Publication>, FormErrors> {
    let files = form_files(folder)?;
    let mut forms: Vec<Publication> = Vec::new();
    let mut errors = Vec::new();
    for file in files {
        match read_file(&file) {
            Ok(read) if forms.iter().any(|other| other.form.key == read.form.key) => {
                errors.push(FormError::of_file(&file, format!("another form has the key \"{}\"", read.form.key)));
            }
            Ok(read) => forms.push(read),
            Err(found) => errors.extend(found.0),
        }
    }
    if errors.is_empty() { Ok(forms) } else { Err(FormErrors(errors)) }
}

/// The form files of a folder; at least one.
fn form_files(folder: &Path) -> Result<Vec<PathBuf>, FormErrors> {
    let of_folder = |reason: String| FormErrors(vec![FormError::of_file(folder, reason)]);
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<_, _>>())
        .map_err(|error| of_folder(format!("the folder can't be read: {error}")))?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml") && !path.ends_with(source::DATA_USE));
    files.sort();
    if files.is_empty() { Err(of_folder("there are no forms in the folder".into())) } else { Ok(files) }
}

/// An error with its position.
fn located(source: &Source, error: DefinitionError) -> FormError {
    let (file, line) = source.locate(&error.at);
    FormError { file, line, reason: error.reason, instead: error.instead }
}

/// Reads and checks a form, in each language it has been translated into.
fn read_file(file: &Path) -> Result<Publication, FormErrors> {
    let source = source::read(file)?;
    let definition_errors = check::definition_errors(&source.form);
    let mut errors: Vec<FormError> = definition_errors.into_iter().map(|error| located(&source, error)).collect();
    let folder = file.parent().unwrap_or(Path::new("."));
    let mut translations = BTreeMap::new();
    for language in translation::LANGUAGES {
        match translation::read(&source, folder, language) {
            Ok(form) => translations.extend(form.map(|form| (language, Arc::new(form)))),
            Err(found) => errors.extend(found),
        }
    }
    if errors.is_empty() { Ok(Publication { form: Arc::new(source.form), translations }) } else { Err(FormErrors(errors)) }
}

/// The hash that names a version of a form: over its content in every language, parts included.
pub fn content_hash_of(publication: &Publication) -> Result<String, serde_json::Error> {
    Ok(content_hash(serde_json::to_string(publication)?.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use form_engine::language::Language;

    fn errors(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(folder.path().join("cy/parts")).unwrap();
        std::fs::create_dir(folder.path().join("parts")).unwrap();
        let uses = [
            ("data-use.toml", USES),
            ("cy/data-use.toml", "[purposes]\np = \"W\"\n[legal_bases]\nl = \"W\"\n[retention]\nr = \"W\"\n"),
        ];
        for (name, text) in uses.iter().filter(|_| !files.is_empty()).chain(files) {
            std::fs::write(folder.path().join(name), text).unwrap();
        }
        let found = read_folder(folder.path()).err().map_or_else(Vec::new, |errors| errors.0);
        let folder = folder.path().display().to_string();
        found.iter().map(|error| error.to_string().replace(&format!("{folder}/"), "")).collect()
    }

    const USES: &str =
        "[purposes.p]\nwords = \"W\"\n[legal_bases.l]\nwords = \"W\"\nlaw = \"L\"\n[retention.r]\nwords = \"W\"\n";

    const HEAD: &str = "key = \"f\"\npurpose = \"p\"\nlegal_basis = \"l\"\nretention = \"r\"\nname = \"F\"\ngroup = \"me\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\n\
        [before]\nwho = \"W\"\nnext = \"N\"\n[after]\nnext = \"N\"\n[[sections]]\ntitle = \"S\"\n[[sections.pages]]\nslug = \"p\"\ntitle = \"P\"\n";

    #[test]
    fn the_councils_own_forms_are_sound() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../forms");
        let forms = read_folder(&folder).unwrap_or_else(|errors| panic!("{errors}"));
        let keys: Vec<&str> = forms.iter().map(|found| found.form.key.as_str()).collect();
        let eight = [
            "blue-badge",
            "care-needs",
            "carers-assessment",
            "direct-payments",
            "disability-expenses",
            "financial-assessment",
            "home-adaptations",
            "safeguarding-concern",
        ];
        assert_eq!(keys, eight);
        let checked = lint::check(&folder, &[]);
        assert!(checked.wrong.is_empty(), "{:?}", checked.wrong);
        assert!(checked.lints.is_empty(), "{:?}", checked.lints);
        assert!(forms.iter().all(|found| found.translations.contains_key(&Language::Welsh)), "a form isn't in Welsh");
    }

    #[test]
    fn an_error_is_named_with_file_line_and_reason() {
        let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Enter it\"\n";
        let with = |rest: &str| errors(&[("f.toml", &format!("{HEAD}{question}{rest}"))]);
        assert_eq!(with("type = \"text\"\n"), Vec::<String>::new());
        assert!(with("type = \"colour\"\n")[0].starts_with("f.toml:24: unknown variant `colour`, expected one of `text`"));
        assert_eq!(
            with("type = \"text\"\ncolour = 1\n"),
            ["f.toml:25: unexpected keys in table: colour, available keys: max, width, autocomplete"]
        );
        assert!(with("max = -1\ntype = \"text\"\n")[0].starts_with("f.toml:24: invalid value: integer `-1`"));
        assert_eq!(with("type = \"notice\"\n"), ["f.toml:24: missing field `body`"]);
        assert_eq!(with("rows = 3\n"), ["f.toml:20: missing field `type`"]);
        let two = with(&format!("type = \"date\"\nrows = 3\n{question}type = \"yes-no\"\nunit = \"x\"\n"));
        assert_eq!(
            two,
            [
                "f.toml:25: unexpected keys in table: rows, available keys: when_is",
                "f.toml:31: unexpected keys in table: unit, available keys: "
            ]
        );
        assert_eq!(
            with("type = \"text\"\nwhen = { key = \"later\", answered = true }\n"),
            ["f.toml:21: its condition looks at \"later\", which isn't an earlier question: look for a slip in the key"]
        );
        assert_eq!(errors(&[("f.toml", "key = ")]).len(), 1);
        assert!(errors(&[("f.toml", &format!("{HEAD}use = \"nothing\"\n"))])[0].contains("f.toml:"));
        assert!(errors(&[])[0].ends_with("there are no forms in the folder"));
    }

    #[test]
    fn a_form_is_translated_completely_or_not_at_all() {
        let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Select it\"\ntype = \"one-of\"\n\
            options = [{ value = \"a\", label = \"A\" }, { value = \"b\", label = \"B\" }]\n";
        let english = format!("{HEAD}{question}");
        let head = "name = \"F\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\nsections = [\"S\"]\n[before]\nwho = \"W\"\n\
            next = \"N\"\n[after]\nnext = \"N\"\n[pages.p]\ntitle = \"T\"\n";
        let with = |rest: &str| errors(&[("f.toml", &english), ("cy/f.toml", &format!("{head}{rest}"))]);
        let whole = "[questions.q]\nlabel = \"C\"\nmissing = \"Dewiswch\"\noptions = { a = \"Â\", b = \"B\" }\n";
        assert_eq!(with(whole), Vec::<String>::new());
        assert_eq!(with(""), ["cy/f.toml:1: there are no words for the question \"q\""]);
        assert_eq!(
            with("[questions.q]\nlabel = \"C\"\nhint = \"H\"\noptions = { a = \"Â\", b = \"B\", c = \"C\" }\n"),
            [
                "cy/f.toml:13: [questions.q]: `missing` is missing",
                "cy/f.toml:13: [questions.q]: `hint` isn't there in English",
                "cy/f.toml:13: [questions.q]: `options.c` isn't there in English",
            ]
        );
        assert_eq!(with(&format!("{whole}[pages.x]\ntitle = \"X\"\n")), ["cy/f.toml:17: the form has no [pages.x]"]);
        assert!(with("[questions.q]\ncolour = \"red\"\n")[0].starts_with("cy/f.toml:14: unknown field"));
    }

    #[test]
    fn the_second_wording_is_read_and_translated_completely() {
        let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\nmissing = \"Select it\"\ntype = \"one-of\"\n\
            options = [{ value = \"a\", label = \"A\" }, { value = \"b\", label = \"B\" }]\n[sections.pages.questions.they]\n\
            label = \"They\"\noptions = [{ value = \"a\", label = \"Theirs\" }]\n";
        let english = format!("{HEAD}{question}");
        assert_eq!(errors(&[("f.toml", &english)]), Vec::<String>::new());
        let unknown = format!("{english}colour = 1\n");
        assert!(errors(&[("f.toml", &unknown)])[0].contains("unknown field `colour`"));
        let welsh = "name = \"F\"\nsummary = \"S\"\ntime = \"T\"\nanswer_within = \"A\"\nsections = [\"S\"]\n[before]\nwho = \"W\"\n\
            next = \"N\"\n[after]\nnext = \"N\"\n[pages.p]\ntitle = \"T\"\n[questions.q]\nlabel = \"C\"\nmissing = \"Dewiswch\"\n\
            options = { a = \"Â\", b = \"B\" }\n";
        let with = |rest: &str| errors(&[("f.toml", &english), ("cy/f.toml", &format!("{welsh}{rest}"))]);
        let whole = "[questions.q.they]\nlabel = \"Nhw\"\noptions = { a = \"Eu rhai nhw\" }\n";
        assert_eq!(with(whole), Vec::<String>::new());
        assert_eq!(
            with(""),
            [
                "cy/f.toml:13: [questions.q]: `they.label` is missing",
                "cy/f.toml:13: [questions.q]: `they.options.a` is missing",
            ]
        );
        assert_eq!(
            with(&whole.replace('}', ", b = \"B\" }\nhint = \"H\"")),
            [
                "cy/f.toml:13: [questions.q]: `they.hint` isn't there in English",
                "cy/f.toml:13: [questions.q]: `they.options.b` isn't there in English",
            ]
        );
    }

    #[test]
    fn the_schema_file_is_up_to_date() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/form.schema.json");
        let kept = std::fs::read_to_string(file).unwrap();
        assert!(kept == schema(), "regenerate it: care-online forms schema > docs/form.schema.json");
    }

    #[test]
    fn two_forms_with_one_key_are_refused() {
        let question = "[[sections.pages.questions]]\nkey = \"q\"\nlabel = \"Q\"\noptional = true\ntype = \"text\"\n";
        let text = format!("{HEAD}{question}");
        assert_eq!(errors(&[("a.toml", &text), ("b.toml", &text)]), ["b.toml:1: another form has the key \"f\""]);
    }
}
