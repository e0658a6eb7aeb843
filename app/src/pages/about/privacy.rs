//! The privacy notice: what is kept, why, for how long, and what people can ask for.

use super::text_page;
use crate::context;
use leptos::prelude::*;

#[component]
pub fn Privacy() -> impl IntoView {
    let t = context::messages();
    text_page(t.privacy_title(), t.privacy_text())
}
