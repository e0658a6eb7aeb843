//! Sealed texts for the browser to keep, and the token against forged requests that every form carries.

use platform::crypto::{SealContext, bytes::hex, digest::Purpose, sealing::COOKIES};
use ports::{Caller, Seals};
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
    let who: &[u8] = match caller {
        Caller::Nobody => return Vec::new(),
        // Bound to what stays the same when they start another form, for the same reason.
        Caller::Visitor(visitor) => visitor.visit.as_bytes(),
        // Bound to what stays the same when the session gets another token: pages open in other tabs keep working.
        Caller::Resident(resident) if !resident.session_id.is_empty() => resident.session_id.as_bytes(),
        Caller::Resident(resident) => &resident.session,
    };
    service.keyring.hashes(Purpose::FormToken, &[who]).iter().map(|hash| hex(hash)).collect()
}
