//! The files generated from the settings, kept in memory.

use super::{colours::Colours, picture::Picture};
use platform::crypto::digest::content_hash;
use std::sync::Arc;

/// The service's icon, drawn for 16 pixels, with placeholders for the council's colours.
const MARK: &str = include_str!("favicon.svg");

/// A file generated from the settings.
#[derive(Clone, Debug)]
pub struct File {
    /// The path it is served under, such as `/logo.svg`.
    pub path: String,
    /// The `Content-Type`.
    pub media_type: &'static str,
    /// The content.
    pub bytes: Arc<[u8]>,
    /// The content hash.
    pub hash: String,
}

impl File {
    /// A file with the hash of its content.
    pub fn new(path: impl Into<String>, media_type: &'static str, bytes: Vec<u8>) -> Self {
        let hash = content_hash(&bytes);
        Self { path: path.into(), media_type, bytes: bytes.into(), hash }
    }

    /// A picture, given its path without the extension.
    pub fn picture(path: &str, picture: Picture) -> Self {
        Self::new(format!("{path}.{}", picture.kind.ending()), picture.kind.media_type(), picture.bytes)
    }

    /// The URL for browsers. It changes with the content, so that browsers don't use an old cached file.
    pub fn address(&self) -> String {
        format!("{}?{}", self.path, self.hash)
    }
}

pub fn mark(colours: Colours) -> File {
    let text = MARK.replace("{brand}", &colours.brand.to_string()).replace("{tint}", &colours.tint.to_string());
    File::new("/favicon.svg", "image/svg+xml", text.into_bytes())
}
