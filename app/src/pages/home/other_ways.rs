//! What to do when a form is not the answer.

use crate::{components::rich_text::PhoneLink, context};
use leptos::prelude::*;

pub fn other_ways() -> impl IntoView {
    let council = context::site().council.clone();
    view! {
        <section class="care-other-ways" id="other-ways" aria-labelledby="other-ways-title">
            <h2 class="govuk-heading-m" id="other-ways-title">"If a form is not what you need"</h2>
            <ul class="care-other-ways__list">
                <li>
                    <h3 class="govuk-heading-s">"In an emergency"</h3>
                    <p>"Somebody is in danger or badly hurt: call " <PhoneLink number="999".into()/> "."</p>
                </li>
                <li>
                    <h3 class="govuk-heading-s">"When our office is closed"</h3>
                    <p>"It can't wait until we open: call " <PhoneLink number=council.out_of_hours/> "."</p>
                </li>
                <li>
                    <h3 class="govuk-heading-s">"By phone"</h3>
                    <p>"In office hours, call " <PhoneLink number=council.phone/> ". We can fill in a form with you."</p>
                </li>
                <li>
                    <h3 class="govuk-heading-s">"Another language or format"</h3>
                    <p>
                        "Large print, Easy Read, British Sign Language or an interpreter: "
                        <a class="govuk-link" href="/help#formats">"ask us"</a> "."
                    </p>
                </li>
            </ul>
        </section>
    }
}
