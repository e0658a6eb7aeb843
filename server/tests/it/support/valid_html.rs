//! Keeps every page that a test opens, one of each structure, for `scripts/html.sh`, which has the W3C's checker read them.

use super::default_button::{attribute, tags};
use std::{
    collections::HashSet,
    hash::{DefaultHasher, Hash, Hasher},
    path::Path,
    sync::{LazyLock, Mutex},
};

static SEEN: LazyLock<Mutex<HashSet<u64>>> = LazyLock::new(Mutex::default);

/// Writes a page into `tmp/html` of the build folder, unless one of the same structure is there.
pub fn keep(html: &str) {
    let structure = structure(html);
    if !SEEN.lock().unwrap().insert(structure) {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("html");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(format!("{structure:016x}.html")), html).unwrap();
}

/// A hash of the tags, the names of their attributes, and the ids: pages that differ in texts and other values only are
/// valid together, or not at all.
fn structure(html: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for tag in tags(html) {
        tag.split('"').step_by(2).for_each(|names| names.hash(&mut hasher));
        attribute(tag, "id").hash(&mut hasher);
    }
    hasher.finish()
}

#[test]
fn pages_that_differ_in_texts_and_values_have_one_structure() {
    let page = structure(r#"<p class="a">One</p>"#);
    assert_eq!(page, structure(r#"<p class="b">Two</p>"#));
    assert_ne!(page, structure(r#"<p id="a">One</p>"#));
    assert_ne!(page, structure(r#"<p class="a">One</p><br>"#));
}
