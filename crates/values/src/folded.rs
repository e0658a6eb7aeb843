//! Normalises characters that keyboards, phones and other programs write differently.

/// The text in lower case, with plain digits, quotes and dashes, single spaces, and without invisible characters.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars().filter_map(plain).flat_map(char::to_lowercase) {
        if sign != ' ' || !(out.is_empty() || out.ends_with(' ')) {
            out.push(sign);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn plain(sign: char) -> Option<char> {
    Some(match sign {
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{ad}' => return None,
        '‘' | '’' | 'ʼ' | '′' | '`' | '´' => '\'',
        '“' | '”' | '″' => '"',
        '‐'..='―' | '−' => '-',
        '⁄' => '/',
        '٫' => '.',
        '٬' => ',',
        '￡' | '₤' => '£',
        // Full-width forms, from Chinese and Japanese keyboards.
        '！'..='～' => char::from_u32(u32::from(sign) - 0xfee0).unwrap_or(sign),
        _ if sign.is_whitespace() => ' ',
        _ => digit(sign).unwrap_or(sign),
    })
}

/// The digits of languages that many people here write: Arabic, Urdu, Hindi, Bengali, Punjabi and Gujarati.
fn digit(sign: char) -> Option<char> {
    let zeros = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}'];
    zeros.into_iter().find_map(|zero| char::from_digit(u32::from(sign).checked_sub(u32::from(zero))?, 10))
}

/// A text without meaningless punctuation around it. The point of ".5" has a meaning.
pub fn bare(text: &str) -> &str {
    let marks = [' ', '.', ',', ';', ':', '!', '?'];
    let text = text.trim_end_matches(marks);
    let inner = text.trim_start_matches(marks);
    let has_point = inner.starts_with(|first: char| first.is_ascii_digit())
        && text.strip_suffix(inner).is_some_and(|before| before.ends_with(['.', ',']));
    let start = text.len() - inner.len() - usize::from(has_point);
    text.get(start..).unwrap_or(inner)
}

/// Whether another number follows: "2-3", "2 or 3", "£100 to £150".
pub fn goes_on(rest: &str) -> bool {
    let rest = rest.trim_start();
    let joins = ["-", "to ", "or ", "and ", "i ", "neu ", "hyd at "];
    let next = joins.into_iter().find_map(|join| rest.strip_prefix(join));
    next.is_some_and(|next| next.trim_start_matches([' ', '£']).starts_with(|sign: char| sign.is_ascii_digit()))
}

/// Whether it is negative, and the text without its sign.
pub fn signed(text: &str) -> (bool, &str) {
    let minus = ["-", "minus ", "minws "].into_iter().find_map(|minus| text.strip_prefix(minus));
    (minus.is_some(), minus.unwrap_or_else(|| text.strip_prefix('+').unwrap_or(text)).trim_start())
}
