//! The targets. The documentation of each says what it checks.

pub mod answers;
pub mod dates;
pub mod form_decode;
pub mod form_file;
pub mod money;
pub mod phone;
pub mod provider;
pub mod redirect;
pub mod sealed_header;

/// An input as text, with U+FFFD for invalid bytes: parsers of text only ever get valid UTF-8.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}
