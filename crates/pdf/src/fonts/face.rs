//! One font file, and when it is read.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, Weak};

use harfrust::{Font, GlyphId};

use super::super::PdfError;
use super::coverage::Coverage;

/// How a file with TrueType outlines begins. Collections and other outlines don't go into our PDFs.
const TRUE_TYPE: [u8; 4] = [0, 1, 0, 0];

/// A font file that is open: its bytes, and what shaping has worked out about it.
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

    /// How far it is from one letter to the next, in font units.
    pub(in super::super) fn advance(&self, glyph: u16) -> f32 {
        self.font.glyph_metrics().h_advance(GlyphId::from(glyph))
    }

    /// The shape of a single letter.
    pub(in super::super) fn glyph(&self, c: char) -> Option<u16> {
        let glyph = self.font.charmap().map_unicode(c)?;
        u16::try_from(glyph.to_u32()).ok()
    }
}

enum FaceSource {
    /// In the program, open as long as it runs.
    Program(Arc<OpenFont>),
    /// In a file that is read when a document needs it. Documents that are made at the same moment
    /// share what was read; the last one lets it go.
    File(PathBuf, Mutex<Weak<OpenFont>>),
}

/// A face of a family.
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

    /// Reads the file, unless somebody has it open.
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

    /// Whether it can draw a letter. A file that can't be read draws nothing.
    pub(in super::super) fn has(&self, c: char) -> bool {
        let read = || self.open().map(|opened| Coverage::of(&opened.font)).unwrap_or_default();
        self.coverage.get_or_init(read).has(c)
    }
}
