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
mod tests;
