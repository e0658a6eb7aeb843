//! The structure of the document for screen readers: which text is a heading, a question or an answer. Layout only
//! passes the ids along.

/// The PDF structure types in use (ISO 32000-1, 14.8.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Document,
    Section,
    Title,
    SectionHeading,
    Heading,
    Paragraph,
    /// Questions with answers, or labels with values: a list whose items have a label and a body, which is how PDF
    /// represents a description list.
    List,
    Item,
    Label,
    Body,
}

impl Tag {
    /// Its name in the file.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Document => "Document",
            Self::Section => "Sect",
            Self::Title => "H1",
            Self::SectionHeading => "H2",
            Self::Heading => "H3",
            Self::Paragraph => "P",
            Self::List => "L",
            Self::Item => "LI",
            Self::Label => "Lbl",
            Self::Body => "LBody",
        }
    }
}

/// A node of the tree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct NodeId(usize);

impl NodeId {
    /// Its index in [`Tree::nodes`].
    pub(super) fn index(self) -> usize {
        self.0
    }
}

/// A structure element: it has either children or text on the pages.
#[derive(Debug)]
pub(super) struct Node {
    pub tag: Tag,
    pub parent: Option<NodeId>,
    pub children: Vec<NodeId>,
}

/// The structure of a whole document. Its first node is the document itself.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
}

impl Tree {
    /// The tree of an empty document, and the id of its root.
    pub(super) fn new() -> (Self, NodeId) {
        let root = Node { tag: Tag::Document, parent: None, children: Vec::new() };
        (Self { nodes: vec![root] }, NodeId(0))
    }

    /// Adds an element as the last child of its parent.
    pub(super) fn add(&mut self, tag: Tag, parent: NodeId) -> NodeId {
        let id = NodeId(self.nodes.len());
        self.nodes.push(Node { tag, parent: Some(parent), children: Vec::new() });
        if let Some(parent) = self.nodes.get_mut(parent.0) {
            parent.children.push(id);
        }
        id
    }

    /// Every element, parents before children.
    pub(super) fn nodes(&self) -> &[Node] {
        &self.nodes
    }
}
