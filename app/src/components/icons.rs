//! The logo of the service and small line icons. All take the colour of the surrounding text.

use crate::context;
use leptos::prelude::*;

/// The council's logo, which includes its name, or the logo of the service with the name beside it.
#[component]
pub fn CouncilMark(
    /// The block of the class names: `care-header` or `care-footer`.
    within: &'static str,
) -> impl IntoView {
    let site = context::site();
    let Some(logo) = site.look.logo.clone() else {
        return view! { <Mark class=format!("{within}__mark")/> }.into_any();
    };
    let class = format!("{within}__logo");
    let name = site.council.name.clone();
    view! { <img class=class src=logo.address alt=name width=logo.width.to_string() height=logo.height.to_string()/> }
        .into_any()
}

/// Two overlapping arcs: a lake and a hill.
#[component]
fn Mark(class: String) -> impl IntoView {
    view! {
        <svg class=class viewBox="0 0 32 32" width="40" height="40" aria-hidden="true" focusable="false">
            <g fill="none" stroke="currentColor" stroke-width="3.75" stroke-linecap="round">
                <path d="M2.5 23C4 5 19 2 21.5 19"></path>
                <path d="M29.5 9C28 27 13 30 10.5 13"></path>
            </g>
        </svg>
    }
}

#[component]
pub fn Tick() -> impl IntoView {
    view! {
        <svg class="care-icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
            <path d="M4 12.5l5.5 5.5L20 6.5"></path>
        </svg>
    }
}

#[component]
pub fn Clock() -> impl IntoView {
    view! {
        <svg class="care-icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false">
            <circle cx="12" cy="12" r="9"></circle>
            <path d="M12 7v5l3.5 2"></path>
        </svg>
    }
}
