//! Short facts side by side, such as when a draft was saved and how long it is kept.

use leptos::prelude::*;

/// Names and values.
pub fn facts(pairs: Vec<(&'static str, String)>) -> impl IntoView {
    view! {
        <dl class="care-facts">
            {pairs
                .into_iter()
                .map(|(name, value)| {
                    view! {
                        <div>
                            <dt class="care-facts__key">{name}</dt>
                            <dd class="care-facts__value">{value}</dd>
                        </div>
                    }
                })
                .collect_view()}
        </dl>
    }
}
