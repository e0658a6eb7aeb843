//! Attributes that a component has no property for.

use leptos::attr::{
    any_attribute::{AnyAttribute, IntoAnyAttribute},
    custom::custom_attribute,
};
use std::borrow::Cow;

/// Names and values, written in the order given. Names come from code; values are escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(Cow<'static, str>, String)>);

impl Attributes {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds an attribute.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.0.push((name.into(), value.into()));
        self
    }

    /// Adds an attribute if there is a value for it.
    #[must_use]
    pub fn with_some(self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Adds a boolean attribute, which has no value.
    #[must_use]
    pub fn flag(self, name: &'static str) -> Self {
        self.with(name, "")
    }

    /// Appends other attributes.
    #[must_use]
    pub fn and(mut self, others: Self) -> Self {
        self.0.extend(others.0);
        self
    }

    /// Adds a text for the component's script as `data-i18n.key`, unless it is empty.
    #[must_use]
    pub(super) fn i18n(self, key: &str, text: &str) -> Self {
        if text.is_empty() { self } else { self.with_name(format!("data-i18n.{key}"), text) }
    }

    /// Adds a text with plural forms ("one", "other") for the component's script.
    #[must_use]
    pub(super) fn plurals(self, key: &str, texts: Plurals) -> Self {
        texts.into_iter().fold(self, |all, (rule, text)| all.with_name(format!("data-i18n.{key}.{rule}"), &text))
    }

    fn with_name(mut self, name: String, value: &str) -> Self {
        self.0.push((name.into(), value.to_owned()));
        self
    }

    /// The attributes in the form that Leptos spreads: `<div {..attributes.spread()}>`.
    pub(super) fn spread(self) -> Vec<AnyAttribute> {
        self.0.into_iter().map(|(name, value)| custom_attribute(name, value).into_any_attr()).collect()
    }
}

/// A text in its plural forms, such as `("one", "You have %{count} character remaining")`.
pub type Plurals = Vec<(&'static str, String)>;

/// `None` for an empty text, so that its attribute isn't written.
pub(super) fn non_empty(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A component's own class and further classes, without empty ones.
pub(super) fn classes(own: &str, others: &[&str]) -> String {
    others.iter().filter(|class| !class.is_empty()).fold(own.to_owned(), |all, class| format!("{all} {class}"))
}

/// The word if the condition holds, otherwise empty.
pub(super) const fn when(condition: bool, word: &str) -> &str {
    if condition { word } else { "" }
}

/// The value of `aria-describedby`: identifiers in reading order, separated by spaces.
pub(super) fn described_by<const N: usize>(ids: [Option<String>; N]) -> Option<String> {
    let ids: Vec<String> = ids.into_iter().flatten().filter(|id| !id.is_empty()).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::*;

    // ASVS V1.2.1
    #[test]
    fn values_are_escaped() {
        let attributes = Attributes::new().with("data-about", r#"" onclick="alert(1)"#).flag("hidden");
        let html = view! { <i {..attributes.spread()}></i> }.to_html();
        assert_eq!(html, r#"<i data-about="&quot; onclick=&quot;alert(1)" hidden=""></i>"#);
    }

    #[test]
    fn empty_classes_leave_no_space() {
        assert_eq!(classes("a", &["", "b c", ""]), "a b c");
    }
}
