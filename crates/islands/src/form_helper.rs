//! Helps with a form page in the browser, working on the document that the server rendered.

mod inputs;
mod saving;

use crate::{PageFacts, WRAPPER};
use form_engine::record::format_amount;
use inputs::{field_of, is_ticked_or_not};
use saving::State;
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, HtmlElement, HtmlFormElement, HtmlInputElement};

struct Helper {
    form: HtmlFormElement,
    facts: PageFacts,
    state: RefCell<State>,
}

/// Starts the helper for the form inside an element.
pub fn start(root: &HtmlElement, facts: PageFacts) {
    let Some(form) = root.query_selector("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let helper = Rc::new(Helper { form, facts, state: RefCell::default() });
    helper.show_what_is_asked();
    release_page();
    listen(&helper, "change", Helper::changed);
    // On every keystroke: a question that only appeared on leaving the input would move what the person is about to
    // press.
    listen(&helper, "input", |helper, _| helper.input_changed());
    listen(&helper, "submit", |helper, event| helper.submitted(event.unchecked_ref()));
    // Lets tests and developers see that the island is running.
    let _ = helper.form.set_attribute("data-awake", "true");
}

/// "None of these", which can't be ticked together with others.
fn is_exclusive(input: &HtmlInputElement) -> bool {
    input.has_attribute("data-behaviour")
}

fn listen(helper: &Rc<Helper>, event: &str, on: impl Fn(&Rc<Helper>, &Event) + 'static) {
    let helper_of_event = Rc::clone(helper);
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| on(&helper_of_event, &event));
    let _ = helper.form.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    // The listener lives as long as the page.
    closure.forget();
}

/// Until now the server's choice of questions was shown: see `HIDE_UNASKED` in `app/src/pages/frame.rs`.
fn release_page() {
    if let Some(root) = leptos::prelude::document().document_element() {
        let _ = root.class_list().remove_1("care-hide-unasked");
    }
}

impl Helper {
    fn changed(self: &Rc<Self>, event: &Event) {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            self.keep_exclusive_alone(&input);
        }
        self.input_changed();
    }

    fn input_changed(self: &Rc<Self>) {
        self.show_what_is_asked();
        self.copy_for_printing();
        self.save_soon();
    }

    /// Printed instead of long texts, of which the input would print only a part.
    fn copy_for_printing(&self) {
        for copy in self.all("[data-print-of]") {
            let id = copy.get_attribute("data-print-of").unwrap_or_default();
            let area = self.areas().into_iter().find(|area| area.id() == id);
            copy.set_text_content(area.map(|area| area.value()).as_deref());
        }
    }

    /// Hides questions that aren't asked, and shows the results of calculations. Hidden answers stay in the form, so
    /// that nothing is lost if the person changes their mind.
    fn show_what_is_asked(&self) {
        let typed = self.typed();
        let followed = self.facts.rules.follow(&typed);
        for element in self.all("[data-question]") {
            let key = element.get_attribute("data-question").unwrap_or_default();
            let _ = element.toggle_attribute_with_force("hidden", !followed.asked.contains(&key.as_str()));
        }
        for element in self.all("[data-calculated]") {
            let key = element.get_attribute("data-calculated").unwrap_or_default();
            let amount = followed.amounts.get(&key).copied().flatten();
            let words = amount.map(format_amount).or_else(|| element.get_attribute("data-unknown"));
            element.set_text_content(words.as_deref());
        }
        self.mark_expanded(&followed.asked);
    }

    /// Says of each option that can reveal questions whether it does.
    fn mark_expanded(&self, asked: &[&str]) {
        for input in self.inputs().into_iter().filter(is_ticked_or_not) {
            let (name, value) = (input.name(), input.value());
            let Some(key) = field_of(&name) else { continue };
            let revealed: Vec<&str> = self.facts.rules.revealed_by(key, &value).collect();
            if revealed.is_empty() {
                continue;
            }
            let is_open = input.checked() && revealed.iter().any(|key| asked.contains(key));
            let ids: Vec<String> = revealed.iter().map(|key| format!("{WRAPPER}{key}")).collect();
            let _ = input.set_attribute("aria-controls", &ids.join(" "));
            let _ = input.set_attribute("aria-expanded", if is_open { "true" } else { "false" });
        }
    }

    /// "None of these" unticks the others, and any of the others unticks it.
    fn keep_exclusive_alone(&self, ticked: &HtmlInputElement) {
        if ticked.type_() != "checkbox" || !ticked.checked() {
            return;
        }
        let exclusive = is_exclusive(ticked);
        for input in self.inputs().into_iter().filter(|input| input.name() == ticked.name() && input != ticked) {
            if exclusive || is_exclusive(&input) {
                input.set_checked(false);
            }
        }
    }
}
