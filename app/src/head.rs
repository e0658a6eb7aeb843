//! The head of every document, error pages included: style sheets, icons, the council's colour.

use form_engine::language::Language;
use leptos::prelude::*;
use ports::{Icon, Site};

/// The links and the theme colour, from the settings and the text direction of the language.
pub fn head(site: &Site, language: Language) -> impl IntoView + use<> {
    let look = &site.look;
    // After the main style sheet, because it overrides its colours.
    let own = look.sheet.clone().map(|address| view! { <link rel="stylesheet" href=address/> });
    view! {
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
        <meta name="theme-color" content=look.colour.clone()/>
        <meta name="color-scheme" content="light"/>
        {look.icons.iter().map(icon).collect_view()}
        <link rel="manifest" href="/manifest.webmanifest"/>
        <link rel="stylesheet" href=site.assets.style_sheet(language)/>
        {own}
    }
}

fn icon(icon: &Icon) -> impl IntoView + use<> {
    view! { <link rel=icon.rel href=icon.address.clone() type=icon.kind sizes=icon.sizes.clone()/> }
}
