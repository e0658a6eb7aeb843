//! In which language a request is answered: the one the person chose, else the first of their browser's that the service
//! speaks, else the first of the settings.

use super::Web;
use app::{cookies::Cookie, location::Location};
use axum::{
    extract::{Path, Query, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use form_engine::language::Language;
use http::{HeaderMap, StatusCode, header};
use serde::Deserialize;

/// Finds the language for everything that comes after.
pub async fn find(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let language = choice(&web, request.headers());
    request.extensions_mut().insert(language);
    next.run(request).await
}

/// The language that a request is answered in, as [`find`] found it.
pub fn of(request: &Request) -> Language {
    request.extensions().get::<Language>().copied().unwrap_or_default()
}

fn choice(web: &Web, headers: &HeaderMap) -> Language {
    let spoken = &web.ports.site.languages;
    let chosen = web.ports.cookies.read(headers, Cookie::Language).and_then(|tag| Language::from_tag(&tag));
    chosen
        .filter(|language| spoken.contains(language))
        .or_else(|| wanted(headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok()?, spoken))
        .or_else(|| spoken.first().copied())
        .unwrap_or_default()
}

/// The first language of a browser's list that is spoken here. Browsers write the list in the order of preference.
fn wanted(accepted: &str, spoken: &[Language]) -> Option<Language> {
    let primary = |tag: &str| tag.split([';', '-']).next().unwrap_or_default().trim().to_ascii_lowercase();
    accepted.split(',').find_map(|tag| spoken.iter().copied().find(|language| primary(language.tag()) == primary(tag)))
}

#[derive(Deserialize)]
pub struct ReturnTo {
    /// The page to come back to.
    #[serde(default)]
    page: String,
}

/// Remembers a language and shows the page again in it.
pub async fn choose(State(web): State<Web>, Path(tag): Path<String>, Query(whence): Query<ReturnTo>) -> Response {
    let page = String::from(Location::parse(&whence.page).unwrap_or_default());
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
    fn the_first_language_that_both_know_is_taken() {
        let spoken = [Language::English, Language::Welsh];
        for (accepted, language) in [
            ("cy", Some(Language::Welsh)),
            ("cy-GB,en;q=0.8", Some(Language::Welsh)),
            ("fr-FR, en-US;q=0.9, cy;q=0.5", Some(Language::English)),
            ("ar, ur;q=0.5", None),
            ("", None),
        ] {
            assert_eq!(wanted(accepted, &spoken), language, "{accepted}");
        }
    }
}
