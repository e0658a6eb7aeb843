//! What a page or a server function may ask of the request it serves.

use crate::{
    cookies::{Cookie, Cookies},
    error::WireError,
    location::Location,
    segment::PathSegment,
};
use http::{HeaderValue, StatusCode, header, request::Parts};
use i18n::{Language, Messages};
use leptos::prelude::*;
use leptos_axum::ResponseOptions;
use ports::{
    Accounts, ApiError, Caller, ContactChanges, Council, Device, Drafts, Forms, IdentityProvider, LocalClock, LostPhone,
    Network, Outbox, Owner, PersonalDetails, Resident, Seals, Security, Site, Submissions,
};
use std::sync::Arc;

/// Everything pages and server functions may call, handed over in context.
#[derive(Clone)]
pub struct Ports {
    pub site: Arc<Site>,
    pub forms: Arc<dyn Forms>,
    pub drafts: Arc<dyn Drafts>,
    pub submissions: Arc<dyn Submissions>,
    pub accounts: Arc<dyn Accounts>,
    /// The council's own sign-in, if there is one.
    pub identity_provider: Option<Arc<dyn IdentityProvider>>,
    pub security: Arc<dyn Security>,
    pub lost_phone: Arc<dyn LostPhone>,
    pub contact: Arc<dyn ContactChanges>,
    pub details: Arc<dyn PersonalDetails>,
    pub outbox: Arc<dyn Outbox>,
    pub seals: Arc<dyn Seals>,
    pub clock: Arc<dyn LocalClock>,
    pub cookies: Cookies,
    /// Where the built files are, for the scripts of the islands.
    pub leptos: LeptosOptions,
}

/// The ports, put into context by the server for every request.
pub fn ports() -> Result<Ports, ApiError> {
    use_context::<Ports>().ok_or(ApiError::Internal)
}

/// The settings that pages show.
///
/// Route listing renders pages without a request; those see an empty site.
pub fn site() -> Arc<Site> {
    use_context::<Ports>().map_or_else(|| Arc::new(empty_site()), |ports| ports.site)
}

/// The council's own sign-in, if there is one.
pub fn identity_provider() -> Option<Arc<dyn IdentityProvider>> {
    use_context::<Ports>()?.identity_provider
}

fn empty_site() -> Site {
    let council = Council {
        name: String::new(),
        phone: String::new(),
        out_of_hours: String::new(),
        email: String::new(),
        address: String::new(),
        website: String::new(),
    };
    let assets = ports::Assets::default();
    let look = ports::CouncilBranding::default();
    Site {
        council,
        public_url: String::new(),
        development: false,
        idle_minutes: 0,
        draft_days: 0,
        copy_days: 0,
        languages: Vec::new(),
        assets,
        look,
    }
}

/// The language of the request, as the HTTP layer found out: chosen by the person, or asked for by their browser.
pub fn language() -> Language {
    use_context::<Parts>()
        .and_then(|parts| parts.extensions.get::<Language>().copied())
        .or_else(use_context)
        .unwrap_or_default()
}

/// What the service says, in the language of the request.
pub fn messages() -> Messages {
    Messages::of(language())
}

/// Who asks, as the session layer found out before the page ran.
pub fn caller() -> Caller {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Caller>().cloned()).unwrap_or_default()
}

pub fn owner() -> Result<Owner, ApiError> {
    caller().owner().ok_or(ApiError::SignedOut)
}

pub fn resident() -> Result<Arc<Resident>, ApiError> {
    caller().resident().cloned().ok_or(ApiError::SignedOut)
}

/// What the browser says it is.
pub fn device() -> Device {
    let parts = use_context::<Parts>();
    let agent = parts.as_ref().and_then(|parts| parts.headers.get(header::USER_AGENT)?.to_str().ok());
    Device::from_user_agent(agent.unwrap_or_default())
}

/// Where the request comes from, if the HTTP layer found out.
pub fn network() -> Option<Network> {
    use_context::<Parts>().and_then(|parts| parts.extensions.get::<Network>().cloned())
}

/// The path of the request.
pub fn path() -> String {
    use_context::<Parts>().map(|parts| parts.uri.path().to_owned()).unwrap_or_default()
}

/// The path with what stands after its question mark: flags of the service's own, never anything typed.
pub fn path_and_flags() -> String {
    let whole = use_context::<Parts>().and_then(|parts| parts.uri.path_and_query().map(ToString::to_string));
    whole.map(|whole| whole.replace('&', "%26")).unwrap_or_default()
}

/// Whether the address carries a word after its question mark: `?check`.
pub fn flagged(word: &str) -> bool {
    query(word).is_some()
}

