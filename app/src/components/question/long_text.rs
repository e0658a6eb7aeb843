//! Questions with an answer of several lines.

use super::count_texts;
use crate::context;
use govuk::character_count::{CharacterCount, character_count};
use leptos::prelude::*;

/// The answer with its character count. An input prints only what its box shows, so a copy of the answer is printed
/// instead; the island keeps it up to date.
pub(super) fn long_text(asked: CharacterCount) -> AnyView {
    let (id, value) = (asked.id.clone(), asked.value.clone());
    let counted = character_count(CharacterCount {
        textarea_description_text: context::messages().count_most().into(),
        texts: count_texts(),
        ..asked
    });
    view! { <div class="care-long-text">{counted} <p class="care-print-only care-long-text__printed" data-print-of=id>{value}</p></div> }
        .into_any()
}
