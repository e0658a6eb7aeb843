//! The font cache of one document: the faces that it has used so far, open until it is finished.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use harfrust::{Direction, Script, ShapePlan, ShapePlanKey};

use super::super::clean::is_invisible;
use super::{FaceId, Fonts, OpenFont, Weight};

/// Open faces and shape plans, for the time of rendering one document.
pub(in super::super) struct FontCache<'a> {
    fonts: &'a Fonts,
    open: RefCell<BTreeMap<FaceId, Arc<OpenFont>>>,
    plans: RefCell<Vec<(FaceId, Rc<ShapePlan>)>>,
}

impl<'a> FontCache<'a> {
    pub(in super::super) fn new(fonts: &'a Fonts) -> Self {
        Self { fonts, open: RefCell::default(), plans: RefCell::default() }
    }

    /// The name of the face in the file.
    pub(in super::super) fn name(&self, id: FaceId) -> &str {
        self.fonts.face(id).map_or("", |face| &face.name)
    }

    /// An open face; `None` if its file is gone or isn't a font.
    pub(in super::super) fn face(&self, id: FaceId) -> Option<Arc<OpenFont>> {
        if let Some(opened) = self.open.borrow().get(&id) {
            return Some(opened.clone());
        }
        let opened = self.fonts.face(id)?.open().ok()?;
        self.open.borrow_mut().insert(id, opened.clone());
        Some(opened)
    }

    /// The face for a grapheme cluster. A space stays in the face of the word before it, so that a name of several
    /// words is shaped as a whole; but not in an emoji face, whose space is as wide as an emoji.
    pub(in super::super) fn pick(&self, piece: &str, weight: Weight, before: Option<FaceId>) -> Option<FaceId> {
        let is_space = piece.chars().all(|c| c.is_whitespace() || is_invisible(c));
        let stay = before.filter(|face| is_space && self.has_all(*face, piece) && self.has_all(*face, "a"));
        stay.or_else(|| self.fonts.chain(weight).find(|face| self.has_all(*face, piece)))
    }

    fn has_all(&self, id: FaceId, piece: &str) -> bool {
        let face = self.fonts.face(id);
        face.is_some_and(|face| piece.chars().filter(|c| !is_invisible(*c)).all(|c| face.has(c)))
    }

    /// The shape plan of a face for a script. It is cached, as making it takes longer than shaping a line.
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
