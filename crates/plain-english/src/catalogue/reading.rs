//! What a message says.

use crate::placeholders::sample;
use fluent_syntax::{
    ast::{Expression, Identifier, InlineExpression, Pattern, PatternElement},
    unicode::unescape_unicode_to_string,
};
use std::collections::HashMap;

/// What messages, terms and their attributes say, by the names they are called by.
pub type Patterns<'p> = HashMap<String, &'p Pattern<String>>;

/// A message with choices is read once for every choice, so that each wording is looked at.
pub fn readings(pattern: &Pattern<String>, patterns: &Patterns<'_>) -> Vec<String> {
    let mut most = 1;
    let mut texts = Vec::new();
    while texts.len() < most {
        let mut reader = Reader { patterns, choice: texts.len(), most, inside: Vec::new() };
        texts.push(reader.pattern(pattern));
        most = reader.most;
    }
    texts
}

struct Reader<'p> {
    patterns: &'p Patterns<'p>,
    /// Which of the choices is read.
    choice: usize,
    /// How many choices there are where there are most.
    most: usize,
    /// The names of what is being read: one that names itself has no end.
    inside: Vec<String>,
}

impl<'p> Reader<'p> {
    fn pattern(&mut self, pattern: &'p Pattern<String>) -> String {
        let element = |element: &'p PatternElement<String>| match element {
            PatternElement::TextElement { value } => value.clone(),
            PatternElement::Placeable { expression } => self.expression(expression),
        };
        pattern.elements.iter().map(element).collect()
    }

    fn expression(&mut self, expression: &'p Expression<String>) -> String {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { variants, .. } => {
                self.most = self.most.max(variants.len());
                let variant = variants.get(self.choice).or_else(|| variants.last());
                variant.map(|variant| self.pattern(&variant.value)).unwrap_or_default()
            }
        }
    }

    fn inline(&mut self, inline: &'p InlineExpression<String>) -> String {
        match inline {
            InlineExpression::StringLiteral { value } => unescape_unicode_to_string(value).into_owned(),
            InlineExpression::NumberLiteral { value } => value.clone(),
            InlineExpression::VariableReference { id } => sample(&id.name).into(),
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.first().map_or_else(|| sample("").into(), |argument| self.inline(argument))
            }
            InlineExpression::TermReference { id, attribute, .. } => self.named(format!("-{}", id.name), attribute.as_ref()),
            InlineExpression::MessageReference { id, attribute } => self.named(id.name.clone(), attribute.as_ref()),
            InlineExpression::Placeable { expression } => self.expression(expression),
        }
    }

    fn named(&mut self, id: String, attribute: Option<&Identifier<String>>) -> String {
        let name = attribute.map_or_else(|| id.clone(), |attribute| format!("{id}.{}", attribute.name));
        // That every name exists is for the service's own tests to say.
        let Some(pattern) = self.patterns.get(&name).filter(|_| !self.inside.contains(&name)) else {
            return sample(&name).into();
        };
        self.inside.push(name);
        let text = self.pattern(pattern);
        self.inside.pop();
        text
    }
}
