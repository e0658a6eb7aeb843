//! The accessibility statement: the aim, known problems, what isn't tested yet, and whom to contact.

use super::text_page;
use crate::context;
use leptos::prelude::*;

#[component]
pub fn Accessibility() -> impl IntoView {
    let t = context::messages();
    text_page(t.accessibility_title(), t.accessibility_text())
}
