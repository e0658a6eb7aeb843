//! Email addresses.

use crate::{
    characters::{is_visible, trimmed},
    tidy::plain,
    typos::is_typo,
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

/// Domains that many people here have their address at, and in which slips are common.
const COMMON: [&str; 18] = [
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.co.uk",
    "outlook.com",
    "live.co.uk",
    "yahoo.com",
    "yahoo.co.uk",
    "icloud.com",
    "btinternet.com",
    "btopenworld.com",
    "talktalk.net",
    "virginmedia.com",
    "ntlworld.com",
    "blueyonder.co.uk",
    "tiscali.co.uk",
    "protonmail.com",
    "rocketmail.com",
];

/// Domains that exist, and differ from a common one by one letter.
const SIMILAR: [&str; 3] = ["ymail.com", "mail.com", "email.com"];

/// Endings that don't exist, and what they are slips for.
const ENDINGS: [(&str, &str); 6] = [
    (".con", ".com"),
    (".cpm", ".com"),
    (".ocm", ".com"),
    (".vom", ".com"),
    (".couk", ".co.uk"),
    ("@gmail.co.uk", "@gmail.com"),
];

/// The address that was probably meant, if the domain looks like a slip: `gmial.com`, `yaho.co.uk`. It may be right as it
/// is, so people are asked.
pub fn email_meant(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let domain = domain.to_lowercase();
    if COMMON.contains(&domain.as_str()) || SIMILAR.contains(&domain.as_str()) {
        return None;
    }
    if let Some(common) = COMMON.iter().find(|common| is_typo(&domain, common)) {
        return Some(format!("{local}@{common}"));
    }
    let full = format!("{local}@{domain}");
    ENDINGS.iter().find_map(|(slip, meant)| Some(format!("{}{meant}", full.strip_suffix(slip)?)))
}
