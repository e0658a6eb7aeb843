//! Email addresses.

use crate::{
    characters::{is_visible, trimmed},
    tidy::plain,
};

/// Turns the reading order of Latin letters, so that an address looks like somebody else's.
const OVERRIDE: char = '\u{202e}';

/// An address in plain signs, without what address books and sentences leave around it, if it has the right format.
pub fn email(text: &str) -> Option<String> {
    if trimmed(text).contains(OVERRIDE) {
        return None;
    }
    let address = plain(text);
    let address = address.trim_start_matches('<');
    let address = address.strip_prefix("mailto:").unwrap_or(address).trim_end_matches(['>', '.', ',', ';']);
    is_address(address).then(|| address.to_owned())
}

/// Whether a text is an email address.
pub fn is_email(text: &str) -> bool {
    email(text).is_some()
}

/// One `@`, a dotted domain, nothing invisible, at most 254 characters.
fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let domain_ok = domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
    let local_ok = !local.is_empty()
        && local.len() <= 64
        && !local.contains('@')
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && !local.chars().any(|c| "(),:;<>[]\\\"".contains(c));
    text.len() <= 254 && text.chars().all(is_visible) && domain_ok && local_ok
}
