//! A page that a council adds in a language that the service isn't in.

use serde::{Deserialize, Serialize};

/// Languages that are written from right to left unless their tag names another script.
const RIGHT_TO_LEFT: [&str; 19] = [
    "ar", "arc", "azb", "ckb", "dv", "fa", "he", "khw", "ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "sd", "ug", "ur",
    "yi",
];
/// Scripts that are written from right to left.
const RIGHT_TO_LEFT_SCRIPTS: [&str; 6] = ["Adlm", "Arab", "Hebr", "Nkoo", "Syrc", "Thaa"];

/// The page. Somebody has checked its translation: others are never published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguagePage {
    /// The BCP 47 tag of the language, which is also part of the address.
    pub tag: String,
    /// The name of the language in the language itself.
    pub name: String,
    pub title: String,
    /// Text with markup.
    pub body: String,
}

impl LanguagePage {
    /// The direction of the text, for the `dir` attribute.
    pub fn direction(&self) -> &'static str {
        let mut parts = self.tag.split('-');
        let language = parts.next().unwrap_or_default();
        let script = parts.find(|part| part.len() == 4);
        let is_right_to_left = match script {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script),
            None => RIGHT_TO_LEFT.contains(&language),
        };
        if is_right_to_left { "rtl" } else { "ltr" }
    }
}

/// Whether a text is a tag as BCP 47 writes it: a language, and optionally a script and a region.
pub fn is_tag(text: &str) -> bool {
    let is = |part: &str, lengths: &[usize], fits: fn(usize, char) -> bool| {
        lengths.contains(&part.len()) && part.chars().enumerate().all(|(index, c)| fits(index, c))
    };
    let language = |part: &str| is(part, &[2, 3], |_, c| c.is_ascii_lowercase());
    let script =
        |part: &str| is(part, &[4], |index, c| if index == 0 { c.is_ascii_uppercase() } else { c.is_ascii_lowercase() });
    let region = |part: &str| is(part, &[2], |_, c| c.is_ascii_uppercase());
    match text.split('-').collect::<Vec<_>>()[..] {
        [one] => language(one),
        [one, two] => language(one) && (script(two) || region(two)),
        [one, two, three] => language(one) && script(two) && region(three),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_follows_from_the_tag() {
        let direction = |tag: &str| {
            let page = LanguagePage { tag: tag.into(), name: "N".into(), title: "T".into(), body: "B".into() };
            page.direction()
        };
        for tag in ["ar", "ur", "fa-AF", "ckb", "pa-Arab", "ku-Arab-IQ", "yi"] {
            assert_eq!(direction(tag), "rtl", "{tag}");
        }
        for tag in ["pl", "pa", "zh-Hant", "so", "ur-Latn", "bn", "tr-CY"] {
            assert_eq!(direction(tag), "ltr", "{tag}");
        }
    }

    #[test]
    fn a_tag_is_written_as_in_bcp_47() {
        for tag in ["ar", "ckb", "zh-Hant", "pt-BR", "ku-Arab-IQ"] {
            assert!(is_tag(tag), "{tag}");
        }
        for other in ["", "a", "urdu", "AR", "ar-", "zh-hant", "pt-br", "../ar", "ar-IQ-Arab", "ar-Arab-IQ-x", "ár"] {
            assert!(!is_tag(other), "{other}");
        }
    }
}
