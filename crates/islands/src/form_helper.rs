//! Helps with a form page in the browser, working on the document that the server rendered.

use crate::{PageFacts, SaveResponse, WRAPPER};
use form_engine::{fields::Fields, record::format_amount};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::{cell::RefCell, rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, HtmlTextAreaElement, RequestInit, Response, SubmitEvent,
    UrlSearchParams,
};

/// A page is saved this long after the last change.
const PAUSE: Duration = Duration::from_millis(1500);

/// After this long, a wait is explained.
const LONG: Duration = Duration::from_secs(1);

struct Helper {
    form: HtmlFormElement,
    facts: PageFacts,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    pause: Option<TimeoutHandle>,
    saving: bool,
    /// Pressed during a save; sent when the save has finished, with the new revision.
    waiting: Option<Press>,
    sent: bool,
    /// What was last said about saving: nothing, that it works, or that it failed.
    said: Said,
}

/// What people who can't see the saved line were told last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Said {
    #[default]
    Nothing,
    Saved,
    Trouble,
}

/// A press of a button, or of Enter in an input, which has no button.
struct Press {
    button: Option<HtmlElement>,
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

/// Whether the input is a checkbox or a radio.
fn is_ticked_or_not(input: &HtmlInputElement) -> bool {
    matches!(input.type_().as_str(), "checkbox" | "radio")
}

/// The field that an input's name stands for.
fn field_of(name: &str) -> Option<&str> {
    name.strip_prefix("answers[")?.strip_suffix("][]")
}

fn listen(helper: &Rc<Helper>, event: &str, on: impl Fn(&Rc<Helper>, &Event) + 'static) {
    let helper_of_event = Rc::clone(helper);
    let closure = Closure::<dyn Fn(Event)>::new(move |event: Event| on(&helper_of_event, &event));
    let _ = helper.form.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    // The listener lives as long as the page.
    closure.forget();
}

/// Sets the text and the class of the saved line.
fn show_status(line: &Element, words: &str, class: &str) {
    line.set_text_content(Some(words));
    if let Some(paragraph) = line.parent_element() {
        paragraph.set_class_name(class);
    }
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

    fn save_soon(self: &Rc<Self>) {
        let helper = Rc::clone(self);
        let pause = set_timeout_with_handle(move || helper.save(), PAUSE).ok();
        if let Some(before) = std::mem::replace(&mut self.state.borrow_mut().pause, pause) {
            before.clear();
        }
    }

    fn save(self: &Rc<Self>) {
        {
            let mut state = self.state.borrow_mut();
            if state.sent || state.saving {
                return;
            }
            state.saving = true;
        }
        let helper = Rc::clone(self);
        let waiter = Rc::clone(self);
        let long =
            set_timeout_with_handle(move || waiter.show_text_of("data-wait", "care-saved care-saved--waiting"), LONG).ok();
        spawn_local(async move {
            let saved = helper.post().await;
            if let Some(long) = long {
                long.clear();
            }
            match saved {
                Some(saved) => helper.saved(&saved),
                None => helper.failed(),
            }
            let waiting = {
                let mut state = helper.state.borrow_mut();
                state.saving = false;
                state.waiting.take()
            };
            if let Some(press) = waiting {
                helper.send(&press);
            }
        });
    }

    /// Saves the page as it is. The reason for a failure isn't shown here: "Continue" and "Save for later" are
    /// ordinary form posts and show it.
    async fn post(&self) -> Option<SaveResponse> {
        let body = self.body()?;
        let options = RequestInit::new();
        options.set_method("POST");
        options.set_body(&body);
        let response =
            JsFuture::from(leptos::prelude::window().fetch_with_str_and_init(&self.facts.save_to, &options)).await.ok()?;
        let response: Response = response.dyn_into().ok()?;
        if !response.ok() {
            return None;
        }
        let text = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        serde_json::from_str(&text).ok()
    }

    fn body(&self) -> Option<JsValue> {
        let body = UrlSearchParams::new().ok()?;
        for (name, value) in self.pairs() {
            body.append(&name, &value);
        }
        body.append("go", "aside");
        Some(body.into())
    }

    fn saved(&self, saved: &SaveResponse) {
        for input in self.inputs().into_iter().filter(|input| input.name() == "revision") {
            // Firefox would restore a value that was set as a property, in a page that it loads again.
            let _ = input.set_attribute("value", &saved.revision.to_string());
        }
        for line in self.all("[data-saved]") {
            show_status(&line, &saved.saved_line, "care-saved");
        }
        // It is in the footer, outside the form. Saving was activity, so the time is later now.
        let foot = leptos::prelude::document().query_selector("[data-signed-out]").ok().flatten();
        if let (Some(foot), Some(line)) = (foot, &saved.signed_out_line) {
            foot.set_text_content(Some(line));
        }
        self.say(Said::Saved, &saved.saved_line);
    }

    /// Replaces the saved line by a text that the server has put into one of its attributes.
    fn show_text_of(&self, attribute: &str, class: &str) {
        for line in self.all("[data-saved]") {
            show_status(&line, &line.get_attribute(attribute).unwrap_or_default(), class);
        }
    }

    fn failed(&self) {
        self.show_text_of("data-trouble", "care-saved care-saved--trouble");
        let line = self.all("[data-saved]").into_iter().next();
        self.say(Said::Trouble, &line.and_then(|line| line.text_content()).unwrap_or_default());
    }

    /// Has a text about saving read out, unless the last one said the same.
    fn say(&self, news: Said, text: &str) {
        if std::mem::replace(&mut self.state.borrow_mut().said, news) == news {
            return;
        }
        for region in self.all("[data-announce]") {
            region.set_text_content(Some(text));
        }
    }

    fn submitted(self: &Rc<Self>, event: &SubmitEvent) {
        let mut state = self.state.borrow_mut();
        if state.sent {
            event.prevent_default();
        } else if state.saving {
            event.prevent_default();
            state.waiting = Some(Press { button: event.submitter() });
        } else {
            state.sent = true;
        }
    }

    fn send(&self, press: &Press) {
        let _ = match &press.button {
            Some(button) => self.form.request_submit_with_submitter(Some(button)),
            None => self.form.request_submit(),
        };
    }

    /// The answers now on the page, by input.
    fn typed(&self) -> Fields {
        let mut typed = Fields::new();
        for (name, value) in self.pairs() {
            if let Some(field) = field_of(&name) {
                typed.entry(field.to_owned()).or_default().push(value);
            }
        }
        typed
    }

    /// What the form would send: checkboxes and radios only if ticked.
    fn pairs(&self) -> Vec<(String, String)> {
        let ticked = |input: &HtmlInputElement| !is_ticked_or_not(input) || input.checked();
        let inputs = self.inputs().into_iter().filter(ticked).map(|input| (input.name(), input.value()));
        inputs
            .chain(self.areas().into_iter().map(|area| (area.name(), area.value())))
            .filter(|(name, _)| !name.is_empty())
            .collect()
    }

    fn inputs(&self) -> Vec<HtmlInputElement> {
        self.all("input").into_iter().filter_map(|input| input.dyn_into().ok()).collect()
    }

    fn areas(&self) -> Vec<HtmlTextAreaElement> {
        self.all("textarea").into_iter().filter_map(|area| area.dyn_into().ok()).collect()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.form.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
    }
}
