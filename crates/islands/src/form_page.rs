//! Helps with a page of a form: shows and hides questions as others are answered, keeps "None of these" exclusive,
//! and saves while the person types. The form itself comes from the server and works without this.

use form_engine::journey::PageRules;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The start of the id of the element around a question; its key follows.
pub const WRAPPER: &str = "question-";

/// What the browser needs to know about the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    // Only deserialised in the browser: serialising would make up a tenth of the WASM.
    /// Which questions are asked for which answers, and the calculations.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing))]
    pub rules: PageRules,
    /// The address to save the form to.
    pub save_to: String,
}

/// The response to a save from the script.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveResponse {
    /// The new revision of the draft, for the next save.
    pub revision: i64,
    /// The line that says when the form was saved and how long it is kept.
    #[serde(rename = "words")]
    pub saved_line: String,
    /// The line in the footer that says when somebody who does nothing is signed out; `None` for visitors.
    #[serde(default)]
    pub signed_out_line: Option<String>,
}

#[island]
pub fn FormHelper(facts: PageFacts, children: Children) -> impl IntoView {
    let root = NodeRef::<leptos::html::Div>::new();
    #[cfg(feature = "hydrate")]
    Effect::new(move |_| {
        if let Some(root) = root.get() {
            super::form_helper::start(&root, facts.clone());
        }
    });
    #[cfg(not(feature = "hydrate"))]
    drop(facts);
    view! { <div node_ref=root>{children()}</div> }
}
