//! What is on the page: its inputs, and the answers in them.

use super::Helper;
use form_engine::fields::Fields;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTextAreaElement};

/// Whether the input is a checkbox or a radio.
pub(super) fn is_ticked_or_not(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "checkbox" | "radio")
}

/// The field that an input's name stands for.
pub(super) fn field_of(name: &str) -> Option<&str> {
    name.strip_prefix("answers[")?.strip_suffix("][]")
}

impl Helper {
    /// The answers now on the page, by input.
    pub(super) fn typed(&self) -> Fields {
        let mut typed = Fields::new();
        for (name, value) in self.pairs() {
            if let Some(field) = field_of(&name) {
                typed.entry(field.to_owned()).or_default().push(value);
            }
        }
        typed
    }

    /// What the form would send: checkboxes and radios only if ticked.
    pub(super) fn pairs(&self) -> Vec<(String, String)> {
        let ticked = |input: &HtmlInputElement| !is_ticked_or_not(input) || input.checked();
        let inputs = self.inputs().into_iter().filter(ticked).map(|input| (input.name(), input.value()));
        inputs
            .chain(self.areas().into_iter().map(|area| (area.name(), area.value())))
            .filter(|(name, _)| !name.is_empty())
            .collect()
    }

    pub(super) fn inputs(&self) -> Vec<HtmlInputElement> {
        self.all("input").into_iter().filter_map(|input| input.dyn_into().ok()).collect()
    }

    pub(super) fn areas(&self) -> Vec<HtmlTextAreaElement> {
        self.all("textarea").into_iter().filter_map(|area| area.dyn_into().ok()).collect()
    }

    pub(super) fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.form.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
    }
}
