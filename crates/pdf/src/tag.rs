//! Writes the structure tree into the file, so that a screen reader can jump from heading to heading and knows which
//! answer belongs to which question (tagged PDF, ISO 32000-1, 14.7).

use lopdf::{Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::structure::{Node, NodeId, Tree};

/// A marked-content sequence: the index of its page, and its number (MCID) on that page.
type MarkedContent = (usize, i64);

/// Adds the tree. `marked` has, for each page, the element of each marked-content sequence.
pub(super) fn tag(pdf: &mut Document, pages: &[ObjectId], tree: &Tree, marked: &[Vec<NodeId>]) -> Result<(), PdfError> {
    let root = pdf.new_object_id();
    let elements: Vec<ObjectId> = tree.nodes().iter().map(|_| pdf.new_object_id()).collect();
    let sequences = sequences(tree, marked);
    let filled = filled(tree, &sequences);
    let writer = Writer { pages, elements: &elements, filled: &filled, root };
    let all = tree.nodes().iter().zip(&elements).zip(&sequences).zip(&filled);
    for (((node, id), text), _) in all.filter(|(_, filled)| **filled) {
        pdf.set_object(*id, writer.element(node, text));
    }
    let parents = pdf.add_object(dictionary! { "Nums" => writer.parents(marked) });
    let first = elements.first().map(|id| Object::Reference(*id));
    pdf.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => first.unwrap_or(Object::Null),
            "ParentTree" => parents,
            "ParentTreeNextKey" => number(pages.len()),
        },
    );
    for (at, page) in pages.iter().enumerate() {
        let page = pdf.get_dictionary_mut(*page)?;
        page.set("StructParents", number(at));
        page.set("Tabs", "S");
    }
    let catalog = pdf.catalog_mut()?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// The marked content of each element, in reading order.
fn sequences(tree: &Tree, marked: &[Vec<NodeId>]) -> Vec<Vec<MarkedContent>> {
    let mut sequences = vec![Vec::new(); tree.nodes().len()];
    for (page, nodes) in marked.iter().enumerate() {
        for (mark, node) in (0_i64..).zip(nodes) {
            if let Some(texts) = sequences.get_mut(node.index()) {
                texts.push((page, mark));
            }
        }
    }
    sequences
}

/// Which elements have any text, their own or their children's. Empty ones, from blank answers, are left out, because
/// screen readers would only pause there.
fn filled(tree: &Tree, sequences: &[Vec<MarkedContent>]) -> Vec<bool> {
    let mut filled: Vec<bool> = sequences.iter().map(|text| !text.is_empty()).collect();
    // Backwards, because parents are before their children.
    for (at, node) in tree.nodes().iter().enumerate().rev() {
        let any = node.children.iter().any(|child| filled.get(child.index()) == Some(&true));
        if let Some(own) = filled.get_mut(at) {
            *own |= any;
        }
    }
    filled
}

struct Writer<'a> {
    pages: &'a [ObjectId],
    elements: &'a [ObjectId],
    filled: &'a [bool],
    root: ObjectId,
}

impl Writer<'_> {
    fn element(&self, node: &Node, text: &[MarkedContent]) -> Object {
        let parent = node.parent.map_or(Some(self.root), |parent| self.id(parent));
        let mut element = dictionary! {
            "S" => node.tag.name(),
            "P" => parent.map_or(Object::Null, Object::Reference),
        };
        let home = text.first().map(|(page, _)| *page);
        if let Some(page) = home.and_then(|at| self.pages.get(at)) {
            element.set("Pg", *page);
        }
        let children = node.children.iter().filter(|child| self.filled.get(child.index()) == Some(&true));
        let mut kids: Vec<Object> = children.filter_map(|child| self.id(*child)).map(Object::Reference).collect();
        kids.extend(text.iter().map(|sequence| self.kid(*sequence, home)));
        match kids.len() {
            0 => {}
            1 => element.set("K", kids.remove(0)),
            _ => element.set("K", kids),
        }
        element.into()
    }

    /// Content on the element's own page is a number alone; content on another page is a reference with the page.
    fn kid(&self, (page, mark): MarkedContent, home: Option<usize>) -> Object {
        match self.pages.get(page) {
            Some(id) if home != Some(page) => dictionary! { "Type" => "MCR", "Pg" => *id, "MCID" => mark }.into(),
            _ => mark.into(),
        }
    }

    /// The reverse mapping, from each marked-content sequence of each page to its element.
    fn parents(&self, marked: &[Vec<NodeId>]) -> Vec<Object> {
        let entry = |(page, nodes): (usize, &Vec<NodeId>)| {
            let ids = nodes.iter().filter_map(|node| self.id(*node));
            let ids: Vec<Object> = ids.map(Object::Reference).collect();
            [number(page), ids.into()]
        };
        marked.iter().enumerate().flat_map(entry).collect()
    }

    fn id(&self, node: NodeId) -> Option<ObjectId> {
        self.elements.get(node.index()).copied()
    }
}

fn number(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
