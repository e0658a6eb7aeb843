//! Links to the same page in other languages.

use crate::{
    components::form::{PAGE_FORM, SWITCH_LANGUAGE},
    context, paths,
};
use govuk::language_navigation::{self, LanguageNavigation, language_navigation};
use i18n::Language;
use leptos::prelude::*;

/// The languages of the service, if there is more than one.
#[component]
pub fn Languages() -> impl IntoView {
    let site = context::site();
    (site.languages.len() > 1).then(|| {
        let links = if paths::is_form_page(&context::path()) { buttons(&site.languages) } else { links(&site.languages) };
        view! { <div class="care-languages govuk-width-container">{links}</div> }
    })
}

fn links(languages: &[Language]) -> AnyView {
    let (here, now) = (context::path_and_flags(), context::language());
    let item = |language: &Language| language_navigation::Language {
        content: language.own_name().into(),
        href: format!("/language/{}?page={here}", language.tag()),
        current: *language == now,
        lang: language.tag().into(),
        dir: if language.direction() == now.direction() { String::new() } else { language.direction().into() },
        ..language_navigation::Language::default()
    };
    language_navigation(LanguageNavigation {
        items: languages.iter().map(item).collect(),
        aria_label: context::messages().language_navigation().into(),
        ..LanguageNavigation::default()
    })
}

/// On a page of a form the languages are buttons that send the page, so that what is typed is saved before the
/// language changes.
fn buttons(languages: &[Language]) -> AnyView {
    let now = context::language();
    let item = |language: &Language| {
        let (tag, name) = (language.tag(), language.own_name());
        let choice = if *language == now {
            view! { <span class="govuk-language-navigation__text" aria-current="true" lang=tag>{name}</span> }.into_any()
        } else {
            let value = format!("{SWITCH_LANGUAGE}{tag}");
            view! {
                <button class="care-link-button govuk-language-navigation__link" type="submit" form=PAGE_FORM name="go" value=value lang=tag>
                    {name}
                </button>
            }
            .into_any()
        };
        view! { <li class="govuk-language-navigation__list-item">{choice}</li> }
    };
    view! {
        <nav class="govuk-language-navigation" aria-label=context::messages().language_navigation()>
            <ul class="govuk-language-navigation__list">{languages.iter().map(item).collect_view()}</ul>
        </nav>
    }
    .into_any()
}
