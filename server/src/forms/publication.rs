//! A form in each language that it has words for. Rules and answers are the same in all of them: only words differ.

use domain::{definition::Form, language::Language};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};

/// A version of a form as it is published and kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publication {
    /// In English.
    #[serde(flatten)]
    pub form: Arc<Form>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub translations: BTreeMap<Language, Arc<Form>>,
}

impl Publication {
    /// The form in a language, or in English where it has no words in it.
    pub fn read_in(&self, language: Language) -> &Arc<Form> {
        self.translations.get(&language).unwrap_or(&self.form)
    }

    /// The same with the language in which developers look at pages written from right to left.
    pub(super) fn with_mirrored(mut self) -> Self {
        let mut mirrored = Form::clone(&self.form);
        each_text(&mut mirrored, &mut |text| *text = words::mirrored(text).into_owned());
        self.translations.insert(Language::Mirrored, Arc::new(mirrored));
        self
    }
}

/// Every text of a form that people read.
fn each_text(form: &mut Form, change: &mut impl FnMut(&mut String)) {
    use domain::definition::{Content, Kind};
    let Form { name, summary, time, answer_within, before, after, sections, key: _, group: _ } = form;
    [name, summary, time, answer_within, &mut before.who, &mut before.next, &mut after.next]
        .into_iter()
        .for_each(&mut *change);
    before.ready.iter_mut().chain(&mut before.urgent).for_each(&mut *change);
    for section in sections {
        change(&mut section.title);
        for page in &mut section.pages {
            change(&mut page.title);
            page.task.iter_mut().chain(&mut page.intro).for_each(&mut *change);
            let questions = match &mut page.content {
                Content::Text(body) => {
                    change(body);
                    continue;
                }
                Content::Questions(questions) => questions,
                Content::List(group) => {
                    [&mut group.item, &mut group.none].into_iter().for_each(&mut *change);
                    &mut group.questions
                }
            };
            for question in questions {
                [&mut question.label, &mut question.missing].into_iter().chain(&mut question.hint).for_each(&mut *change);
                match &mut question.kind {
                    Kind::Notice { body: text, .. } | Kind::Declaration { statement: text } => change(text),
                    Kind::Number { unit, .. } => unit.iter_mut().for_each(&mut *change),
                    Kind::OneOf { options } | Kind::ManyOf { options } => {
                        options
                            .iter_mut()
                            .flat_map(|option| [&mut option.label].into_iter().chain(&mut option.hint))
                            .for_each(&mut *change);
                    }
                    _ => {}
                }
            }
        }
    }
}
