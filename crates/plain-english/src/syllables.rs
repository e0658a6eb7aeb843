//! Counts the syllables of an English word: groups of vowels, corrected by rules and a list of exceptions.
//!
//! The rules are those of <https://github.com/words/syllable> (`LICENSE-words`), without its list of irregular plurals.

use crate::{lists::lines, prose::pattern};
use regex::Regex;
use std::{collections::HashMap, sync::LazyLock};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

static EXCEPTIONS: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let entry = |line: &'static str| line.split_once(' ').and_then(|(word, count)| Some((word, count.parse().ok()?)));
    lines(include_str!("../lists/syllables.txt")).filter_map(entry).collect()
});

static RULES: LazyLock<Rules> = LazyLock::new(Rules::new);

/// The number of syllables, at least 1.
pub fn syllables(word: &str) -> usize {
    let plain: String = word.nfd().filter(|letter| !is_combining_mark(*letter) && !matches!(letter, '\'' | '’')).collect();
    let plain = plain.to_lowercase();
    let parts = plain.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    parts
        .map(|part| part.chars().filter(char::is_ascii_lowercase).collect::<String>())
        .map(|part| of_part(&part))
        .sum::<usize>()
        .max(1)
}

/// The syllables of a word that has only the letters a to z.
fn of_part(word: &str) -> usize {
    match word.len() {
        0 => 0,
        1 | 2 => 1,
        _ => exception(word).unwrap_or_else(|| RULES.count(word)),
    }
}

fn exception(word: &str) -> Option<usize> {
    let singular = || word.strip_suffix('s').and_then(|singular| EXCEPTIONS.get(singular));
    let singular_es = || word.strip_suffix("es").and_then(|singular| EXCEPTIONS.get(singular));
    EXCEPTIONS.get(word).or_else(singular).or_else(singular_es).copied()
}

struct Rules {
    /// Prefixes and suffixes, which are counted by themselves and removed, with their syllables.
    apart: [(Regex, usize); 3],
    /// What looks like two syllables and is one.
    fewer: [Regex; 2],
    /// What looks like one syllable and is two.
    more: [Regex; 3],
    /// The same, but counted only once in a word.
    more_once: Regex,
}

impl Rules {
    fn new() -> Self {
        Self {
            apart: [
                (pattern(r"(?:creations?|ology|ologist|onomy|onomist)$"), 3),
                (
                    pattern(concat!(
                        "^(?:above|anti|ante|counter|hyper|afore|agri|infra|intra|inter|over|semi|ultra|under|extra",
                        "|dia|micro|mega|kilo|pico|nano|macro|somer)",
                        "|(?:fully|berry|woman|women|edly|union|[a-xz]ye?ing)$",
                    )),
                    2,
                ),
                (
                    pattern(concat!(
                        "^(?:un|fore|ware|none?|out|post|sub|pre|pro|dis|side|some)",
                        "|(?:ly|less|some|ful|ers?|ness|cians?|ments?|ettes?|villes?|ships?|sides?|ports?|shires?",
                        "|[gnst]ion(?:ed|s)?)$",
                    )),
                    1,
                ),
            ],
            fewer: [
                pattern(concat!(
                    "awe(?:$|d|so)|cia(?:l|$)|tia|cius|cious|[^aeiou]giu|[aeiouy][^aeiouy]ion|iou|sia$|eous$|[oa]gue$",
                    "|.[^aeiuoycgltdb]{2,}ed$|.ely$|^jua|uai|eau|^busi$",
                    "|[aeiouy](?:[bcfgklmnprsvwxyz]|ch|dg|g[hn]|lch|l[lv]|mm|nch|n[cgn]|r[bcnsv]|squ|s[chkls]|th)ed$",
                    "|[aeiouy](?:[bdfklmnprstvy]|ch|g[hn]|lch|l[lv]|mm|nch|nn|r[nsv]|squ|s[cklst]|th)es$",
                )),
                pattern("[aeiouy](?:[bcdfgklmnprstvyz]|ch|dg|g[hn]|l[lv]|mm|n[cgns]|r[cnsv]|squ|s[cklst]|th)e$"),
            ],
            more: [
                pattern(concat!(
                    "(?:(?:bb|cc|dd|ff|gg|hh|jj|kk|ll|mm|nn|pp|qq|rr|ss|tt|vv|ww|xx|zz)l",
                    "|[^aeiouy]ie(?:r|s?t)|[aeiouym]bl|eo|ism|asm|thm|dnt|snt|uity|dea|gean|oa|ua|react?",
                    "|orbed|shred|eings?|[aeiouy]sh?e[rs])$",
                )),
                pattern(
                    r"creat(?:[^u]|$)|[^gq]ua[^auieo]|[aeiou]{3}|^(?:ia|mc|coa[dglx].)|^re(?:app|es|im|us)|(?:th|d)eist",
                ),
                pattern(concat!(
                    "[^aeiou]y[ae]|[^l]lien|riet|dien|iu|io|ii|uen|[aeilotu]real|real[aeilotu]|iell|eo[^aeiou]",
                    "|[aeiou]y[aeiou]",
                )),
            ],
            more_once: pattern("[^s]ia"),
        }
    }

    fn count(&self, word: &str) -> usize {
        let mut rest = word.to_owned();
        let mut count = 0;
        for (apart, syllables) in &self.apart {
            count += syllables * apart.find_iter(&rest).count();
            rest = apart.replace_all(&rest, "").into_owned();
        }
        count += rest.split(|letter| !"aeiouy".contains(letter)).filter(|vowels| !vowels.is_empty()).count();
        count += self.more.iter().map(|more| more.find_iter(&rest).count()).sum::<usize>();
        count += usize::from(self.more_once.is_match(&rest));
        let fewer = self.fewer.iter().map(|fewer| fewer.find_iter(&rest).count()).sum();
        count.saturating_sub(fewer).max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_agree_with_the_original_package() {
        let words = [
            ("a", 1),
            ("people", 2),
            ("recipes", 3),
            ("Wednesday", 2),
            ("organisation", 5),
            ("assessment", 3),
            ("don't", 1),
            ("café", 2),
            ("little", 2),
            ("creature", 2),
            ("creative", 3),
            ("asked", 1),
            ("wanted", 2),
            ("HTML_CodeSniffer", 4),
        ];
        for (word, count) in words {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
