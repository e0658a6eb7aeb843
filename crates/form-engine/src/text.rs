//! A small, safe subset of Markdown for forms and pages: paragraphs, lists, headings, bold, links. Everything else is
//! plain text, so nothing needs sanitising. No Markdown library is limited to this, or as small in the browser.

/// A block of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(Vec<Span>),
    Paragraph(Vec<Span>),
    List(Vec<Vec<Span>>),
}

/// A run of text within a block. A link may be within bold text, and bold text within a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Text(String),
    Bold(Vec<Span>),
    Link { words: Vec<Span>, to: String },
}

/// What is read as markup: nothing within itself.
#[derive(Clone, Copy)]
struct Markup {
    bold: bool,
    links: bool,
}

impl Markup {
    const ALL: Self = Self { bold: true, links: true };
}

/// The text with a capital first letter.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Reads text into blocks. Never fails: anything that isn't markup is plain text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
        } else if let Some(heading) = line.strip_prefix("## ") {
            blocks.push(Block::Heading(spans(heading)));
            open = false;
        } else if let Some(item) = line.strip_prefix("- ") {
            match blocks.last_mut() {
                Some(Block::List(items)) if open => items.push(spans(item)),
                _ => blocks.push(Block::List(vec![spans(item)])),
            }
            open = true;
        } else {
            match blocks.last_mut() {
                Some(Block::Paragraph(inline)) if open => {
                    inline.push(Span::Text(" ".into()));
                    inline.extend(spans(line));
                }
                Some(Block::List(items)) if open => {
                    if let Some(item) = items.last_mut() {
                        item.push(Span::Text(" ".into()));
                        item.extend(spans(line));
                    }
                }
                _ => blocks.push(Block::Paragraph(spans(line))),
            }
            open = true;
        }
    }
    blocks
}

/// The text without markup, for places that take plain text only.
pub fn plain(text: &str) -> String {
    let of_block = |block: &Block| match block {
        Block::Heading(spans) | Block::Paragraph(spans) => plain_spans(spans),
        Block::List(items) => items.iter().map(|item| format!("- {}", plain_spans(item))).collect::<Vec<_>>().join("\n"),
    };
    blocks(text).iter().map(of_block).collect::<Vec<_>>().join("\n\n")
}

fn plain_spans(spans: &[Span]) -> String {
    let of_span = |span: &Span| match span {
        Span::Text(text) => text.clone(),
        Span::Bold(inner) | Span::Link { words: inner, .. } => plain_spans(inner),
    };
    spans.iter().map(of_span).collect()
}

/// The first thing in a text that looks like markup but is shown as it is written, because it isn't understood.
pub fn shown_markup(text: &str) -> Option<String> {
    const SIGNS: [&str; 4] = ["**", "](", "##", "__"];
    let text = plain(text);
    let at = SIGNS.iter().filter_map(|sign| text.find(sign)).min()?;
    Some(text[at..].chars().take(40).collect())
}

fn spans(line: &str) -> Vec<Span> {
    spans_with(line, Markup::ALL)
}

fn spans_with(line: &str, markup: Markup) -> Vec<Span> {
    let mut out = Vec::new();
    let mut rest = line;
    while !rest.is_empty() {
        let (before, mark) = next_mark(rest, markup);
        if !before.is_empty() {
            out.push(Span::Text(before.into()));
        }
        let Some((span, after)) = mark else { break };
        out.push(span);
        rest = after;
    }
    out
}

/// The text before the first markup, and the markup with what follows it.
fn next_mark(text: &str, markup: Markup) -> (&str, Option<(Span, &str)>) {
    for (index, _) in text.char_indices().filter(|(_, c)| matches!(c, '*' | '[')) {
        let (before, at) = text.split_at(index);
        if let Some(mark) = bold(at, markup).or_else(|| link(at, markup)) {
            return (before, Some(mark));
        }
    }
    (text, None)
}

fn bold(text: &str, markup: Markup) -> Option<(Span, &str)> {
    let (inner, after) = text.strip_prefix("**").filter(|_| markup.bold)?.split_once("**")?;
    (!inner.is_empty()).then(|| (Span::Bold(spans_with(inner, Markup { bold: false, ..markup })), after))
}

fn link(text: &str, markup: Markup) -> Option<(Span, &str)> {
    let (words, rest) = text.strip_prefix('[').filter(|_| markup.links)?.split_once("](")?;
    let (to, after) = rest.split_once(')')?;
    let safe = to.starts_with("https://")
        || to.starts_with("tel:")
        || to.starts_with("mailto:")
        || (to.starts_with('/') && !to.starts_with("//"));
    // An earlier bracket belongs to the text before the link.
    let is_link = safe && !words.is_empty() && !words.contains('[');
    is_link.then(|| (Span::Link { words: spans_with(words, Markup { links: false, ..markup }), to: to.into() }, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn all_markup_is_recognised() {
        let text = "One **bold** word\nand a [link](/help).\n\n- first\n- second\n\n## Heading\nAfter";
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph(vec![
                    Span::Text("One ".into()),
                    Span::Bold(vec![Span::Text("bold".into())]),
                    Span::Text(" word".into()),
                    Span::Text(" ".into()),
                    Span::Text("and a ".into()),
                    Span::Link { words: vec![Span::Text("link".into())], to: "/help".into() },
                    Span::Text(".".into()),
                ]),
                Block::List(vec![vec![Span::Text("first".into())], vec![Span::Text("second".into())]]),
                Block::Heading(vec![Span::Text("Heading".into())]),
                Block::Paragraph(vec![Span::Text("After".into())]),
            ]
        );
    }

    #[test]
    fn links_and_bold_text_may_be_within_each_other() {
        let number = || vec![Span::Text("999".into())];
        let link = |words| Span::Link { words, to: "tel:999".into() };
        let paragraph = |spans| [Block::Paragraph(spans)];
        assert_eq!(
            blocks("**call [999](tel:999)**"),
            paragraph(vec![Span::Bold(vec![Span::Text("call ".into()), link(number())])])
        );
        assert_eq!(blocks("[**999**](tel:999)"), paragraph(vec![link(vec![Span::Bold(number())])]));
        assert_eq!(blocks("[a] [999](tel:999)"), paragraph(vec![Span::Text("[a] ".into()), link(number())]));
        assert_eq!(plain("**call [999](tel:999)** now"), "call 999 now");
    }

    #[test]
    fn markup_that_is_not_understood_is_found() {
        for text in ["**call 999", "a ** b", "[x](javascript:alert(1))", "[a [b](/c)](/d)", "### Heading", "__bold__"] {
            assert!(shown_markup(text).is_some(), "{text}");
        }
        for text in ["**call [999](tel:999)**", "## Heading\n- one", "2 * 3 [or so] (about)", "snake_case"] {
            assert_eq!(shown_markup(text), None, "{text}");
        }
    }

    // ASVS V1.2.2
    #[test]
    fn links_that_run_code_are_text() {
        for text in ["[x](javascript:alert(1))", "[x](//evil.example)", "[x](http://plain.example)", "[x](data:text/html,1)"]
        {
            assert!(
                !blocks(text)
                    .iter()
                    .any(|b| matches!(b, Block::Paragraph(s) if s.iter().any(|s| matches!(s, Span::Link { .. }))))
            );
        }
    }

    proptest! {
        #[test]
        fn any_text_is_parsed(text in "[\\PC\\n]{0,80}") {
            let _ = plain(&text);
        }
    }
}
