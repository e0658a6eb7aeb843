//! The council's pictures: the logo and the favicon.

use super::{BrandingError, svg};
use std::path::Path;

/// A larger picture would slow down everybody's first page on a bad signal.
const MAX_BYTES: usize = 200_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// A picture that has been checked, with its size in pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub kind: ImageFormat,
    pub bytes: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImageFormat {
    Svg,
    Png,
}

impl ImageFormat {
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

impl Picture {
    /// Reads the picture from a file; `None` if the setting is empty.
    pub fn read(setting: &'static str, file: &Path) -> Result<Option<Self>, BrandingError> {
        if file.as_os_str().is_empty() {
            return Ok(None);
        }
        let unfit = |why: String| BrandingError::Picture(setting, file.to_owned(), why);
        let bytes = std::fs::read(file).map_err(|cause| unfit(format!("it can't be read ({cause})")))?;
        Self::of(bytes).map(Some).map_err(unfit)
    }

    /// The `sizes` attribute of an icon: `any` for an SVG.
    pub fn sizes(&self) -> String {
        match self.kind {
            ImageFormat::Svg => "any".into(),
            ImageFormat::Png => format!("{}x{}", self.width, self.height),
        }
    }

    fn of(bytes: Vec<u8>) -> Result<Self, String> {
        if bytes.len() > MAX_BYTES {
            let kilobytes = bytes.len().div_ceil(1000);
            return Err(format!("it has {kilobytes} kB and may have {} kB, so make it smaller", MAX_BYTES / 1000));
        }
        let (kind, (width, height)) = if bytes.starts_with(PNG) {
            (ImageFormat::Png, png_size(&bytes).ok_or("it is a damaged PNG file, so save it again")?)
        } else {
            let text = std::str::from_utf8(&bytes).map_err(|_| NEITHER)?;
            if !text.contains("<svg") && !text.contains(":svg") {
                return Err(NEITHER.into());
            }
            (ImageFormat::Svg, svg::checked_size(text)?)
        };
        Ok(Self { kind, bytes, width, height })
    }
}

const NEITHER: &str = "it is neither an SVG nor a PNG file, so save it as one of them";

/// Width and height, from the header of the PNG file.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    let (width, height) = (number(16)?, number(20)?);
    (width > 0 && height > 0).then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 40\"><path d=\"M0 0h9\"/></svg>";

    #[test]
    fn svg_and_png_are_accepted_with_their_size() {
        let svg = Picture::of(SVG.into()).unwrap();
        assert_eq!((svg.kind, svg.width, svg.height), (ImageFormat::Svg, 120, 40));
        let png = Picture::of(include_bytes!("../../../public/icon-192.png").to_vec()).unwrap();
        assert_eq!((png.kind, png.width, png.height), (ImageFormat::Png, 192, 192));
    }

    #[test]
    fn files_that_are_too_large_or_no_images_are_refused() {
        let large = format!("{SVG}<!--{}-->", " ".repeat(MAX_BYTES));
        assert!(Picture::of(large.into_bytes()).unwrap_err().contains("it has 201 kB and may have 200 kB"));
        for bytes in [&b""[..], b"GIF89a", b"hello", b"<html></html>", b"\xff\xd8\xff\xe0", b"\x00\xff<svg"] {
            assert!(Picture::of(bytes.to_vec()).unwrap_err().contains("neither an SVG nor a PNG"), "{bytes:?}");
        }
        assert!(Picture::of(PNG.to_vec()).unwrap_err().contains("damaged"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let unfit = Picture::read("logo", Path::new("/nowhere/logo.svg")).unwrap_err().to_string();
        assert!(unfit.starts_with("the setting council.logo can't be \"/nowhere/logo.svg\": it can't be read ("), "{unfit}");
        assert_eq!(Picture::read("logo", Path::new("")).unwrap(), None);
    }
}
