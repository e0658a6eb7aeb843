//! The pages of a council beside its forms: "Help me choose", and pages in other languages. They are published with the
//! forms.

mod choosing;
mod file;
mod languages;
mod translation;

use crate::{FormError, FormErrors, Publication};
pub use choosing::HELP_ME_CHOOSE;
use form_engine::{choosing::HelpMeChoose, language::Language, language_page::LanguagePage};
pub use languages::LANGUAGES;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

/// The pages, as they are published and stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CouncilPages {
    /// "Help me choose", if the council has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help_me_choose: Option<Translated>,
    /// The pages in other languages whose translation was checked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Arc<LanguagePage>>,
}

/// "Help me choose" in each language it has been translated into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Translated {
    /// In English.
    pub english: Arc<HelpMeChoose>,
    /// The complete translations.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Language, Arc<HelpMeChoose>>,
}

impl Translated {
    /// In a language, or in English if there is no translation.
    pub fn read_in(&self, language: Language) -> &Arc<HelpMeChoose> {
        self.translations.get(&language).unwrap_or(&self.english)
    }

    /// In every language there is.
    pub fn all(&self) -> impl Iterator<Item = &Arc<HelpMeChoose>> {
        std::iter::once(&self.english).chain(self.translations.values())
    }
}

impl CouncilPages {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The same with the mirrored language, in which developers check pages written from right to left.
    #[must_use]
    pub fn with_mirrored(mut self) -> Self {
        if let Some(choosing) = &mut self.help_me_choose {
            let mut mirrored = HelpMeChoose::clone(&choosing.english);
            mirrored.each_text(&mut |text| *text = i18n::mirrored(text).into_owned());
            choosing.translations.insert(Language::Mirrored, Arc::new(mirrored));
        }
        self
    }
}

/// What a folder has of them.
#[derive(Default)]
pub struct Found {
    /// The pages that can be shown.
    pub pages: CouncilPages,
    /// Errors that must be fixed before anything can be published.
    pub errors: Vec<FormError>,
    /// Warnings, such as that nobody has checked a translation.
    pub lints: Vec<FormError>,
}

/// Reads the pages of a folder whose forms have these keys.
pub fn find(folder: &Path, forms: &BTreeSet<String>) -> Found {
    let mut found = Found::default();
    found.pages.help_me_choose = choosing::read(folder, forms, &mut found.errors);
    found.pages.languages = languages::read(folder, &mut found);
    found
}

