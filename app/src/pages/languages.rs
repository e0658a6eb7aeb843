//! Links to the same page in other languages.

use crate::{
    components::form::{MainFormSlot, PAGE_FORM, SWITCH_LANGUAGE, SWITCH_PAGE},
    context, paths,
};
use govuk::language_navigation::{self, LanguageNavigation, language_navigation};
use i18n::Language;
use leptos::prelude::*;

/// The languages under the header. On pages where something is typed [`page_languages`] shows them.
#[component]
pub fn Languages() -> impl IntoView {
    let languages = languages().filter(|_| !has_own(&context::path()));
    languages.map(|languages| view! { <div class="care-languages govuk-width-container">{links(&languages)}</div> })
}

/// The languages of a page of a form or an account, or of "Help me choose", which come after its content: buttons that submit its form, or links
/// if it has none. Enter in an input presses the first button of the document that submits the form, and that must be
/// "Continue". On screen they are under the header, as on every page.
pub fn page_languages(has_form: bool) -> impl IntoView {
    let path = context::path();
    let languages = languages().filter(|_| has_own(&path));
    languages.map(|languages| {
        let languages = match (paths::is_form_page(&path), has_form || MainFormSlot::is_filled()) {
            (_, false) => links(&languages),
            (true, true) => buttons(&languages, saving_button),
            (false, true) => buttons(&languages, keeping_button),
        };
        view! { <div class="care-languages">{languages}</div> }
    })
}

/// Whether the languages of a page are part of it, because something may be typed there.
fn has_own(path: &str) -> bool {
    paths::is_form_page(path) || paths::is_about_an_account(path) || paths::is_help_me_choose(path)
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

/// On a page where something is typed the languages are buttons that send it.
fn buttons(languages: &[Language], button: fn(Language) -> AnyView) -> AnyView {
    let now = context::language();
    let item = |language: &Language| {
        let (tag, name) = (language.tag(), language.own_name());
        let choice = if *language == now {
            view! { <span class="govuk-language-navigation__text" aria-current="true" lang=tag>{name}</span> }.into_any()
        } else {
            button(*language)
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

const BUTTON: &str = "care-link-button govuk-language-navigation__link";

/// Saves the page of a form before the language changes.
fn saving_button(language: Language) -> AnyView {
    let (tag, value) = (language.tag(), format!("{SWITCH_LANGUAGE}{}", language.tag()));
    view! {
        <button class=BUTTON type="submit" form=PAGE_FORM name="go" value=value lang=tag>
            {language.own_name()}
        </button>
    }
    .into_any()
}

/// Keeps what was typed on a page that stores nothing for the same page in the other language.
fn keeping_button(language: Language) -> AnyView {
    let (tag, here) = (language.tag(), context::path_and_flags());
    let keep = format!("/language/{tag}");
    view! {
        <button class=BUTTON type="submit" form=PAGE_FORM formaction=keep name=SWITCH_PAGE value=here lang=tag>
            {language.own_name()}
        </button>
    }
    .into_any()
}
