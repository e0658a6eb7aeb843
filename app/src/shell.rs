//! The HTML document around every page, and the content security policy that comes with it.

use crate::{context, head::head, pages::account::CONFIRM, routes::App};
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

/// GOV.UK Frontend's behaviours. Its style sheet shows what needs them, such as "Show" beside a password, only where the
/// body says before the page is drawn that they can run.
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

/// Where forms of the page may lead besides here. Browsers hold the redirect that answers a form to the policy of its page,
/// and the buttons on the pages to sign in and to confirm that it is you lead to the council's identity provider.
fn forms_lead_to() -> Vec<String> {
    let provider = context::identity_provider().filter(|_| ["/sign-in", CONFIRM].contains(&context::path().as_str()));
    provider.map(|provider| provider.leads_to()).unwrap_or_default()
}

/// What a page may load and do. Everything is off but what is named:
///
/// * scripts only with this response's nonce, and what those load (`strict-dynamic`); WASM may be compiled;
/// * styles, images, fonts, the manifest and requests only from here (`data:` for the small pictures in the style sheet;
///   a page may carry a style of its own with this response's nonce: the copy's reference for the foot of printed pages);
/// * forms only to here and where `forms_lead_to` says, no frames either way, no `<base>`.
pub fn policy(nonce: &str, forms_lead_to: &[String]) -> String {
    let elsewhere: String = forms_lead_to.iter().flat_map(|origin| [" ", origin]).collect();
    format!(
        "default-src 'none'; script-src 'strict-dynamic' 'nonce-{nonce}' 'wasm-unsafe-eval'; style-src 'self' 'nonce-{nonce}'; \
         img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'{elsewhere}; \
         base-uri 'none'; frame-ancestors 'none'"
    )
}

/// The same for a page that has no script and no style of its own, and so needs no nonce.
pub const POLICY_WITHOUT_SCRIPTS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
     manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
