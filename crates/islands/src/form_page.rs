//! Helps with a page of a form: shows and hides questions as others are answered, keeps "None of these" alone,
//! and saves while the person goes on typing. The form itself is the server's and works without any of this.

use form_engine::journey::PageRules;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the browser needs to know of the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageFacts {
    // The browser reads it and never writes it: writing would be a tenth of what it loads.
    #[cfg_attr(target_arch = "wasm32", serde(skip_serializing))]
    pub rules: PageRules,
    /// Where the form is saved.
    pub save_to: String,
}

/// What the browser's script gets back from a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedNow {
    pub revision: i64,
    /// The line that says when it was saved and until when it is kept.
    pub words: String,
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
