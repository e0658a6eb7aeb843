//! The encodings in which a text may be in a log.

use base64::{Engine, prelude::BASE64_STANDARD, prelude::BASE64_URL_SAFE};
use std::fmt::Write;

/// A text in plain, percent-encoded, form-encoded, base64-encoded at any offset, in hexadecimal, as a list of bytes,
/// and as a Rust or JSON string.
pub fn writings(text: &str) -> Vec<String> {
    let bytes = text.as_bytes();
    let list = |bytes: &[u8]| bytes.iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
    let mut all = vec![text.to_owned(), percent(text), percent(text).replace("%20", "+"), hex(bytes), list(bytes)];
    all.push(format!("{text:?}").trim_matches('"').to_owned());
    all.push(serde_json::to_string(text).unwrap().trim_matches('"').to_owned());
    for before in 0..3 {
        all.extend(in_base64(bytes, before));
    }
    all.sort();
    all.dedup();
    all
}

fn percent(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
        out
    })
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        write!(out, "{byte:02x}").unwrap();
        out
    })
}

/// The base64 characters that depend on the text alone, whatever comes before or after it.
fn in_base64(bytes: &[u8], before: usize) -> Vec<String> {
    let padded = [vec![0; before], bytes.to_vec()].concat();
    let first = (before * 8).div_ceil(6);
    let last = padded.len() * 8 / 6;
    [BASE64_STANDARD.encode(&padded), BASE64_URL_SAFE.encode(&padded)]
        .iter()
        .filter_map(|encoded| encoded.get(first..last).map(str::to_owned))
        .filter(|core| core.len() >= 6)
        .collect()
}

#[test]
fn a_text_is_found_in_every_encoding_and_at_every_offset() {
    let secret = "Siân+Canary <a@b.example>";
    for around in ["", "x", "xy", "xyz"] {
        let whole = format!("{around}{secret}{around}");
        for written in
            [BASE64_STANDARD.encode(&whole), BASE64_URL_SAFE.encode(&whole), percent(&whole), hex(whole.as_bytes())]
        {
            assert!(writings(secret).iter().any(|writing| written.contains(writing)), "{written}");
        }
        assert!(writings(secret).iter().any(|writing| format!("{:?}", whole.as_bytes()).contains(writing)));
    }
}
