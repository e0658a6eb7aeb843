//! The cookie of a visitor. Only a cookie that this service made is accepted: a browser can't choose its own.
//!
//! It is `visit.token.token. … .mac`: an id that stays the same for the browser, a token for each form that was started
//! in it, and a keyed hash of all that. Each new form gets a token that no earlier cookie has, so an attacker who puts
//! a cookie of their own into somebody else's browser can't open forms that are started there later.

use platform::{
    crypto::{
        bytes::hex,
        digest::{Purpose, same},
    },
    random,
};
use ports::{Visitor, VisitorId};
use service::Service;

/// Bytes of the keyed hash that the cookie carries.
const MAC: usize = 16;

/// Reads a cookie; `None` if the service didn't make it.
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

/// Adds a token for a form that is about to be started. Of the earlier ones, those stay for which `keep` returns true.
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

/// The hash that a token is stored under.
fn visitor_id(service: &Service, token: &str) -> VisitorId {
    VisitorId(service.keyring.hash_token(Purpose::Visitor, &[], token))
}

/// The MAC with the newest pepper.
fn mac_of(service: &Service, text: &str) -> String {
    macs_of(service, text).into_iter().next().unwrap_or_default()
}

/// The MACs with every pepper in use, newest first.
fn macs_of(service: &Service, text: &str) -> Vec<String> {
    let hashes = service.keyring.hashes(Purpose::Visitor, &[b"cookie", text.as_bytes()]);
    hashes.iter().map(|hash| hex(hash.get(..MAC).unwrap_or(hash))).collect()
}
