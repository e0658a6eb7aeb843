//! Checks which questions name the items of a list.

use super::Check;
use crate::definition::{ListDef, QuestionKind};

impl Check<'_> {
    /// A name is short, shows nothing that copies hide, and is made of questions that every item is asked.
    pub(super) fn list_names(&mut self, list_def: &ListDef) {
        for key in list_def.named_by.iter().flat_map(|entry| entry.split_whitespace()) {
            let Some(question) = list_def.questions.iter().find(|question| question.key == key) else {
                let reason = format!("`named_by` names \"{key}\", which the list doesn't ask");
                self.found(&list_def.key, reason, "name a question of the list itself");
                continue;
            };
            let is_long = matches!(
                question.kind,
                QuestionKind::LongText { .. } | QuestionKind::YesNo | QuestionKind::Declaration { .. }
            );
            let why = if !question.is_typed() || is_long {
                "doesn't have an answer that names anything"
            } else if question.hidden_from_copy {
                "is hidden from copies, and they show the names"
            } else if question.when.is_some() {
                "isn't asked about every item"
            } else {
                continue;
            };
            self.found(&list_def.key, format!("`named_by` names \"{key}\", which {why}"), "name another question");
        }
    }
}
