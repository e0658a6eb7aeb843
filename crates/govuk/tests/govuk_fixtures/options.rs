//! The options of a fixture, read as the Nunjucks templates read them: missing, empty and false all mean not given.

use govuk::{Attributes, Content, Plurals};
use leptos::{prelude::*, tachys::html::InertElement};
use serde_json::Value;

#[derive(Clone, Copy)]
pub struct Options<'a> {
    value: &'a Value,
    /// The HTML expected of the whole fixture.
    pub expected: &'a str,
}

impl<'a> Options<'a> {
    pub const fn new(value: &'a Value, expected: &'a str) -> Self {
        Self { value, expected }
    }

    fn get(&self, key: &str) -> Option<&'a Value> {
        self.value.get(key).filter(|value| truthy(value))
    }

    /// Whether an option is present, even if null.
    pub fn names(&self, key: &str) -> bool {
        self.value.get(key).is_some()
    }

    pub fn is_null(&self, key: &str) -> bool {
        self.value.get(key).is_some_and(Value::is_null)
    }

    pub fn text(&self, key: &str) -> String {
        self.get(key).map(to_text).unwrap_or_default()
    }

    /// An option that counts even if it is empty.
    pub fn given(&self, key: &str) -> Option<String> {
        self.value.get(key).filter(|value| !value.is_null()).map(to_text)
    }

    /// A text with a default.
    pub fn text_or(&self, key: &str, other: &str) -> String {
        self.get(key).map_or_else(|| other.to_owned(), to_text)
    }

    pub fn number<T: std::str::FromStr>(&self, key: &str) -> Option<T> {
        self.get(key).and_then(|value| to_text(value).parse().ok())
    }

    pub fn is(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub fn flag(&self, key: &str) -> Option<bool> {
        self.value.get(key).and_then(Value::as_bool)
    }

    pub fn object(&self, key: &str) -> Option<Self> {
        self.get(key).filter(|value| value.is_object()).map(|value| Self { value, ..*self })
    }

    /// An object among the options; without any options if missing.
    pub fn part(&self, key: &str) -> Self {
        Self { value: self.get(key).unwrap_or(&Value::Null), ..*self }
    }

    pub fn list<T>(&self, key: &str, each: impl FnMut(Self) -> T) -> Vec<T> {
        let items = self.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter(|value| truthy(value)).map(|value| Self { value, ..*self }).map(each).collect()
    }

    /// The items of an option that is itself a list, such as a row of a table.
    pub fn items<T>(&self, each: impl FnMut(Self) -> T) -> Vec<T> {
        self.value.as_array().into_iter().flatten().map(|value| Self { value, ..*self }).map(each).collect()
    }

    pub fn texts(&self, key: &str) -> Vec<String> {
        self.list(key, |item| to_text(item.value))
    }

    /// `html` if given, otherwise `text`.
    pub fn content(&self) -> Content {
        self.content_of("html", "text")
    }

    pub fn content_of(&self, html: &str, text: &str) -> Content {
        match self.get(html) {
            Some(html) => markup(&to_text(html)),
            None => self.text(text).into(),
        }
    }

    pub fn attributes(&self) -> Attributes {
        self.attributes_of("attributes")
    }

    pub fn attributes_of(&self, key: &str) -> Attributes {
        let all = self.get(key).and_then(Value::as_object).into_iter().flatten();
        all.fold(Attributes::new(), |all, (name, value)| match attribute(value) {
            Some(value) => all.with(name.clone().leak(), value),
            None => all,
        })
    }

    /// A text in its plural forms.
    pub fn plurals(&self, key: &str) -> Plurals {
        let all = self.get(key).and_then(Value::as_object).into_iter().flatten();
        all.map(|(rule, text)| (&*rule.clone().leak(), to_text(text))).collect()
    }
}

/// Turns a text into markup, which only tests may do.
pub fn markup(html: &str) -> Content {
    Content::view(InertElement::new(html.to_owned()).into_any())
}

fn attribute(value: &Value) -> Option<String> {
    match value.as_object() {
        Some(options) if options.get("optional") == Some(&Value::Bool(true)) => match options.get("value")? {
            Value::Null | Value::Bool(false) => None,
            Value::Bool(true) => Some(String::new()),
            value => Some(to_text(value)),
        },
        Some(options) => Some(options.get("value").map(to_text).unwrap_or_default()),
        None => Some(to_text(value)),
    }
}

fn truthy(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.is_empty(),
        Value::Number(number) => number.as_f64() != Some(0.0),
        _ => true,
    }
}

fn to_text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
