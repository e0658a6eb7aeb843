//! The accessibility statement: what was meant, what is known, what isn't yet, and whom to tell.

use super::text_page;
use crate::context;
use leptos::prelude::*;

#[component]
pub fn Accessibility() -> impl IntoView {
    let say = context::words();
    text_page(say.accessibility_title(), say.accessibility_text())
}
