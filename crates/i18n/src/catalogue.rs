//! The catalogue in memory: the messages of each language, read once.

use crate::{CY, EN_GB, NAMES, mirror};
use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use form_engine::language::Language;
use std::sync::{LazyLock, OnceLock};
use unic_langid::LanguageIdentifier;

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::English)));
static WELSH: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::Welsh)));
static MIRRORED: LazyLock<LanguageBundle> = LazyLock::new(|| LanguageBundle::new(bundle(Language::Mirrored)));

/// A language. Messages without arguments are formatted on first use and kept.
struct LanguageBundle {
    bundle: Bundle,
    fixed: Vec<OnceLock<String>>,
}

impl LanguageBundle {
    fn new(bundle: Bundle) -> Self {
        Self { bundle, fixed: NAMES.iter().map(|_| OnceLock::new()).collect() }
    }
}

fn bundle_of(language: Language) -> &'static LanguageBundle {
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
    // The plural rules: Welsh has six forms.
    let counts: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![counts]);
    let is_mirrored = language == Language::Mirrored;
    // Isolation marks around values keep left-to-right names apart in right-to-left text. Elsewhere they aren't
    // needed.
    bundle.set_use_isolating(is_mirrored);
    if is_mirrored {
        bundle.set_transform(Some(mirror::mirrored));
    }
    for source in sources {
        // The build script has parsed every file, so errors can't occur here.
        let resource = FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// A message without arguments.
pub fn fixed(language: Language, index: usize) -> &'static str {
    let text = bundle_of(language).fixed.get(index);
    text.map_or("", |text| text.get_or_init(|| t(language, index, None)))
}

/// A message with its arguments; in English if the language doesn't have it yet.
pub fn t(language: Language, index: usize, args: Option<&FluentArgs<'_>>) -> String {
    let Some(name) = NAMES.get(index) else { return String::new() };
    let in_language = |bundle: &Bundle| {
        let pattern = bundle.get_message(name)?.value()?;
        Some(bundle.format_pattern(pattern, args, &mut Vec::new()).into_owned())
    };
    in_language(&bundle_of(language).bundle).or_else(|| in_language(&ENGLISH.bundle)).unwrap_or_default()
}
