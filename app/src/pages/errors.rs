//! What is shown when something can't be: what happened to the answers first, then what to do.

use super::{
    frame::{Frame, whole_title},
    layout::{Footer, Header, SkipLink},
};
use crate::{components::rich_text::rich_text, context, error::ApiError, head::head, ports::Ports, shell::policy};
use http::StatusCode;
use leptos::prelude::*;
use words::{Language, Words};

/// A page that says what went wrong, with its status.
pub struct Trouble {
    pub status: StatusCode,
    pub title: &'static str,
    pub text: &'static str,
}

const NOT_FOUND: Trouble = Trouble {
    status: StatusCode::NOT_FOUND,
    title: "Page not found",
    text: "If you typed the address, check it is right.\n\nIf you followed a link to a saved form, the form may have been sent, deleted, \
        or kept for as long as we said. Look under [Recover a form](/recover) and [Submitted forms](/submitted).\n\n\
        If you need help, call us on {phone}.",
};

const UNREADABLE: Trouble = Trouble {
    status: StatusCode::BAD_REQUEST,
    title: "There is a problem with what was sent",
    text: "We could not read what your browser sent, so nothing was changed. What you saved before is safe.\n\n\
        Go back to the page with your browser's Back button. What you typed may still be there. Then try again.\n\n\
        If it happens again, call us on {phone}.",
};

const TOO_LARGE: Trouble = Trouble {
    status: StatusCode::PAYLOAD_TOO_LARGE,
    title: "That is too much to send at once",
    text: "The page held more text than we can take, so nothing was changed. What you saved before is safe.\n\n\
        Go back with your browser's Back button, make the answers shorter, and try again.",
};

const REFUSED: Trouble = Trouble {
    status: StatusCode::FORBIDDEN,
    title: "This page is no longer up to date",
    text: "You may have signed in or out since you opened the page, so nothing was changed. What you saved before is safe.\n\n\
        Go back with your browser's Back button, load the page again, and try once more. Copy what you typed first, if there is any.",
};

const BUSY: Trouble = Trouble {
    status: StatusCode::SERVICE_UNAVAILABLE,
    title: "The service is very busy",
    text: "What you saved before is safe. Wait a minute, then go back with your browser's Back button and try again.",
};

const INTERNAL: Trouble = Trouble {
    status: StatusCode::INTERNAL_SERVER_ERROR,
    title: "There is a problem with the service",
    text: "What you saved before is safe. What you typed on the last page may not be saved.\n\n\
        Go back with your browser's Back button and try again in a few minutes.\n\n\
        If it can't wait, call us on {phone}.",
};

/// The page for an error.
pub fn of(error: ApiError) -> impl IntoView {
    if error == ApiError::SignedOut {
        context::redirect("/timed-out");
    }
    trouble(match error {
        ApiError::NotFound => &NOT_FOUND,
        ApiError::Unreadable | ApiError::Stale | ApiError::SignedOut => &UNREADABLE,
        ApiError::Busy => &BUSY,
        ApiError::Internal => &INTERNAL,
    })
}

/// The page for a status that the HTTP layer gave.
pub fn for_status(status: StatusCode) -> &'static Trouble {
    match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => &NOT_FOUND,
        StatusCode::PAYLOAD_TOO_LARGE => &TOO_LARGE,
        StatusCode::FORBIDDEN => &REFUSED,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => &BUSY,
        status if status.is_client_error() => &UNREADABLE,
        _ => &INTERNAL,
    }
}

/// The page itself.
pub fn trouble(trouble: &'static Trouble) -> impl IntoView {
    if !context::is_redirecting() {
        context::status(trouble.status);
    }
    view! {
        <Frame title=trouble.title>
            {words(trouble)}
        </Frame>
    }
}

/// The page for an address that leads nowhere, and for everything that isn't the caller's.
#[component]
pub fn NotFound() -> impl IntoView {
    trouble(&NOT_FOUND)
}

/// A whole document for an error outside a page, with its content security policy.
pub fn document(ports: &Ports, language: Language, status: StatusCode) -> (String, String) {
    // Without a parent: a child of whatever is on the thread could show what belongs to somebody else's request.
    let owner = Owner::default();
    let html = owner.with(|| {
        provide_context(ports.clone());
        provide_context(language);
        let trouble = for_status(status);
        let site = context::site();
        view! {
            <!DOCTYPE html>
            <html lang=language.tag() dir=language.direction() class="govuk-template">
                <head>
                    <meta charset="utf-8"/>
                    <title>{whole_title(Words::of(language), trouble.title, &site.council.name)}</title>
                    {head(&site, language)}
                </head>
                <body class="govuk-template__body">
                    <SkipLink/>
                    <Header/>
                    <div class="govuk-width-container care-page">
                        <main class="govuk-main-wrapper" id="main-content">{words(trouble)}</main>
                    </div>
                    <Footer/>
                </body>
            </html>
        }
        .to_html()
    });
    (html, policy("none"))
}

fn words(trouble: &'static Trouble) -> impl IntoView {
    view! {
        <div class="care-measure">
            <h1 class="govuk-heading-l">{trouble.title}</h1>
            {rich_text(trouble.text)}
        </div>
    }
}
