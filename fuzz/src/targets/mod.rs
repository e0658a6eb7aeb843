//! The targets. Each says what it holds against what it feeds.

pub mod answers;
pub mod dates;
pub mod form_decode;
pub mod form_file;
pub mod money;
pub mod phone;
pub mod provider;
pub mod redirect;
pub mod sealed_header;

/// An input as text. Where bytes aren't, they become the mark for that: readers of text never see anything else.
fn text(data: &[u8]) -> std::borrow::Cow<'_, str> {
    String::from_utf8_lossy(data)
}
