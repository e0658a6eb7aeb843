//! Form files. Any text is accepted, or refused with a line, in time bounded by its size. A form that is accepted is
//! the same after it was stored, with the same hash.

use crate::Target;
use form_files::{Publication, content_hash_of, read_folder};
use std::{fs, path::Path, sync::LazyLock};
use tempfile::TempDir;

pub const TARGET: Target = Target {
    name: "form_file",
    run,
    words: &[
        "[[sections]]\n",
        "[[sections.pages]]\n",
        "[[sections.pages.questions]]\n",
        "key = \"a\"\n",
        "type = \"text\"\n",
        "when = { key = \"adult\", is = [\"yes\"] }\n",
        "not = {",
        "[[calculations]]\n",
        "sum = [",
        "value = ",
        "true",
        "\"\"",
        "9223372036854775807",
        "1979-05-27T07:32:00Z",
        "\"\"\"\n",
        "}",
        "]",
        "options = [",
        "use = ",
        "list = ",
        "\\u202e",
    ],
};

static FOLDER: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let uses = Path::new(env!("CARGO_MANIFEST_DIR")).join("data-use.toml");
    fs::copy(uses, folder.path().join("data-use.toml")).unwrap();
    folder
});

fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    // Each thread runs one input at a time, so each thread needs only a folder of its own.
    let own = FOLDER.path().join(format!("{:?}", std::thread::current().id()));
    fs::create_dir_all(&own).unwrap();
    fs::copy(FOLDER.path().join("data-use.toml"), own.join("data-use.toml")).unwrap();
    fs::write(own.join("first.toml"), text).unwrap();
    match read_folder(&own) {
        Ok(read) => {
            let [publication] = read.as_slice() else { panic!("one file made {} forms", read.len()) };
            let stored = serde_json::to_vec(publication).unwrap();
            let back: Publication = serde_json::from_slice(&stored).unwrap();
            assert!(back == *publication, "storing changed the form");
            assert_eq!(content_hash_of(&back).unwrap(), content_hash_of(publication).unwrap());
            for page in publication.form.pages() {
                assert!(page.slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'), "{}", page.slug);
            }
        }
        Err(errors) => {
            assert!(!errors.0.is_empty(), "refused without a reason");
            let lines = text.lines().count().max(1) + 1;
            let first = own.join("first.toml");
            let bad = errors.0.iter().find(|error| error.line < 1 || error.file == first && error.line > lines);
            assert!(bad.is_none(), "a place outside the file: {bad:?}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// If valid files were refused, the target would test nothing.
    #[test]
    fn valid_files_are_accepted() {
        for good in ["small.toml", "whole.toml"] {
            let folder = tempfile::tempdir().unwrap();
            let corpus = crate::corpus(TARGET);
            fs::copy(corpus.join(good), folder.path().join("first.toml")).unwrap();
            fs::copy(FOLDER.path().join("data-use.toml"), folder.path().join("data-use.toml")).unwrap();
            assert!(read_folder(folder.path()).is_ok(), "{good}: {:?}", read_folder(folder.path()).err());
        }
    }
}
