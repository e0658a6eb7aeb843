//! The catalogue in memory: each language's messages, read once.

use crate::{CY, EN_GB, NAMES, mirror};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use form_engine::language::Language;
use std::sync::{LazyLock, OnceLock};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::English)));
static WELSH: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::Welsh)));
static MIRRORED: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::Mirrored)));

/// A language with those of its messages that need no values, each made when it is first said.
struct LanguageBundle {
    bundle: Bundle,
    fixed: Vec<OnceLock<String>>,
}

impl LanguageBundle {
    fn new(bundle: Bundle) -> Self {
        Self { bundle, fixed: NAMES.iter().map(|_| OnceLock::new()).collect() }
    }
}

fn spoken(language: Language) -> &'static LanguageBundle {
    match language {
        Language::English => &ENGLISH,
        Language::Welsh => &WELSH,
        Language::Mirrored => &MIRRORED,
    }
}

fn bundle(language: Language) -> Bundle {
    let sources = match language {
        Language::English | Language::Mirrored => EN_GB,
        Language::Welsh => CY,
    };
    // How it counts: Welsh has six forms for numbers.
    let counts: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![counts]);
    let is_mirrored = language == Language::Mirrored;
    // Marks around values keep names in another direction apart; where all is one direction they would only be in the way.
    bundle.set_use_isolating(is_mirrored);
    if is_mirrored {
        bundle.set_transform(Some(mirror::mirrored));
    }
    for source in sources {
        // The build has read every file: what can't be read doesn't get here.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A message that takes no values.
pub fn fixed(language: Language, index: usize) -> &'static str {
    let kept = spoken(language).fixed.get(index);
    kept.map_or("", |kept| kept.get_or_init(|| t(language, index, None)))
}

/// A message with its values; in English where the language doesn't say it yet.
pub fn t(language: Language, index: usize, args: Option<&FluentArgs<'_>>) -> String {
    let Some(name) = NAMES.get(index) else { return String::new() };
    let in_language = |bundle: &Bundle| {
        let pattern = bundle.get_message(name)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    };
    in_language(&spoken(language).bundle).or_else(|| in_language(&ENGLISH.bundle)).unwrap_or_default()
}
