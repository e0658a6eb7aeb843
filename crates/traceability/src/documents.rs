//! Anchors of Markdown headings, as GitHub and others generate them.

use std::{fs, path::Path};

/// Whether `file#anchor` below a folder exists. Without an anchor, whether the file does.
pub fn has_anchor(folder: &Path, place: &str) -> bool {
    let (file, anchor) = place.split_once('#').map_or((place, None), |(file, anchor)| (file, Some(anchor)));
    let Ok(text) = fs::read_to_string(folder.join(file)) else { return false };
    anchor.is_none_or(|anchor| text.lines().filter_map(heading).any(|found| found == anchor))
}

/// The anchor of a heading.
fn heading(line: &str) -> Option<String> {
    let text = line.trim_start_matches('#');
    let is_heading = text.len() < line.len() && text.starts_with(' ');
    is_heading.then(|| {
        let kept = text.trim().chars().filter(|c| c.is_alphanumeric() || [' ', '-', '_'].contains(c));
        kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_by_their_anchor() {
        assert_eq!(heading("## Who may call whom?").as_deref(), Some("who-may-call-whom"));
        assert_eq!(heading("#hashtag"), None);
        let docs = crate::root().join("docs");
        assert!(has_anchor(&docs, "threat-model.md#known-gaps"));
        assert!(!has_anchor(&docs, "threat-model.md#no-such-heading"));
        assert!(!has_anchor(&docs, "no-such-file.md"));
    }
}
