//! Twilio signs its requests to us: HMAC-SHA1 over the URL and the sorted parameters, keyed with the account's auth
//! token.

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use platform::{config::Secret, crypto::digest::same};
use sha1::Sha1;

/// Whether the signature of a request with this URL and these parameters is valid.
pub fn is_right(token: &Secret, url: &str, pairs: &[(String, String)], signature: &str) -> bool {
    let Ok(signature) = BASE64_STANDARD.decode(signature) else { return false };
    !token.reveal().is_empty() && same(&of(token, url, pairs), &signature)
}

fn of(token: &Secret, url: &str, pairs: &[(String, String)]) -> Vec<u8> {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha1> as KeyInit>::new_from_slice(token.reveal().as_bytes()).expect("a key of any length");
    mac.update(url.as_bytes());
    let mut sorted: Vec<_> = pairs.iter().collect();
    sorted.sort();
    for (name, value) in sorted {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    mac.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example in Twilio's documentation.
    // ASVS V11.3.3
    #[test]
    fn only_the_documented_signature_is_valid() {
        let (token, url) = (Secret::new("12345"), "https://mycompany.com/myapp.php?foo=1&bar=2");
        let pairs = [
            ("Digits", "1234"),
            ("To", "+18005551212"),
            ("From", "+12349013030"),
            ("Caller", "+12349013030"),
            ("CallSid", "CA1234567890ABCDE"),
        ];
        let mut pairs = pairs.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let signature = "0/KCTR6DLpKmkAf8muzZqo1nDgQ=";
        assert!(is_right(&token, url, &pairs, signature));
        assert!(!is_right(&Secret::new("12346"), url, &pairs, signature));
        assert!(!is_right(&token, "https://mycompany.com/", &pairs, signature));
        assert!(!is_right(&token, url, &pairs, "no base64"));
        pairs[0].1 = "1235".into();
        assert!(!is_right(&token, url, &pairs, signature));
    }
}
