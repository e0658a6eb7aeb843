//! The browser's part of a form page, on the document the server rendered.

use crate::{PageFacts, SavedNow};
use form_engine::{answers::Fields, record::amount_in_words};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::{cell::RefCell, rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Element, Event, HtmlElement, HtmlFormElement, HtmlInputElement, RequestInit, Response, SubmitEvent, UrlSearchParams,
};

/// How long after the last change a page is saved.
const PAUSE: Duration = Duration::from_millis(1500);

/// A wait as long as this says what it is for.
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
    /// Pressed while a save was under way: goes when that has ended, with the revision it brought.
    waiting: Option<Press>,
    sent: bool,
}

/// A button that was pressed, or Enter in an input, which presses none.
struct Press {
    button: Option<HtmlElement>,
}

/// Begins to help with the form below an element.
pub fn start(root: &HtmlElement, facts: PageFacts) {
    let Some(form) = root.query_selector("form").ok().flatten().and_then(|form| form.dyn_into::<HtmlFormElement>().ok())
    else {
        return;
    };
    let helper = Rc::new(Helper { form, facts, state: RefCell::default() });
    helper.show_what_is_asked();
    listen(&helper, "change", Helper::changed);
    // While somebody types: a question that came only when they leave the input would push away what they press next.
    listen(&helper, "input", |helper, _| helper.typed_on());
    listen(&helper, "submit", |helper, event| helper.submitted(event.unchecked_ref()));
    // Tests, and people who look, can tell that the page is awake.
    let _ = helper.form.set_attribute("data-awake", "true");
}

/// "None of these", which leaves no other ticked.
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

/// Sets the text and class of the status line.
fn show_status(line: &Element, words: &str, class: &str) {
    line.set_text_content(Some(words));
    if let Some(paragraph) = line.parent_element() {
        paragraph.set_class_name(class);
    }
}

impl Helper {
    fn changed(self: &Rc<Self>, event: &Event) {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            self.keep_exclusive_alone(&input);
        }
        self.typed_on();
    }

    fn typed_on(self: &Rc<Self>) {
        self.show_what_is_asked();
        self.save_soon();
    }

    /// Hides questions that aren't asked, and says what calculations come to. Their answers stay in the form, so that changing one's mind loses nothing.
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
            let words = amount.map(amount_in_words).or_else(|| element.get_attribute("data-unknown"));
            element.set_text_content(words.as_deref());
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
        let long = set_timeout_with_handle(move || waiter.say_of("data-wait", "care-saved care-saved--waiting"), LONG).ok();
        spawn_local(async move {
            let saved = helper.post().await;
            if let Some(long) = long {
                long.clear();
            }
            match saved {
                Some(saved) => helper.saved(&saved),
                None => helper.say_of("data-trouble", "care-saved care-saved--trouble"),
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

    /// Saves the page as it is. Why that failed isn't said: "Continue" and "Save for later" go the ordinary way and tell.
    async fn post(&self) -> Option<SavedNow> {
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

    fn saved(&self, saved: &SavedNow) {
        for input in self.inputs().into_iter().filter(|input| input.name() == "revision") {
            input.set_value(&saved.revision.to_string());
        }
        for line in self.all("[data-saved]") {
            show_status(&line, &saved.words, "care-saved");
        }
    }

    /// Puts words that the server has written beside the saved line in its place.
    fn say_of(&self, attribute: &str, class: &str) {
        for line in self.all("[data-saved]") {
            show_status(&line, &line.get_attribute(attribute).unwrap_or_default(), class);
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

    /// The answers on the page now, by input.
    fn typed(&self) -> Fields {
        let mut typed = Fields::new();
        for (name, value) in self.pairs() {
            if let Some(field) = name.strip_prefix("answers[").and_then(|rest| rest.strip_suffix("][]")) {
                typed.entry(field.to_owned()).or_default().push(value);
            }
        }
        typed
    }

    /// What the form would send: boxes only if they are ticked.
    fn pairs(&self) -> Vec<(String, String)> {
        let ticked = |input: &HtmlInputElement| !matches!(input.type_().as_str(), "checkbox" | "radio") || input.checked();
        let inputs = self.inputs().into_iter().filter(ticked).map(|input| (input.name(), input.value()));
        let areas = self.all("textarea").into_iter().filter_map(|area| area.dyn_into::<web_sys::HtmlTextAreaElement>().ok());
        inputs.chain(areas.map(|area| (area.name(), area.value()))).filter(|(name, _)| !name.is_empty()).collect()
    }

    fn inputs(&self) -> Vec<HtmlInputElement> {
        self.all("input").into_iter().filter_map(|input| input.dyn_into().ok()).collect()
    }

    fn all(&self, selector: &str) -> Vec<Element> {
        let Ok(list) = self.form.query_selector_all(selector) else { return Vec::new() };
        (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
    }
}
