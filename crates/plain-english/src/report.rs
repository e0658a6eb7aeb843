//! What the check prints.

use crate::{Checked, Finding, Row, Rule};

const TEXT_SHOWN: usize = 60;

/// A table of the amount of text in each document, and its reading age.
pub fn table(checked: &Checked) -> String {
    let mut lines = vec![["", "texts", "sentences", "words", "reading age"].map(String::from)];
    lines.extend(checked.rows.iter().chain([&checked.total]).map(cells));
    let width = |column: usize| lines.iter().filter_map(|line| line.get(column)).map(|cell| cell.chars().count()).max();
    let widths: [usize; 5] = std::array::from_fn(|column| width(column).unwrap_or(0));
    lines.iter().map(|line| in_columns(line, &widths)).collect::<Vec<_>>().join("\n")
}

fn cells(row: &Row) -> [String; 5] {
    [row.name.clone(), number(row.texts), number(row.sentences), number(row.words), years(row.age)]
}

/// Names are aligned left, numbers right.
fn in_columns(cells: &[String; 5], widths: &[usize; 5]) -> String {
    let pad = |(index, (cell, width)): (usize, (&String, &usize))| {
        if index == 0 { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
    };
    cells.iter().zip(widths).enumerate().map(pad).collect::<Vec<_>>().join("  ")
}

/// A finding on one line: the place, what is wrong, what to do, and the rule.
pub fn finding(found: &Finding) -> String {
    let Finding { file, key, rule, text, wrong, instead, .. } = found;
    let place = if key.is_empty() { file.clone() } else { format!("{file}: {key}") };
    let list = match rule {
        Rule::HardWord => ", or add it to crates/plain-english/lists/familiar.toml if there are none",
        _ => "",
    };
    format!("{place}: {}: {wrong} → {instead}{list} [{rule}]", shortened(text))
}

fn shortened(text: &str) -> String {
    let all = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match all.char_indices().nth(TEXT_SHOWN).and_then(|(end, _)| all.get(..end)) {
        Some(shown) => format!("{}…", shown.trim_end()),
        None => all,
    }
}

/// The last line.
pub fn result(total: &Row, findings: usize) -> String {
    let findings = if findings == 1 { "1 finding".into() } else { format!("{} findings", number(findings)) };
    format!("Plain English: {} texts, reading age {}, {findings}", number(total.texts), years(total.age))
}

/// With commas between thousands.
fn number(count: usize) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn years(age: Option<f64>) -> String {
    age.map_or_else(|| "-".into(), |age| format!("{age:.1}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas() {
        assert_eq!([0, 999, 2095, 1_234_567].map(number), ["0", "999", "2,095", "1,234,567"]);
    }

    #[test]
    fn a_long_text_is_shortened() {
        assert_eq!(shortened(" a\n b "), "a b");
        assert_eq!(shortened(&"é".repeat(61)), format!("{}…", "é".repeat(60)));
    }
}
