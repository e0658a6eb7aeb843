//! Makes the HTML that Leptos writes valid:
//!
//! * `<!>`, which marks a place for hydration, is a bogus comment. Only islands are hydrated: there it becomes the empty
//!   comment that browsers read it as, elsewhere it is removed.
//! * Scripts with the data for hydration follow `</html>`. They belong into the body, and only of pages with islands.
//! * What somebody typed may have control characters, which HTML forbids even as references. Nobody sees them.
//! * The link that preloads the script has the nonce of the page as its `crossorigin`, which takes no such value.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{StatusCode, header};
use std::borrow::Cow;

/// The largest page, in bytes.
const LARGEST: usize = 32 * 1024 * 1024;

/// Corrects every page. It must be inside the compression.
pub async fn correct(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let is_page = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else {
        tracing::error!("a page could not be rendered whole");
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    parts.headers.remove(header::CONTENT_LENGTH);
    // What Leptos renders is always UTF-8.
    match std::str::from_utf8(&bytes) {
        Ok(html) => Response::from_parts(parts, Body::from(corrected(&without_controls(html)))),
        Err(_) => Response::from_parts(parts, Body::from(bytes)),
    }
}

/// The same document as valid HTML. What stays as it is is copied in runs, because pages are long.
pub fn corrected(html: &str) -> String {
    let (document, after) = html.split_once("</html>").map_or((html, ""), |(document, after)| (document, after.trim()));
    let mut out = String::with_capacity(html.len());
    let (mut islands, mut has_islands, mut copied, mut at) = (0_usize, false, 0, 0);
    while let Some(start) = document[at..].find('<').map(|found| at + found) {
        let end = start + length_of_tag(&document[start..]);
        let tag = &document[start..end];
        at = end;
        let instead = match tag {
            "<!>" if islands == 0 => Cow::Borrowed(""),
            "<!>" => "<!---->".into(),
            "</body>" if has_islands => format!("{after}{tag}").into(),
            "</leptos-island>" => {
                islands = islands.saturating_sub(1);
                continue;
            }
            _ if tag.starts_with("<leptos-island") => {
                (islands, has_islands) = (islands + 1, true);
                continue;
            }
            _ if tag.starts_with("<link") => without_value(tag, "crossorigin").into(),
            // Their text isn't markup.
            _ if tag.starts_with("<script") => {
                at += document[at..].find("</script").unwrap_or_default();
                continue;
            }
            _ if tag.starts_with("<style") => {
                at += document[at..].find("</style").unwrap_or_default();
                continue;
            }
            _ => continue,
        };
        out.push_str(&document[copied..start]);
        out.push_str(&instead);
        copied = end;
    }
    out.push_str(&document[copied..]);
    if document.len() < html.len() {
        out.push_str("</html>");
    }
    out
}

/// The text without the control characters that HTML forbids. Most pages have none, which their bytes show quickly.
fn without_controls(html: &str) -> Cow<'_, str> {
    /// The first byte of U+0080 to U+00BF; the first half of those are control characters.
    const C1: u8 = 0xC2;
    let is_forbidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\x0C' | '\r');
    if html.bytes().any(|byte| byte == C1 || byte.is_ascii() && is_forbidden(char::from(byte)))
        && html.contains(is_forbidden)
    {
        return html.replace(is_forbidden, "").into();
    }
    html.into()
}

/// The length of the tag or comment that a text starts with. A `>` within quotes doesn't end a tag.
fn length_of_tag(markup: &str) -> usize {
    if markup.starts_with("<!--") {
        return markup.find("-->").map_or(markup.len(), |at| at + 3);
    }
    let (mut end, mut is_quoted) = (0, false);
    while let Some(found) = markup[end..].find('>') {
        is_quoted ^= markup[end..end + found].matches('"').count() % 2 == 1;
        end += found + 1;
        if !is_quoted {
            return end;
        }
    }
    markup.len()
}

/// A tag in which an attribute has no value.
fn without_value(tag: &str, attribute: &str) -> String {
    let cut = tag.split_once(&format!(" {attribute}=\"")).and_then(|(before, rest)| Some((before, rest.split_once('"')?.1)));
    cut.map_or_else(|| tag.to_owned(), |(before, after)| format!("{before} {attribute}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_islands_has_no_markers_and_no_scripts_of_leptos() {
        let html = "<!DOCTYPE html><html><body><p title=\"a <!> b\">One<!> two</p><!></body></html><script>X=[];</script>\n";
        assert_eq!(corrected(html), "<!DOCTYPE html><html><body><p title=\"a <!> b\">One two</p></body></html>");
    }

    #[test]
    fn the_scripts_of_a_page_with_islands_are_in_its_body() {
        let link = "<link rel=\"modulepreload\" crossorigin=\"nonce\" href=\"/a\">";
        let island = "<leptos-island a=\"</leptos-island>\"><p>One<!></p><leptos-island></leptos-island><!></leptos-island>";
        let html = format!("<html><head>{link}</head><body><!>{island}<!></body></html><script>X=[];</script>");
        let link = "<link rel=\"modulepreload\" crossorigin href=\"/a\">";
        let island = island.replace("<!>", "<!---->");
        let expected = format!("<html><head>{link}</head><body>{island}<script>X=[];</script></body></html>");
        assert_eq!(corrected(&html), expected);
    }

    #[test]
    fn control_characters_are_dropped() {
        assert_eq!(without_controls("a\u{1b}[31m\u{0}b\u{7f}\u{85}"), "a[31mb");
        assert_eq!(without_controls("£1\t2\r\n3\u{c}é"), "£1\t2\r\n3\u{c}é");
    }

    #[test]
    fn scripts_style_sheets_and_comments_stay_as_they_are() {
        for html in ["<script>if (a<!>b) \"</p>\"</script>", "<style>a<!>b</style>", "<!-- <!> -->", "a < b", "<", "text"] {
            assert_eq!(corrected(html), html);
        }
    }
}
