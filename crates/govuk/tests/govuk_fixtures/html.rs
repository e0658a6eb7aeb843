//! Normalises HTML, so that markup which a browser shows and reads out alike compares equal.

use html5ever::{
    LocalName, QualName, local_name, ns, parse_fragment,
    tendril::{StrTendril, TendrilSink},
};
use markup5ever_rcdom::{Handle, NodeData, RcDom};

/// Inline elements: a space beside one is visible.
const INLINE: [&str; 5] = ["a", "b", "em", "span", "strong"];

/// The normalised HTML: one indented line for each element and text.
pub fn normal(html: &str) -> String {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    let dom = parse_fragment(RcDom::default(), html5ever::ParseOpts::default(), body, Vec::new(), false)
        .one(StrTendril::from(html));
    let mut out = String::new();
    // The parser puts a fragment into an `<html>` element.
    for root in dom.document.children.borrow().iter() {
        write_children(&mut out, root, 0, false);
    }
    out
}

/// Writes the child nodes in order, without comments: texts around a comment are joined, spaces collapsed.
fn write_children(out: &mut String, parent: &Handle, depth: usize, verbatim: bool) {
    let pieces = pieces(parent);
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Element(node, name) => write_element(out, node, name, depth),
            Piece::Text(text) if verbatim => line(out, depth, &format!("{text:?}")),
            Piece::Text(text) => {
                let inline = |at: Option<usize>| at.and_then(|at| pieces.get(at)).is_some_and(Piece::is_inline);
                let text = folded(text, inline(index.checked_sub(1)), inline(Some(index + 1)));
                if !text.trim().is_empty() {
                    line(out, depth, &format!("{text:?}"));
                }
            }
        }
    }
}

enum Piece {
    Element(Handle, LocalName),
    Text(String),
}

impl Piece {
    fn is_inline(&self) -> bool {
        matches!(self, Self::Element(_, name) if INLINE.contains(&&**name))
    }
}

fn pieces(parent: &Handle) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for child in parent.children.borrow().iter() {
        match &child.data {
            NodeData::Element { name, .. } => pieces.push(Piece::Element(child.clone(), name.local.clone())),
            NodeData::Text { contents } => match pieces.last_mut() {
                Some(Piece::Text(before)) => before.push_str(&contents.borrow()),
                _ => pieces.push(Piece::Text(contents.borrow().to_string())),
            },
            _ => {}
        }
    }
    pieces
}

/// Collapses runs of spaces, and drops them at the edges of a block.
fn folded(text: &str, after_inline: bool, before_inline: bool) -> String {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let space = |there: bool, at_edge: bool| if there && at_edge { " " } else { "" };
    let first = space(after_inline, text.starts_with(|c: char| c.is_ascii_whitespace()));
    let last = space(before_inline, text.ends_with(|c: char| c.is_ascii_whitespace()));
    format!("{first}{}{last}", words.join(" "))
}

fn write_element(out: &mut String, node: &Handle, name: &LocalName, depth: usize) {
    let NodeData::Element { attrs, .. } = &node.data else { return };
    let mut attributes: Vec<String> = attrs
        .borrow()
        .iter()
        .map(|attribute| match &*attribute.name.local {
            "class" => format!("class={:?}", attribute.value.split_ascii_whitespace().collect::<Vec<_>>()),
            name => format!("{name}={:?}", &*attribute.value),
        })
        .collect();
    attributes.sort();
    line(out, depth, &format!("<{name} {}>", attributes.join(" ")));
    write_children(out, node, depth + 1, matches!(&**name, "pre" | "textarea"));
}

fn line(out: &mut String, depth: usize, text: &str) {
    out.push_str(&"  ".repeat(depth));
    out.push_str(text);
    out.push('\n');
}

/// The first lines that differ, and the line before them.
pub fn difference(expected: &str, ours: &str) -> String {
    let (expected, ours): (Vec<_>, Vec<_>) = (expected.lines().collect(), ours.lines().collect());
    let same = expected.iter().zip(&ours).take_while(|(a, b)| a == b).count();
    let excerpt = |lines: &[&str]| lines.iter().skip(same).take(3).copied().collect::<Vec<_>>().join("\n");
    let before = same.checked_sub(1).map(|at| expected[at]).unwrap_or_default();
    format!("{before}\n  GOV.UK:\n{}\n  ours:\n{}\n", excerpt(&expected), excerpt(&ours))
}

#[test]
fn equivalent_html_is_equal() {
    let same = [
        ("<p class=\"a  b\" id='x'>Hello\n  you</p>", "<p id=x class='a b'><!-- -->Hello you <!----></p>"),
        ("<input disabled>", "<input disabled=''>"),
        ("<div>\n  <p>One</p>\n</div>", "<div><p> One</p></div>"),
    ];
    for (one, other) in same {
        assert_eq!(normal(one), normal(other), "{one}");
    }
}

#[test]
fn different_html_is_not_equal() {
    let other = [
        ("<p class='a b'></p>", "<p class='b a'></p>"),
        ("<p><span>Error:</span> Enter</p>", "<p><span>Error:</span>Enter</p>"),
        ("<p>a</p>", "<div>a</div>"),
        ("<textarea>a  b</textarea>", "<textarea>a b</textarea>"),
        ("<p hidden>a</p>", "<p>a</p>"),
        ("<p>&lt;b&gt;</p>", "<p><b></b></p>"),
    ];
    for (one, other) in other {
        assert_ne!(normal(one), normal(other), "{one}");
    }
}
