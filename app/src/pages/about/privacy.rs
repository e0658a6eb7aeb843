//! The privacy notice: what is kept, why, for how long, and what people can ask for.

use super::text_page;
use crate::context;
use leptos::prelude::*;

#[component]
pub fn Privacy() -> impl IntoView {
    let say = context::words();
    text_page(say.privacy_title(), say.privacy_text())
}
