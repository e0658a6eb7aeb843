//! Error pages: first what happened to the answers, then what to do.

use super::{
    frame::{Frame, whole_title},
    layout::{Footer, Header, SkipLink},
};
use crate::{
    components::rich_text::rich_text,
    context::{self, Ports},
    error,
    head::head,
};
use http::StatusCode;
use i18n::{Language, Messages};
use leptos::prelude::*;
use ports::{ApiError, RequestId};
use std::sync::Arc;

/// The status for a form from a browser that doesn't keep cookies.
pub const COOKIES_BLOCKED: StatusCode = StatusCode::PRECONDITION_REQUIRED;

/// The errors of a request that have a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestError {
    NotFound,
    NotAPage,
    CookiesBlocked,
    Unreadable,
    TooLarge,
    Refused,
    Busy,
    Internal,
}

impl RequestError {
    const fn status(self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::NotAPage => StatusCode::METHOD_NOT_ALLOWED,
            Self::CookiesBlocked => COOKIES_BLOCKED,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Refused => StatusCode::FORBIDDEN,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn title(self, t: Messages) -> &'static str {
        match self {
            Self::NotFound => t.error_not_found(),
            Self::NotAPage => t.error_not_a_page(),
            Self::CookiesBlocked => t.error_cookies(),
            Self::Unreadable => t.error_unreadable(),
            Self::TooLarge => t.error_too_large(),
            Self::Refused => t.error_refused(),
            Self::Busy => t.error_busy(),
            Self::Internal => t.error_internal(),
        }
    }

    fn text(self, t: Messages) -> &'static str {
        match self {
            Self::NotFound => t.error_not_found_text(),
            Self::NotAPage => t.error_not_a_page_text(),
            Self::CookiesBlocked => t.error_cookies_text(),
            Self::Unreadable => t.error_unreadable_text(),
            Self::TooLarge => t.error_too_large_text(),
            Self::Refused => t.error_refused_text(),
            Self::Busy => t.error_busy_text(),
            Self::Internal => t.error_internal_text(),
        }
    }

    /// Whether the service is at fault, so that people may call about it.
    const fn is_ours(self) -> bool {
        matches!(self, Self::Busy | Self::Internal)
    }
}

/// The page for an [`ApiError`].
pub fn of(error: ApiError) -> impl IntoView {
    if error == ApiError::SignedOut {
        context::redirect("/timed-out");
    }
    trouble(for_status(error::status(error)))
}

/// The page for a status from the HTTP layer.
pub fn for_status(status: StatusCode) -> RequestError {
    match status {
        StatusCode::NOT_FOUND => RequestError::NotFound,
        StatusCode::METHOD_NOT_ALLOWED => RequestError::NotAPage,
        COOKIES_BLOCKED => RequestError::CookiesBlocked,
        StatusCode::PAYLOAD_TOO_LARGE => RequestError::TooLarge,
        StatusCode::FORBIDDEN => RequestError::Refused,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => RequestError::Busy,
        status if status.is_client_error() => RequestError::Unreadable,
        _ => RequestError::Internal,
    }
}

/// The page itself.
pub fn trouble(trouble: RequestError) -> impl IntoView {
    if !context::is_redirecting() {
        context::status(trouble.status());
    }
    view! {
        <Frame title=trouble.title(context::messages())>
            {content(trouble)}
        </Frame>
    }
}

/// The page for an unknown address, and for everything that doesn't belong to the caller.
#[component]
pub fn NotFound() -> impl IntoView {
    trouble(RequestError::NotFound)
}

/// A whole document for an error outside a page. It has no script, so it is sent with
/// [`crate::shell::POLICY_WITHOUT_SCRIPTS`].
pub fn document(ports: &Arc<Ports>, language: Language, status: StatusCode, request: Option<RequestId>) -> String {
    // Without a parent: a child of the owner on this thread could show data of another person's request.
    let owner = Owner::default();
    owner.with(|| {
        provide_context(ports.clone());
        provide_context(language);
        if let Some(request) = request {
            provide_context(request);
        }
        let trouble = for_status(status);
        let site = context::site();
        view! {
            <!DOCTYPE html>
            <html lang=language.tag() dir=language.direction() class="govuk-template">
                <head>
                    <meta charset="utf-8"/>
                    <title>{whole_title(Messages::of(language), trouble.title(Messages::of(language)), &site.council.name)}</title>
                    {head(&site, language)}
                </head>
                <body class="govuk-template__body">
                    <SkipLink/>
                    <Header/>
                    <div class="govuk-width-container care-page">
                        <main class="govuk-main-wrapper" id="main-content">{content(trouble)}</main>
                    </div>
                    <Footer/>
                </body>
            </html>
        }
        .to_html()
    })
}

fn content(trouble: RequestError) -> impl IntoView {
    let t = context::messages();
    let reference = context::request_id().filter(|_| trouble.is_ours());
    view! {
        <div class="care-measure">
            <h1 class="govuk-heading-l">{trouble.title(t)}</h1>
            {rich_text(trouble.text(t))}
            {reference.map(|id| rich_text(&t.error_reference(id.0)))}
        </div>
    }
}
