//! Saving the page while somebody fills it in, and saying so.

use super::Helper;
use crate::SaveResponse;
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::{rc::Rc, time::Duration};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Element, HtmlElement, RequestInit, Response, SubmitEvent, UrlSearchParams};

/// A page is saved this long after the last change.
const PAUSE: Duration = Duration::from_millis(1500);

/// After this long, a wait is explained.
const LONG: Duration = Duration::from_secs(1);

/// What is under way and what was said about it.
#[derive(Default)]
pub(super) struct State {
    pause: Option<TimeoutHandle>,
    saving: bool,
    /// Pressed during a save; sent when the save has finished, with the new revision.
    waiting: Option<Press>,
    sent: bool,
    /// What was last said about saving: nothing, that it works, or that it failed.
    said: Said,
}

/// A press of a button, or of Enter in an input, which has no button.
struct Press {
    button: Option<HtmlElement>,
}

/// What people who can't see the saved line were told last.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Said {
    #[default]
    Nothing,
    Saved,
    Trouble,
}

/// Sets the text and the class of the saved line.
fn show_status(line: &Element, words: &str, class: &str) {
    line.set_text_content(Some(words));
    if let Some(paragraph) = line.parent_element() {
        paragraph.set_class_name(class);
    }
}

impl Helper {
    pub(super) fn save_soon(self: &Rc<Self>) {
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

    pub(super) fn submitted(self: &Rc<Self>, event: &SubmitEvent) {
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
}
