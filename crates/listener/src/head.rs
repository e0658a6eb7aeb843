//! Checks the head of a request before the HTTP library parses it.
//!
//! The library is lenient towards old clients: it accepts a bare line feed as a line ending, and requests without a
//! `Host` or with two. When two programs parse the same bytes differently, one of them can be made to see a request
//! that the other doesn't (request smuggling), so everything ambiguous is refused.

use http::{HeaderName, HeaderValue, StatusCode, uri::PathAndQuery};

/// The longest head and the longest request line, in bytes.
pub const LONGEST_HEAD: usize = 16 * 1024;
const LONGEST_LINE: usize = 8 * 1024;

/// The most headers. The library doesn't allow more.
const MOST_HEADERS: usize = 100;

/// How much of a request has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadProgress {
    /// The head isn't complete yet.
    Part,
    /// The length of the head, and of the body that follows, in bytes.
    Head { length: usize, body: u64 },
    /// It can't become a valid request.
    Refused(StatusCode),
}

/// Checks what has arrived. The first `seen` bytes have been checked before.
pub fn look(bytes: &[u8], seen: &mut usize) -> HeadProgress {
    let first = *seen;
    for (at, byte) in bytes.iter().enumerate().skip(first) {
        if *byte != b'\n' {
            continue;
        }
        let before = bytes.get(..at).unwrap_or_default();
        if !before.ends_with(b"\r") {
            return HeadProgress::Refused(StatusCode::BAD_REQUEST);
        }
        if before.ends_with(b"\r\n\r") {
            let length = at + 1;
            return match bytes.get(..length).filter(|_| length <= LONGEST_HEAD).map(body_of) {
                Some(Ok(body)) => HeadProgress::Head { length, body },
                Some(Err(status)) => HeadProgress::Refused(status),
                None => HeadProgress::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE),
            };
        }
    }
    *seen = bytes.len();
    let line = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    if line > LONGEST_LINE {
        HeadProgress::Refused(StatusCode::URI_TOO_LONG)
    } else if bytes.len() >= LONGEST_HEAD {
        HeadProgress::Refused(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE)
    } else {
        HeadProgress::Part
    }
}

/// The length of the body, from a complete head.
fn body_of(head: &[u8]) -> Result<u64, StatusCode> {
    let bad = StatusCode::BAD_REQUEST;
    let mut lines = split(head.strip_suffix(b"\n\r\n").ok_or(bad)?);
    check_first_line(lines.next().unwrap_or_default())?;
    let (mut hosts, mut lengths, mut count) = (0, Vec::new(), 0);
    for line in lines {
        count += 1;
        let colon = line.iter().position(|byte| *byte == b':').ok_or(bad)?;
        let (name, value) = line.split_at(colon);
        let value = trimmed(value.get(1..).unwrap_or_default());
        let name = HeaderName::from_bytes(name).map_err(|_| bad)?;
        let value = HeaderValue::from_bytes(value).map_err(|_| bad)?;
        match name {
            http::header::HOST if is_host(value.as_bytes()) => hosts += 1,
            http::header::HOST => return Err(bad),
            http::header::CONTENT_LENGTH => lengths.push(length(value.as_bytes()).ok_or(bad)?),
            // Browsers and providers send a Content-Length, and so do buffering proxies.
            http::header::TRANSFER_ENCODING => return Err(StatusCode::LENGTH_REQUIRED),
            _ => {}
        }
    }
    if count > MOST_HEADERS {
        return Err(StatusCode::REQUEST_HEADER_FIELDS_TOO_LARGE);
    }
    match lengths[..] {
        _ if hosts != 1 => Err(bad),
        [] => Ok(0),
        [length] => Ok(length),
        _ => Err(bad),
    }
}

/// Trims spaces and tabs.
fn trimmed(value: &[u8]) -> &[u8] {
    let is_space = |byte: &u8| matches!(byte, b' ' | b'\t');
    let first = value.iter().position(|byte| !is_space(byte)).unwrap_or(value.len());
    let last = value.iter().rposition(|byte| !is_space(byte)).map_or(first, |at| at + 1);
    value.get(first..last).unwrap_or_default()
}

/// The lines without their endings. A stray carriage return stays in its line and makes the value invalid.
fn split(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    text.split(|byte| *byte == b'\n').map(|line| line.strip_suffix(b"\r").unwrap_or(line))
}

/// `GET /path HTTP/1.1`. An absolute URL instead of the path, which is meant for proxies, isn't accepted.
fn check_first_line(line: &[u8]) -> Result<(), StatusCode> {
    let parts: Vec<&[u8]> = line.split(|byte| *byte == b' ').collect();
    let [method, target, version] = parts[..] else { return Err(StatusCode::BAD_REQUEST) };
    if target.len() > LONGEST_LINE {
        return Err(StatusCode::URI_TOO_LONG);
    }
    let is_method = (1..=20).contains(&method.len()) && method.iter().all(u8::is_ascii_uppercase);
    let is_path = target.starts_with(b"/") && target.is_ascii() && PathAndQuery::try_from(target).is_ok();
    let is_version = matches!(version, b"HTTP/1.1" | b"HTTP/1.0");
    if is_method && is_path && is_version { Ok(()) } else { Err(StatusCode::BAD_REQUEST) }
}

