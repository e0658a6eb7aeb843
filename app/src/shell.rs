//! The HTML document around every page, and its content security policy.

use crate::{context, head::head, paths::CONFIRM, routes::App};
use leptos::{nonce::use_nonce, prelude::*};
use leptos_meta::MetaTags;

/// The document.
pub fn shell() -> impl IntoView {
    let (site, language) = (context::site(), context::language());
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    context::header(http::header::CONTENT_SECURITY_POLICY, &policy(&nonce, &forms_lead_to()));
    let behaviours = behaviours(&site.assets.behaviours, &nonce);
    view! {
        <!DOCTYPE html>
        <html lang=language.tag() dir=language.direction() class="govuk-template">
            <head>
                <meta charset="utf-8"/>
                {head(&site, language)}
                <MetaTags/>
            </head>
            <body class="govuk-template__body">
                {behaviours}
                <App/>
            </body>
        </html>
    }
}

/// GOV.UK Frontend's scripts. Its style sheet shows what needs them, such as "Show" beside a password, only if the
/// body has the right class before the page is drawn.
fn behaviours(address: &str, nonce: &str) -> impl IntoView + use<> {
    const SUPPORTED: &str = "document.body.className += ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '');";
    let (address, nonce) = (address.to_owned(), nonce.to_owned());
    (!address.is_empty()).then(|| {
        view! {
            <script nonce=nonce.clone()>{SUPPORTED}</script>
            <script type="module" nonce=nonce src=address></script>
        }
    })
}

/// Other origins that forms of the page may lead to. Browsers apply a page's policy to redirects after a form post
/// too, and buttons on the pages for signing in and for confirming lead to the council's identity provider.
fn forms_lead_to() -> Vec<String> {
    let provider = context::identity_provider().filter(|_| ["/sign-in", CONFIRM].contains(&context::path().as_str()));
    provider.map(|provider| provider.allowed_origins()).unwrap_or_default()
}

/// What a page may load and do. Everything else is off:
///
/// * scripts only with the nonce of this response, and what those load (`strict-dynamic`); WASM may be compiled;
/// * styles, images, fonts, the manifest and requests only from this origin (`data:` for small images in the style
///   sheet; a page may have its own style with the nonce of this response: the copy's reference in the footer of
///   printed pages);
/// * forms only to this origin and to `forms_lead_to`, no frames either way, no `<base>`.
pub fn policy(nonce: &str, forms_lead_to: &[String]) -> String {
    let elsewhere: String = forms_lead_to.iter().flat_map(|origin| [" ", origin]).collect();
    format!(
        "default-src 'none'; script-src 'strict-dynamic' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'{elsewhere}; \
         base-uri 'none'; frame-ancestors 'none'"
    )
}

/// The policy for a page without scripts and styles of its own, which needs no nonce.
pub const POLICY_WITHOUT_SCRIPTS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
