//! "Help me choose": a few questions that lead to a form. It is published with the forms. Nothing about the person who
//! answers is stored.

mod check;

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The most questions that anybody is asked.
pub const MOST_QUESTIONS: usize = 3;
/// The most forms that a result leads to.
pub const MOST_FORMS: usize = 3;

/// The questions, of which the first is asked first, and the results.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpMeChoose {
    pub questions: Vec<ChoiceQuestion>,
    pub results: Vec<ChoiceResult>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceQuestion {
    pub key: String,
    pub title: String,
    /// Text above the question, with markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intro: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// The error if no option is selected.
    pub missing: String,
    #[serde(default)]
    pub quick_exit: bool,
    pub options: Vec<ChoiceOption>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceOption {
    pub value: String,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    pub leads_to: LeadsTo,
}

/// What comes after an option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeadsTo {
    /// The question with this key.
    Question(String),
    /// The result with this key.
    Result(String),
}

/// What a person is told at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceResult {
    pub key: String,
    pub title: String,
    /// What can't wait, above everything else, with markup.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgent: Option<String>,
    /// Why this is the result, and what to do, with markup.
    pub body: String,
    /// The keys of the forms to start with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub forms: Vec<String>,
    #[serde(default)]
    pub quick_exit: bool,
}

/// The way through the questions with certain answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceWay<'h> {
    /// The questions in the order they are asked, each with the option selected. Only the last may have none.
    pub asked: Vec<(&'h ChoiceQuestion, Option<&'h ChoiceOption>)>,
    /// The result, if every question is answered.
    pub result: Option<&'h ChoiceResult>,
}

impl HelpMeChoose {
    /// The way with these answers, by the keys of their questions. What isn't an option of a question counts as no
    /// answer.
    pub fn way(&self, answers: &BTreeMap<String, String>) -> ChoiceWay<'_> {
        let mut way = ChoiceWay { asked: Vec::new(), result: None };
        let mut next = self.questions.first();
        while let Some(question) = next.filter(|_| way.asked.len() < MOST_QUESTIONS) {
            let answer = answers.get(&question.key);
            let option = question.options.iter().find(|option| Some(&option.value) == answer);
            way.asked.push((question, option));
            next = match option.map(|option| &option.leads_to) {
                Some(LeadsTo::Question(key)) => self.question(key),
                Some(LeadsTo::Result(key)) => {
                    way.result = self.results.iter().find(|result| result.key == *key);
                    None
                }
                None => None,
            };
        }
        way
    }

    fn question(&self, key: &str) -> Option<&ChoiceQuestion> {
        self.questions.iter().find(|question| question.key == key)
    }

    /// Calls `change` with every text that people read.
    pub fn each_text(&mut self, change: &mut impl FnMut(&mut String)) {
        for question in &mut self.questions {
            [&mut question.title, &mut question.missing].into_iter().for_each(&mut *change);
            question.intro.iter_mut().chain(&mut question.hint).for_each(&mut *change);
            for option in &mut question.options {
                std::iter::once(&mut option.label).chain(&mut option.hint).for_each(&mut *change);
            }
        }
        for result in &mut self.results {
            [&mut result.title, &mut result.body].into_iter().chain(&mut result.urgent).for_each(&mut *change);
        }
    }
}

#[cfg(test)]
mod tests;