/// The value of a word after the question mark; empty if it has none.
pub fn query(word: &str) -> Option<String> {
    let parts = use_context::<Parts>()?;
    let pair = parts
        .uri
        .query()?
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .find(|(key, _)| *key == word)?;
    Some(pair.1.to_owned())
}

/// Whether the address carries anything after its question mark.
pub fn has_query() -> bool {
    use_context::<Parts>().is_some_and(|parts| parts.uri.query().is_some_and(|query| !query.is_empty()))
}

/// The value of a word after the question mark, decoded: for what others write there.
pub fn decoded_query(word: &str) -> Option<String> {
    leptos_router::hooks::use_query_map().with_untracked(|query| query.get(word))
}

/// The value of a cookie.
pub fn cookie(cookie: Cookie) -> Option<String> {
    let parts = use_context::<Parts>()?;
    use_context::<Ports>()?.cookies.read(&parts.headers, cookie)
}

pub fn set_cookie(cookie: Cookie, value: &str) {
    if let Some(ports) = use_context::<Ports>() {
        append(header::SET_COOKIE, &ports.cookies.set(cookie, value));
    }
}

/// Gives the browser a cookie for a number of seconds.
pub fn set_cookie_for(cookie: Cookie, value: &str, seconds: i64) {
    if let Some(ports) = use_context::<Ports>() {
        append(header::SET_COOKIE, &ports.cookies.set_for(cookie, value, seconds));
    }
}

pub fn clear_cookie(cookie: Cookie) {
    if let Some(ports) = use_context::<Ports>() {
        append(header::SET_COOKIE, &ports.cookies.clear(cookie));
    }
}

fn append(name: header::HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.append_header(name, value);
    }
}

/// Sets a header of the response.
pub fn header(name: header::HeaderName, value: &str) {
    if let (Some(response), Ok(value)) = (use_context::<ResponseOptions>(), HeaderValue::from_str(value)) {
        response.insert_header(name, value);
    }
}

/// The header by which a server function that failed tells the HTTP layer which page to show to a browser without scripts.
pub const ERROR_HEADER: &str = "x-care-error";

/// What a redirect of ours says there. One without it is the `server_fn` crate's own, for a request it could not read.
pub const NO_ERROR: &str = "none";

/// Marks the response as failed. A plain form gets the page for it; nothing of it goes into an address.
pub fn refuse(error: ApiError) -> WireError {
    header(header::HeaderName::from_static(ERROR_HEADER), error.code());
    error.into()
}

/// The token that every form of this session carries.
pub fn form_token() -> String {
    use_context::<Ports>().map(|ports| ports.seals.form_token(&caller())).unwrap_or_default()
}

/// The value of a part of the path: the `id` of `/drafts/:id`. What can't be one of ours isn't there.
pub fn param(name: &str) -> Result<PathSegment, ApiError> {
    optional_param(name)?.ok_or(ApiError::NotFound)
}

/// The same for a part that not every address of the page has.
pub fn optional_param(name: &str) -> Result<Option<PathSegment>, ApiError> {
    let text = leptos_router::hooks::use_params_map().with_untracked(|params| params.get(name));
    text.map(|text| text.parse().map_err(|_| ApiError::NotFound)).transpose()
}

/// Sets the status of the page being rendered.
pub fn status(status: StatusCode) {
    if let Some(response) = use_context::<ResponseOptions>() {
        response.set_status(status);
    }
}

/// Sends the browser to another page of the service.
pub fn redirect(to: impl Into<Location>) {
    leptos_axum::redirect(to.into().as_str());
    gone();
}

/// Sends the browser to an address elsewhere, which the settings or those they name have made.
pub fn redirect_elsewhere(address: &str) -> Result<(), ApiError> {
    HeaderValue::from_str(address).map_err(|_| ApiError::Internal)?;
    leptos_axum::redirect(address);
    gone();
    Ok(())
}

fn gone() {
    answered();
    if let Some(going) = use_context::<Redirecting>() {
        going.0.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

/// Says that the function ran to its end, wherever `server_fn` sends the browser.
pub fn answered() {
    header(header::HeaderName::from_static(ERROR_HEADER), NO_ERROR);
}

/// Whether this request has been sent elsewhere. The server puts one into the context of every request.
#[derive(Clone, Default)]
pub struct Redirecting(Arc<std::sync::atomic::AtomicBool>);

pub fn is_redirecting() -> bool {
    use_context::<Redirecting>().is_some_and(|going| going.0.load(std::sync::atomic::Ordering::Relaxed))
}
