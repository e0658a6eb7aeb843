//! Sealed texts for the browser to keep, and the token against forged requests that every form carries.

use crate::renewing::{renewed_session_id, session_hash};
use platform::crypto::{SealContext, bytes::hex, digest::Purpose, sealing::COOKIES};
use ports::{ApiError, Caller, Seals};
use service::Service;

/// Seals with the keys of the installation.
pub struct SealsService {
    pub service: Service,
}

impl Seals for SealsService {
    fn seal(&self, purpose: &str, text: &str) -> Option<String> {
        let place = SealContext { table: COOKIES, row: purpose, owner: "" };
        self.service.keyring.seal(&*self.service.random, place, text.as_bytes()).ok().map(|sealed| hex(&sealed))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<String> {
        if !sealed.is_ascii() || !sealed.len().is_multiple_of(2) {
            return None;
        }
        let bytes = (0..sealed.len()).step_by(2).map(|at| u8::from_str_radix(sealed.get(at..at + 2)?, 16).ok());
        let bytes: Vec<u8> = bytes.collect::<Option<_>>()?;
        let place = SealContext { table: COOKIES, row: purpose, owner: "" };
        String::from_utf8(self.service.keyring.open(place, &bytes).ok()?).ok()
    }

    fn form_token(&self, caller: &Caller) -> String {
        form_token(&self.service, caller)
    }

    fn new_id(&self) -> String {
        platform::random::id(&*self.service.random)
    }
}

/// The token bound to a session or visit. Empty for somebody with neither, who has nothing that a forged request could
/// use.
pub fn form_token(service: &Service, caller: &Caller) -> String {
    form_tokens(service, caller).into_iter().next().unwrap_or_default()
}

/// The tokens that are accepted in a form, newest pepper first: pages from before a rotation keep working.
pub fn form_tokens(service: &Service, caller: &Caller) -> Vec<String> {
    let who = match caller {
        Caller::Nobody => return Vec::new(),
        // Bound to what stays the same when they start another form: pages open in other tabs keep working.
        Caller::Visitor(visitor) => visitor.visit.as_bytes(),
        Caller::Resident(resident) => of_session(&resident.session_id, &resident.session),
    };
    tokens_of(service, who)
}

/// The tokens that are accepted in a form of a session whose token was replaced a moment ago, if it was. The browser that
/// presses a button again still sends the old one, by which nobody is signed in.
pub async fn form_tokens_of_renewed(service: &Service, session_token: &str) -> Result<Vec<String>, ApiError> {
    let Some(id) = renewed_session_id(service, session_token).await? else { return Ok(Vec::new()) };
    Ok(tokens_of(service, of_session(&id, &session_hash(service, session_token))))
}

/// What the forms of a session are bound to: what stays the same when it gets another token.
const fn of_session<'a>(id: &'a str, hash: &'a [u8]) -> &'a [u8] {
    if id.is_empty() { hash } else { id.as_bytes() }
}

fn tokens_of(service: &Service, who: &[u8]) -> Vec<String> {
    service.keyring.hashes(Purpose::FormToken, &[who]).iter().map(|hash| hex(hash)).collect()
}
