//! The cookie of somebody without a login. Only one that this service made is believed: a browser can't choose its own.
//!
//! It is `visit.token.token. … .mac`: what stays the same for the browser, a token for each form that was begun in it, and
//! a keyed hash of all that. A form begun later gets a token that no earlier cookie holds. So whoever puts a cookie of
//! their own into somebody else's browser can't open what is begun there.

use platform::{
    crypto::{
        digest::{Purpose, same},
        keyring::hex,
    },
    random,
};
use ports::{Visitor, VisitorId};
use service::Service;

/// Bytes of the keyed hash that the cookie carries.
const MAC: usize = 16;

/// Reads a cookie; nothing if the service didn't make it.
pub fn read(service: &Service, cookie: &str) -> Option<Visitor> {
    let (text, mac) = cookie.rsplit_once('.')?;
    if !macs_of(service, text).iter().any(|own| same(mac.as_bytes(), own.as_bytes())) {
        return None;
    }
    let mut parts = text.split('.');
    let visit = parts.next()?.to_owned();
    let ids = parts.map(|token| visitor_id(service, token)).collect();
    Some(Visitor { visit, ids, cookie: cookie.to_owned() })
}

/// Adds a token for a form about to be begun. Of those before, the ones that `keep` says are kept.
pub fn with_token(service: &Service, visitor: Option<&Visitor>, keep: impl Fn(&VisitorId) -> bool) -> (Visitor, VisitorId) {
    let visit = visitor.map_or_else(|| random::id(&*service.random), |visitor| visitor.visit.clone());
    let kept = visitor.into_iter().flat_map(|visitor| visitor.ids.iter().zip(tokens(&visitor.cookie)));
    let token = service.keyring.token(&*service.random);
    let mut text = visit.clone();
    let mut ids = Vec::new();
    let new = (visitor_id(service, &token), token.as_str());
    let kept = kept.filter(|(id, _)| keep(id)).map(|(id, token)| (id.clone(), token));
    for (id, token) in kept.chain([new.clone()]) {
        text.push('.');
        text.push_str(token);
        ids.push(id);
    }
    let cookie = format!("{text}.{}", mac_of(service, &text));
    (Visitor { visit, ids, cookie }, new.0)
}

fn tokens(cookie: &str) -> impl Iterator<Item = &str> {
    let text = cookie.rsplit_once('.').map_or("", |(text, _)| text);
    text.split('.').skip(1)
}

/// How a token is known.
fn visitor_id(service: &Service, token: &str) -> VisitorId {
    VisitorId(service.keyring.hash_token(Purpose::Visitor, &[], token))
}

/// By the newest pepper.
fn mac_of(service: &Service, text: &str) -> String {
    macs_of(service, text).into_iter().next().unwrap_or_default()
}

/// By every pepper that is in use, the newest first.
fn macs_of(service: &Service, text: &str) -> Vec<String> {
    let hashes = service.keyring.hashes(Purpose::Visitor, &[b"cookie", text.as_bytes()]);
    hashes.iter().map(|hash| hex(hash.get(..MAC).unwrap_or(hash))).collect()
}