/// The pages of a folder, or every error in them.
pub fn read(folder: &Path, forms: &[Publication]) -> Result<CouncilPages, FormErrors> {
    let keys = forms.iter().map(|publication| publication.form.key.clone()).collect();
    let Found { pages, errors, .. } = find(folder, &keys);
    if errors.is_empty() { Ok(pages) } else { Err(FormErrors(errors)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    const CHOOSING: &str = r#"[[questions]]
key = "danger"
title = "Is somebody in danger?"
missing = "Select yes if somebody is in danger"
options = [
  { value = "yes", label = "Yes", result = "call" },
  { value = "no", label = "No", hint = "Or I am not sure", ask = "who" },
]

[[questions]]
key = "who"
title = "Who needs help?"
missing = "Select who needs help"
options = [{ value = "me", label = "I do", result = "care" }, { value = "you", label = "You", result = "care" }]

[[results]]
key = "call"
title = "Call 999"
urgent = "Call [999](tel:999)."
body = "Do not wait."

[[results]]
key = "care"
title = "Ask for care"
body = "It is for you."
forms = ["care"]
"#;

    const WELSH: &str = r#"[questions.danger]
title = "A oes perygl?"
missing = "Dewiswch"
options = { yes = "Oes", no = { label = "Nac oes", hint = "Neu ddim yn siŵr" } }
[questions.who]
title = "Pwy?"
missing = "Dewiswch"
options = { me = "Fi", you = "Chi" }
[results.call]
title = "Ffoniwch 999"
urgent = "Ffoniwch [999](tel:999)."
body = "Peidiwch ag aros."
[results.care]
title = "Gofyn am ofal"
body = "I chi."
"#;

    const URDU: &str = "name = \"اردو\"\ntitle = \"مدد\"\nbody = \"کال کریں {phone}\"\n";
    const CHECKED: &str = "checked_by = \"A translator\"\nchecked_on = 2026-05-14\n";

    /// What a folder with these files has; the folder's own path is left out of errors.
    fn found(files: &[(&str, &str)]) -> (CouncilPages, Vec<String>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        for name in ["cy", "languages"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let found = find(folder.path(), &BTreeSet::from(["care".to_owned()]));
        let root = format!("{}/", folder.path().display());
        let said = |errors: Vec<FormError>| errors.iter().map(|error| error.to_string().replace(&root, "")).collect();
        (found.pages, said(found.errors), said(found.lints))
    }

    fn choosing_errors(old: &str, new: &str) -> Vec<String> {
        assert!(CHOOSING.contains(old), "{old}");
        found(&[("help-me-choose.toml", &CHOOSING.replacen(old, new, 1))]).1
    }

    #[test]
    fn a_folder_without_them_has_no_pages() {
        let (pages, errors, lints) = found(&[]);
        assert!(pages.is_empty() && errors.is_empty() && lints.is_empty());
    }

    #[test]
    fn the_questions_are_read_in_both_languages() {
        let (pages, errors, _) = found(&[("help-me-choose.toml", CHOOSING), ("cy/help-me-choose.toml", WELSH)]);
        assert_eq!(errors, Vec::<String>::new());
        let stored = serde_json::to_string(&pages).unwrap();
        assert_eq!(serde_json::from_str::<CouncilPages>(&stored).unwrap(), pages);
        let choosing = pages.help_me_choose.unwrap();
        let answers =
            BTreeMap::from([("danger", "no"), ("who", "me")].map(|(key, value)| (key.to_owned(), value.to_owned())));
        let result = |language| choosing.read_in(language).way(&answers).result.unwrap().clone();
        assert_eq!(result(Language::English).title, "Ask for care");
        let welsh = result(Language::Welsh);
        assert_eq!((welsh.title.as_str(), welsh.forms), ("Gofyn am ofal", vec!["care".to_owned()]));
    }

    #[test]
    fn an_error_in_the_questions_has_its_line() {
        assert_eq!(choosing_errors("Yes", "Oh yes"), Vec::<String>::new());
        assert_eq!(
            choosing_errors(", result = \"call\"", ""),
            [
                "help-me-choose.toml:6: the option \"yes\" needs one of `ask` and `result`",
                "help-me-choose.toml:2: \"danger\" has fewer than two options: a question needs at least two",
                "help-me-choose.toml:17: no answer leads to \"call\": let an option lead there, or remove it",
            ]
        );
        assert_eq!(
            choosing_errors("forms = [\"care\"]", "forms = [\"cure\"]"),
            ["help-me-choose.toml:23: it leads to the form \"cure\", which isn't in the folder: there are: care"]
        );
        assert!(
            choosing_errors("missing =", "colour = 1\nmissing =")[0].starts_with("help-me-choose.toml:4: unknown field")
        );
        assert!(choosing_errors("[[results]]", "[[results")[0].starts_with("help-me-choose.toml:16: "));
    }

    #[test]
    fn the_questions_are_translated_completely_or_not_at_all() {
        let errors = |welsh: &str| found(&[("help-me-choose.toml", CHOOSING), ("cy/help-me-choose.toml", welsh)]).1;
        assert_eq!(
            errors(&WELSH.replace("title = \"Pwy?\"\n", "")),
            ["cy/help-me-choose.toml:5: [questions.who]: `title` is missing"]
        );
        assert_eq!(
            errors(&WELSH.replace("me = \"Fi\"", "they = \"Nhw\"")),
            [
                "cy/help-me-choose.toml:5: [questions.who]: `options.me` is missing",
                "cy/help-me-choose.toml:5: [questions.who]: `options.they` isn't there in English",
            ]
        );
        assert_eq!(
            errors(&format!("{WELSH}urgent = \"Nawr\"\n[results.more]\ntitle = \"Mwy\"\n")),
            [
                "cy/help-me-choose.toml:13: [results.care]: `urgent` isn't there in English",
                "cy/help-me-choose.toml:17: [results.more]: it isn't there in English",
            ]
        );
    }

    #[test]
    fn a_page_in_another_language_is_shown_only_if_its_translation_was_checked() {
        let (pages, errors, lints) = found(&[("languages/ur.toml", &format!("{URDU}{CHECKED}"))]);
        assert!(errors.is_empty() && lints.is_empty(), "{errors:?} {lints:?}");
        let page = &pages.languages[0];
        assert_eq!((page.tag.as_str(), page.name.as_str(), page.direction()), ("ur", "اردو", "rtl"));
        let on = "checked_on = 2026-05-14\n";
        for unchecked in ["", "checked_by = \"A translator\"\n", on, "checked_by = \" \"\nchecked_on = 2026-05-14\n"] {
            let (pages, errors, lints) = found(&[("languages/ur.toml", &format!("{URDU}{unchecked}"))]);
            assert!(pages.is_empty() && errors.is_empty(), "{unchecked}: {errors:?}");
            assert!(lints[0].starts_with("languages/ur.toml:") && lints[0].contains("nobody has checked"), "{lints:?}");
        }
    }

    #[test]
    fn a_page_in_another_language_is_named_by_its_tag_and_has_texts_and_a_number() {
        let errors = |name: &str, text: &str| found(&[(name, &format!("{text}{CHECKED}"))]).1;
        assert_eq!(
            errors("languages/urdu.toml", URDU),
            ["languages/urdu.toml:1: \"urdu\" isn't the tag of a language: name the file like ar.toml, zh-Hant.toml or \
              pt-BR.toml"]
        );
        assert!(errors("languages/cy.toml", URDU)[0].contains("the whole service is in \"cy\""));
        assert_eq!(
            errors("languages/ur.toml", &URDU.replace("{phone}", "")),
            ["languages/ur.toml:3: `body` doesn't say which number to call: write a paragraph with {phone}"]
        );
        assert_eq!(
            errors("languages/ur.toml", &URDU.replace("اردو", "")),
            ["languages/ur.toml:1: `name` is empty: write the text of `name`"]
        );
        let long = URDU.replace("مدد", &"م".repeat(121));
        assert!(errors("languages/ur.toml", &long)[0].starts_with("languages/ur.toml:2: `title` is longer than 120"));
        let large = URDU.replace("{phone}", &"{phone}".repeat(20_000));
        assert_eq!(errors("languages/ur.toml", &large), ["languages/ur.toml:1: the file is larger than 64 kB"]);
        assert!(errors("languages/ur.toml", &format!("{URDU}colour = 1\n"))[0].contains("unknown field `colour`"));
        let time = found(&[("languages/ur.toml", &format!("{URDU}checked_by = \"A\"\nchecked_on = 10:30:00\n"))]).1;
        assert_eq!(time, ["languages/ur.toml:5: `checked_on` isn't a date: write it like 2026-05-14"]);
    }
}
