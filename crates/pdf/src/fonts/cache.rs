//! The type case of one document: the faces it has needed so far, open until it is done.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use harfrust::{Direction, Script, ShapePlan, ShapePlanKey};

use super::super::clean::is_invisible;
use super::{FaceId, Fonts, OpenFont, Weight};

/// Faces and plans for shaping, taken out once a document and put back when it is made.
pub(in super::super) struct FontCache<'a> {
    fonts: &'a Fonts,
    open: RefCell<BTreeMap<FaceId, Arc<OpenFont>>>,
    plans: RefCell<Vec<(FaceId, Rc<ShapePlan>)>>,
}

impl<'a> FontCache<'a> {
    pub(in super::super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, open: RefCell::default(), plans: RefCell::default() }
    }

    /// What the face is called in the file.
    pub(in super::super) fn name(&self, id: FaceId) -> &str {
        self.fonts.face(id).map_or("", |face| &face.name)
    }

    /// An open face; none if its file has gone or was never a font.
    pub(in super::super) fn face(&self, id: FaceId) -> Option<Arc<OpenFont>> {
        if let Some(opened) = self.open.borrow().get(&id) {
            return Some(opened.clone());
        }
        let opened = self.fonts.face(id)?.open().ok()?;
        self.open.borrow_mut().insert(id, opened.clone());
        Some(opened)
    }

    /// The face for what a reader takes for one character. A space stays in the face of the word
    /// before it, so that a name of several words is shaped as one; but not in a face of pictures,
    /// whose space is as wide as they are.
    pub(in super::super) fn pick(&self, piece: &str, weight: Weight, before: Option<FaceId>) -> Option<FaceId> {
        let is_space = piece.chars().all(|c| c.is_whitespace() || is_invisible(c));
        let stay = before.filter(|face| is_space && self.has_all(*face, piece) && self.has_all(*face, "a"));
        stay.or_else(|| self.fonts.chain(weight).find(|face| self.has_all(*face, piece)))
    }

    fn has_all(&self, id: FaceId, piece: &str) -> bool {
        let face = self.fonts.face(id);
        face.is_some_and(|face| piece.chars().filter(|c| !is_invisible(*c)).all(|c| face.has(c)))
    }

    /// How a face shapes a script. Working that out takes longer than shaping a line, so it is kept.
    pub(in super::super) fn plan(
        &self,
        id: FaceId,
        opened: &OpenFont,
        script: Option<Script>,
        direction: Direction,
    ) -> Rc<ShapePlan> {
        let key = ShapePlanKey::new(&opened.font, script, direction);
        let known = self.plans.borrow().iter().find(|(face, plan)| *face == id && key.matches(plan)).cloned();
        if let Some((_, plan)) = known {
            return plan;
        }
        let plan = Rc::new(ShapePlan::new(&opened.font, direction, script, None, &[]));
        self.plans.borrow_mut().push((id, plan.clone()));
        plan
    }
}
