//! A font file, read when it is needed.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use harfrust::{Font, GlyphId};

use super::super::PdfError;
use super::coverage::Coverage;

/// The first bytes of a file with TrueType outlines. Collections and other outlines aren't supported.
const TRUE_TYPE: [u8; 4] = [0, 1, 0, 0];

/// An open font file: its bytes, and the tables that shaping has parsed.
pub(in super::super) struct OpenFont {
    pub font: Font,
}

impl OpenFont {
    fn read(name: &str, data: impl Into<harfrust::font::Source>) -> Result<Self, PdfError> {
        let font = Font::new(data, 0).map(|font| Self { font });
        font.filter(|face| face.data().starts_with(&TRUE_TYPE)).ok_or_else(|| PdfError::Font(name.to_owned()))
    }

    /// The whole file.
    pub(in super::super) fn data(&self) -> &[u8] {
        match self.font.source() {
            harfrust::font::Source::Blob(data) => data.as_ref(),
            harfrust::font::Source::TableFunction(_) => &[],
        }
    }

    /// The advance width of a glyph, in font units.
    pub(in super::super) fn advance(&self, glyph: u16) -> f32 {
        self.font.glyph_metrics().h_advance(GlyphId::from(glyph))
    }

    /// The glyph of a character, without shaping.
    pub(in super::super) fn glyph(&self, c: char) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(c)?;
        u16::try_from(glyph.to_u32()).ok()
    }
}

enum FaceSource {
    /// Built into the program, and always open.
    Program(Arc<OpenFont>),
    /// A file that is read when a document needs it. Documents that are rendered at the same time share it; it is
    /// dropped with the last one.
    File(PathBuf, Mutex<Weak<OpenFont>>),
}

/// A font face.
pub(in super::super) struct Face {
    pub name: String,
    place: FaceSource,
    coverage: OnceLock<Coverage>,
}

impl Face {
    pub(super) fn built_in(name: &str, data: &'static [u8]) -> Result<Self, PdfError> {
        let opened = Arc::new(OpenFont::read(name, data)?);
        Ok(Self { name: name.to_owned(), place: FaceSource::Program(opened), coverage: OnceLock::new() })
    }

    pub(super) fn in_file(path: &Path) -> Self {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self { name, place: FaceSource::File(path.to_owned(), Mutex::default()), coverage: OnceLock::new() }
    }

    /// Reads the file, unless it is already open.
    pub(in super::super) fn open(&self) -> Result<Arc<OpenFont>, PdfError> {
        let (path, shared) = match &self.place {
            FaceSource::Program(opened) => return Ok(opened.clone()),
            FaceSource::File(path, shared) => (path, shared),
        };
        let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(opened) = shared.upgrade() {
            return Ok(opened);
        }
        let data = std::fs::read(path).map_err(|_| PdfError::Font(self.name.clone()))?;
        let opened = Arc::new(OpenFont::read(&self.name, data)?);
        *shared = Arc::downgrade(&opened);
        Ok(opened)
    }

    /// Whether it has a character. A file that can't be read has none.
    pub(in super::super) fn has(&self, c: char) -> bool {
        let read = || self.open().map(|opened| Coverage::of(&opened.font)).unwrap_or_default();
        self.coverage.get_or_init(read).has(c)
    }
}
