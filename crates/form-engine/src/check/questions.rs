//! Checks the settings of questions, and their purpose, legal basis and retention.

use super::Check;
use crate::definition::{Account, CONTACT_WAYS, ChargeView, DataUse, Question, QuestionKind};
use std::collections::BTreeSet;

impl<'a> Check<'a> {
    pub(super) fn kind(&mut self, question: &'a Question) {
        match &question.kind {
            QuestionKind::OneOf { options } | QuestionKind::ManyOf { options } => {
                let values: BTreeSet<&String> = options.iter().map(|option| &option.value).collect();
                let least = if matches!(question.kind, QuestionKind::ManyOf { .. }) { 1 } else { 2 };
                if options.len() < least {
                    self.found(&question.key, "there is nothing to choose from", "add options");
                }
                if values.len() != options.len() {
                    self.found(&question.key, "two options have the same value", "give one of them another value");
                }
                for option in options {
                    self.text(&question.key, &format!("label of the option \"{}\"", option.value), &option.label);
                }
                self.exclusive(question);
            }
            QuestionKind::Number { min: Some(min), max: Some(max), .. }
            | QuestionKind::Length { min: Some(min), max: Some(max) }
            | QuestionKind::Weight { min: Some(min), max: Some(max) }
                if min > max =>
            {
                self.found(&question.key, "`min` is greater than `max`", "change `min` or `max`");
            }
            QuestionKind::Text { max: 0, .. } | QuestionKind::LongText { max: 0, .. } => {
                self.found(&question.key, "`max` = 0 allows no text", "change `max`");
            }
            QuestionKind::Calculated { shows }
                if ChargeView::of(shows).is_some() && self.form.is_some_and(|form| form.charging.is_none()) =>
            {
                self.found(&question.key, "the form has no [charging]", "add it: see docs/charging.md");
            }
            QuestionKind::Calculated { shows } if ChargeView::of(shows).is_some() => {}
            QuestionKind::Calculated { shows } if self.form.is_some_and(|form| form.calculation(shows).is_none()) => {
                let reason = format!("there is no calculation \"{shows}\"");
                self.found(&question.key, reason, "add it under [[calculations]], or change `shows`");
            }
            _ => {}
        }
        self.contact_ways(question);
    }

    /// The account knows the ways by the values of the options.
    fn contact_ways(&mut self, question: &Question) {
        let fills = question.prefill.as_ref().is_some_and(|prefill| prefill.with == Account::Contact);
        let is_known = |way: &str| question.options().iter().any(|option| option.value == way);
        let fits = matches!(question.kind, QuestionKind::ManyOf { .. }) && CONTACT_WAYS.iter().any(|way| is_known(way));
        if fills && !fits {
            let reason = "only a \"many-of\" question with ways to be contacted can be filled in with them";
            let instead = format!("give it options with the values {}, or change `prefill`", CONTACT_WAYS.join(", "));
            self.found(&question.key, reason, instead);
        }
    }

    fn exclusive(&mut self, question: &Question) {
        let alone = question.options().iter().filter(|option| option.exclusive).count();
        match &question.kind {
            QuestionKind::OneOf { .. } if alone > 0 => self.found(
                &question.key,
                "`exclusive` has no effect unless several options may be chosen",
                "remove `exclusive`, or make it type = \"many-of\"",
            ),
            QuestionKind::ManyOf { options } if alone == options.len() => self.found(
                &question.key,
                "every option is exclusive, so only one can be chosen",
                "make it type = \"one-of\"",
            ),
            _ => {}
        }
    }

    pub(super) fn copy(&mut self, question: &Question) {
        if question.hidden_from_copy && question.reuse {
            let reason = "answers hidden from copies are never reused, so `reuse` has no effect";
            self.found(&question.key, reason, "remove `reuse` or `hidden_from_copy`");
        }
    }

    pub(super) fn data(&mut self, question: &Question) {
        let Some(form) = self.form.filter(|_| question.is_typed() || matches!(question.kind, QuestionKind::File { .. }))
        else {
            return;
        };
        let DataUse { purpose, legal_basis, retention } = form.data_of(question);
        for (name, value) in [("purpose", purpose), ("legal_basis", legal_basis), ("retention", retention)] {
            if value.is_none() {
                let reason = format!("nobody says the `{name}` of this answer");
                self.found(&question.key, reason, format!("name a `{name}` from data-use.toml at the head of the form"));
            }
        }
    }
}
