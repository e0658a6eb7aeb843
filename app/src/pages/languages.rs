//! Links to the same page in other languages.

use crate::{
    components::form::{PAGE_FORM, SWITCH_LANGUAGE},
    context, paths,
};
use govuk::language_navigation::{self, LanguageNavigation, language_navigation};
use i18n::Language;
use leptos::prelude::*;

/// The languages under the header. On pages of forms [`page_languages`] shows them.
#[component]
pub fn Languages() -> impl IntoView {
    let languages = languages().filter(|_| !paths::is_form_page(&context::path()));
    languages.map(|languages| view! { <div class="care-languages govuk-width-container">{links(&languages)}</div> })
}

/// The languages of a page of a form, which come after its content: buttons that submit the form, or links if the page
/// has none. Enter in an input presses the first button of the document that submits the form, and that must be
/// "Continue". On screen they are under the header, as on every page.
pub fn page_languages(has_form: bool) -> impl IntoView {
    let languages = languages().filter(|_| paths::is_form_page(&context::path()));
    languages.map(|languages| {
        let languages = if has_form { buttons(&languages) } else { links(&languages) };
        view! { <div class="care-languages">{languages}</div> }
    })
}

/// The languages of the service, if there is more than one.
fn languages() -> Option<Vec<Language>> {
    Some(context::site().languages.clone()).filter(|languages| languages.len() > 1)
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
