//! Links to the same page in other languages.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

pub struct LanguageNavigation {
    pub items: Vec<Language>,
    /// The label of the navigation: "Language".
    pub aria_label: String,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for LanguageNavigation {
    fn default() -> Self {
        Self { items: Vec::new(), aria_label: "Language".into(), classes: String::new(), attributes: Attributes::default() }
    }
}

#[derive(Default)]
pub struct Language {
    /// The language's name, in that language.
    pub content: Content,
    /// The page in that language.
    pub href: String,
    /// Whether this is the language of the page. An item without an address counts as current too.
    pub current: bool,
    /// The language code, such as `cy`.
    pub lang: String,
    /// The language code of the linked page, if different.
    pub href_lang: String,
    /// `rtl` for a language written from right to left.
    pub dir: String,
    /// Read out after the name, in the language of this page.
    pub language_description_text: String,
    pub classes: String,
    pub attributes: Attributes,
}

pub fn language_navigation(navigation: LanguageNavigation) -> AnyView {
    let class = classes("govuk-language-navigation", &[&navigation.classes]);
    let items = navigation.items.into_iter().map(item).collect_view();
    view! {
        <nav {..navigation.attributes.spread()} class=class aria-label=navigation.aria_label>
            <ul class="govuk-language-navigation__list">{items}</ul>
        </nav>
    }
    .into_any()
}

fn item(item: Language) -> AnyView {
    let (lang, dir) = (non_empty(item.lang), non_empty(item.dir));
    let view = if item.current || item.href.is_empty() {
        let class = classes("govuk-language-navigation__text", &[&item.classes]);
        view! {
            <span {..item.attributes.spread()} class=class aria-current="true" lang=lang dir=dir>{item.content}</span>
        }
        .into_any()
    } else {
        let class = classes("govuk-language-navigation__link", &[&item.classes]);
        let href_lang = non_empty(item.href_lang).or_else(|| lang.clone());
        let description = non_empty(item.language_description_text)
            .map(|text| view! { <span class="govuk-visually-hidden">{format!(" {text}")}</span> });
        view! {
            <a {..item.attributes.spread()} class=class href=item.href rel="alternate" lang=lang hreflang=href_lang dir=dir>
                {item.content}
                {description}
            </a>
        }
        .into_any()
    };
    view! { <li class="govuk-language-navigation__list-item">{view}</li> }.into_any()
}
