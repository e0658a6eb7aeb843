//! Turns a Fluent message into plain texts.

use crate::placeholders::sample;
use fluent_syntax::{
    ast::{Expression, Identifier, InlineExpression, Pattern, PatternElement},
    unicode::unescape_unicode_to_string,
};
use std::collections::HashMap;

/// The patterns of messages, terms and their attributes, by name.
pub type Patterns<'p> = HashMap<String, &'p Pattern<String>>;

/// The texts of a message: one for each variant of its selectors, so that every wording is checked.
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
    /// The index of the variant to read.
    choice: usize,
    /// The largest number of variants found so far.
    most: usize,
    /// The names being read, so that a message that refers to itself doesn't recurse for ever.
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
        // The service's own tests check that every name exists.
        let Some(pattern) = self.patterns.get(&name).filter(|_| !self.inside.contains(&name)) else {
            return sample(&name).into();
        };
        self.inside.push(name);
        let text = self.pattern(pattern);
        self.inside.pop();
        text
    }
}
