//! The fonts. Noto Sans is built in, in two weights (Latin, Greek and Cyrillic, including Welsh, Polish, Vietnamese and
//! Ukrainian). Faces for other scripts are files in a folder; they are read when a text has a character that Noto Sans
//! lacks, and dropped with the document.

mod cache;
mod coverage;
mod face;

use std::path::Path;

use super::PdfError;

pub(super) use cache::FontCache;
pub(super) use face::{Face, OpenFont};

/// A font weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Weight {
    Regular,
    Bold,
}

/// A face, by its index in [`Fonts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct FaceId(usize);

impl FaceId {
    /// The built-in face for a weight.
    pub(super) fn own(weight: Weight) -> Self {
        Self(usize::from(weight == Weight::Bold))
    }

    /// Whether it is from the folder, and so in one weight only.
    pub(super) fn is_fallback(self) -> bool {
        self.0 >= OWN
    }
}

/// The number of built-in faces: one for each weight.
const OWN: usize = 2;

/// All faces.
pub(super) struct Fonts {
    /// The built-in ones, then those in the folder.
    faces: Vec<Face>,
}

impl Fonts {
    /// Reads the built-in fonts and lists those in the folder. If the folder doesn't exist, there are none: a character
    /// that can't be drawn is no reason to refuse somebody their copy.
    pub(super) fn new(folder: &Path) -> Result<Self, PdfError> {
        let regular = include_bytes!("../../fonts/NotoSans-Regular.ttf");
        let bold = include_bytes!("../../fonts/NotoSans-Bold.ttf");
        let mut faces = vec![Face::built_in("NotoSans-Regular", regular)?, Face::built_in("NotoSans-Bold", bold)?];
        faces.extend(files(folder).iter().map(|file| Face::in_file(file)));
        Ok(Self { faces })
    }

    /// The faces to try for a weight, in order of preference.
    pub(super) fn chain(&self, weight: Weight) -> impl Iterator<Item = FaceId> + use<> {
        std::iter::once(FaceId::own(weight)).chain((OWN..self.faces.len()).map(FaceId))
    }

    pub(super) fn face(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(id.0)
    }
}

/// The font files in a folder, sorted by name, which is the order in which they are tried.
fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut files: Vec<_> = entries.map(|entry| entry.path()).filter(|path| is_font(path)).collect();
    files.sort();
    files
}

fn is_font(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ttf"))
}

/// Opens every font in a folder and returns how many there are, for `care-online check`.
///
/// # Errors
/// If a file can't be used. An empty or missing folder is `Ok(0)`.
pub fn check(folder: &Path) -> Result<usize, PdfError> {
    let files = files(folder);
    for file in &files {
        Face::in_file(file).open()?;
    }
    Ok(files.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_of_our_languages_are_there() {
        let fonts = Fonts::new(Path::new("nowhere")).unwrap();
        let letters = "ŵŷŴŶ łżźćąęśń ễộựđ αβγώ жщїґё țș ßøåæ £€–—‘’“”…•\u{fffd}";
        for weight in [Weight::Regular, Weight::Bold] {
            let face = fonts.face(FaceId::own(weight)).unwrap();
            for c in letters.chars() {
                assert!(face.has(c), "{} lacks {c:?}", face.name);
            }
        }
    }

    #[test]
    fn a_folder_is_read_in_the_order_of_names_and_what_is_no_font_is_named() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["20-b.ttf", "10-a.ttf", "notes.txt"] {
            std::fs::write(folder.path().join(name), "no font").unwrap();
        }
        let fonts = Fonts::new(folder.path()).unwrap();
        let names: Vec<&str> = fonts.faces.iter().map(|face| face.name.as_str()).collect();
        assert_eq!(names, ["NotoSans-Regular", "NotoSans-Bold", "10-a", "20-b"]);
        assert!(check(folder.path()).unwrap_err().to_string().contains("10-a"));
        assert_eq!(check(Path::new("nowhere")).unwrap(), 0);
    }

    #[test]
    fn a_font_file_is_in_memory_once_and_only_while_a_document_needs_it() {
        let fonts = Fonts::new(&super::super::tests::fonts_folder()).unwrap();
        let hebrew = fonts.chain(Weight::Regular).find(|id| fonts.face(*id).unwrap().has('ש')).unwrap();
        let (first, second) = (FontCache::new(&fonts), FontCache::new(&fonts));
        let (one, other) = (first.face(hebrew).unwrap(), second.face(hebrew).unwrap());
        assert!(std::sync::Arc::ptr_eq(&one, &other));
        let gone = std::sync::Arc::downgrade(&one);
        drop((first, second, one, other));
        assert!(gone.upgrade().is_none());
    }
}
