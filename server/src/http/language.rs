//! The language of a response: the one the person chose, else the configured language that their browser prefers, else
//! the first in the settings.

use super::WebState;
use app::{cookies::Cookie, location::Location};
use axum::{
    extract::{Path, Query, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use form_engine::language::Language;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

/// Chooses the language and puts it into the request's extensions.
pub async fn find(State(web): State<WebState>, mut request: Request, next: Next) -> Response {
    let language = choice(&web, request.headers());
    request.extensions_mut().insert(language);
    next.run(request).await
}

/// The language that [`find`] chose for a request.
pub fn of(request: &Request) -> Language {
    request.extensions().get::<Language>().copied().unwrap_or_default()
}

pub fn choice(web: &WebState, headers: &HeaderMap) -> Language {
    let spoken = &web.ports.site.languages;
    let chosen = web.ports.cookies.read(headers, Cookie::Language).and_then(|tag| Language::from_tag(&tag));
    chosen
        .filter(|language| spoken.contains(language))
        .or_else(|| wanted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?, spoken))
        .or_else(|| spoken.first().copied())
        .unwrap_or_default()
}

/// The configured language that a browser prefers: the highest weight wins (`q`, by default 1), then the order; 0
/// refuses a language. `fluent-langneg` ignores the weights.
fn wanted(accepted: &str, spoken: &[Language]) -> Option<Language> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().trim().to_ascii_lowercase();
    let language = |tag: &str| spoken.iter().copied().find(|language| primary(language.tag()) == primary(tag));
    let weighted = accepted.split(',').filter_map(|entry| {
        let (tag, parameter) = entry.split_once(';').unwrap_or((entry, ""));
        let weight = parameter.trim().trim_start_matches(['q', 'Q', '=']).parse().unwrap_or(1.0);
        (weight > 0.0).then_some((weight, language(tag)?))
    });
    let mut weighted: Vec<(f32, Language)> = weighted.collect();
    weighted.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    weighted.first().map(|(_, language)| *language)
}

#[derive(Deserialize)]
pub struct ReturnTo {
    /// The page to return to.
    #[serde(default)]
    page: String,
}

/// Stores the chosen language in a cookie and redirects to the page.
pub async fn choose(State(web): State<WebState>, Path(tag): Path<String>, Query(return_to): Query<ReturnTo>) -> Response {
    let page = String::from(Location::parse(&return_to.page).unwrap_or_default());
    let chosen = Language::from_tag(&tag).filter(|language| web.ports.site.languages.contains(language));
    let to = [(header::LOCATION, page)];
    match chosen {
        Some(language) => {
            let cookie = web.ports.cookies.set(Cookie::Language, language.tag());
            (StatusCode::SEE_OTHER, to, [(header::SET_COOKIE, cookie)]).into_response()
        }
        None => (StatusCode::SEE_OTHER, to).into_response(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preferred_language_that_the_service_has_is_chosen() {
        let spoken = [Language::English, Language::Welsh];
        for (accepted, language) in [
            ("cy", Some(Language::Welsh)),
            ("cy-GB,en;q=0.8", Some(Language::Welsh)),
            ("fr-FR, en-US;q=0.9, cy;q=0.5", Some(Language::English)),
            ("en;q=0.5, cy", Some(Language::Welsh)),
            ("en; q=0.2 , fr;q=1, cy;Q=0.3", Some(Language::Welsh)),
            ("cy;q=0.8, en;q=0.8", Some(Language::Welsh)),
            ("cy;q=0, en-GB;q=0.001", Some(Language::English)),
            ("cy;q=0.0", None),
            ("cy;q=much, en", Some(Language::Welsh)),
            ("ar, ur;q=0.5", None),
            ("", None),
        ] {
            assert_eq!(wanted(accepted, &spoken), language, "{accepted}");
        }
    }
}