/// `care.example`, `127.0.0.1:3000`, `[::1]:3000`.
fn is_host(value: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(value) else { return false };
    let digits = |port: &str| (1..=5).contains(&port.len()) && port.bytes().all(|byte| byte.is_ascii_digit());
    let (name, after) = match text.strip_prefix('[').map(|rest| rest.split_once(']')) {
        Some(Some((address, after))) => {
            return address.parse::<std::net::Ipv6Addr>().is_ok()
                && (after.is_empty() || after.strip_prefix(':').is_some_and(digits));
        }
        Some(None) => return false,
        None => text.split_once(':').map_or((text, None), |(name, port)| (name, Some(port))),
    };
    let is_name =
        (1..=253).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    is_name && after.is_none_or(digits)
}

/// Digits only: no sign, no list.
fn length(value: &[u8]) -> Option<u64> {
    let is_number = (1..=18).contains(&value.len()) && value.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(value).ok().filter(|_| is_number)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn look_at(text: &str) -> HeadProgress {
        look(text.as_bytes(), &mut 0)
    }

    #[test]
    fn a_plain_request_is_accepted_with_the_length_of_its_body() {
        for (text, body) in [
            ("GET / HTTP/1.1\r\nHost: care.example\r\n\r\n", 0),
            ("GET /a?b=c HTTP/1.0\r\nhost: 127.0.0.1:3000\r\nX-Empty:\r\n\r\n", 0),
            ("POST /api/x HTTP/1.1\r\nHost: [::1]:3000\r\nContent-Length: 12\r\nCookie: a=\u{e9}\r\n\r\n", 12),
        ] {
            assert_eq!(look_at(text), HeadProgress::Head { length: text.len(), body }, "{text}");
            assert_eq!(look_at(&format!("{text}abc\ndef")), HeadProgress::Head { length: text.len(), body }, "with a body");
        }
    }

    // ASVS V4.2.1
    #[test]
    fn ambiguous_requests_are_refused() {
        let get = |rest: &str| format!("GET / HTTP/1.1\r\n{rest}\r\n\r\n");
        for text in [
            "GET / HTTP/1.1\nHost: a\n\n".to_owned(),
            get("Host: a\nX: b"),
            get("Host: a\rX: b"),
            get("Host: a\r"),
            get("X: b"),
            get("Host: a\r\nHost: a"),
            get("Host:"),
            get("Host: a b"),
            get("Host: a/b"),
            get("Host: user@a"),
            get("Host: a:b"),
            get("Host: [::1"),
            get("Host: a\r\n folded: b"),
            get("Host: a\r\nContent-Length : 1"),
            get("Host: a\r\nContent-Length: 1\r\nContent-Length: 1"),
            get("Host: a\r\nContent-Length: 1, 1"),
            get("Host: a\r\nContent-Length: +1"),
            get("Host: a\r\nContent-Length: 99999999999999999999"),
            get("Host: a\r\nno colon"),
            get("Host: a\r\nX: a\0b"),
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
            "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
            "CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
            "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
            "GET  / HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
            "GET /\r\n\r\n".to_owned(),
            "\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(),
        ] {
            assert_eq!(look_at(&text), HeadProgress::Refused(StatusCode::BAD_REQUEST), "{text:?}");
        }
        let chunked = get("Host: a\r\nTransfer-Encoding: chunked");
        assert_eq!(look_at(&chunked), HeadProgress::Refused(StatusCode::LENGTH_REQUIRED));
    }

    #[test]
    fn long_heads_are_refused() {
        let long = "a".repeat(LONGEST_HEAD);
        let refused = |text: &str| match look_at(text) {
            HeadProgress::Refused(status) => status.as_u16(),
            _ => 0,
        };
        assert_eq!(refused(&format!("GET /{long}")), 414);
        assert_eq!(refused(&format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", &long[..9000])), 414);
        assert_eq!(refused(&format!("GET / HTTP/1.1\r\nHost: a\r\nX: {long}")), 431);
        assert_eq!(refused(&format!("GET / HTTP/1.1\r\nHost: a\r\nX: {long}\r\n\r\n")), 431);
        assert_eq!(refused(&format!("GET / HTTP/1.1\r\nHost: a\r\n{}\r\n", "X: a\r\n".repeat(100))), 431);
    }

    proptest! {
        #[test]
        fn the_result_does_not_depend_on_how_the_bytes_arrive(cuts in proptest::collection::vec(1_usize..40, 0..20), bytes in "[ -~\r\n]{0,200}") {
            let text = format!("GET / HTTP/1.1\r\nHost: a\r\n{bytes}\r\n\r\n");
            let (mut seen, mut end, mut found) = (0, 0, HeadProgress::Part);
            for cut in cuts.into_iter().chain([text.len()]) {
                end = (end + cut).min(text.len());
                found = look(&text.as_bytes()[..end], &mut seen);
                if found != HeadProgress::Part {
                    break;
                }
            }
            prop_assert_eq!(found, look_at(&text));
        }

        #[test]
        fn no_input_panics(bytes: Vec<u8>) {
            look(&bytes, &mut 0);
            look(&[b"GET / HTTP/1.1\r\nHost: a\r\n", &bytes[..], b"\r\n\r\n"].concat(), &mut 0);
        }
    }
}
