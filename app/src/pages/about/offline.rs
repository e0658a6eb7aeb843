//! What is shown where there is no connection.

use crate::{components::button::LinkButton, context, pages::frame::Frame};
use leptos::prelude::*;

#[component]
pub fn Offline() -> impl IntoView {
    let say = context::words();
    view! {
        <Frame title=say.offline_title()>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{say.offline_title()}</h1>
                <p class="govuk-body">{say.offline_why()}</p>
                <p class="govuk-body">{say.offline_safe()}</p>
                <p class="govuk-body">{say.offline_what()}</p>
                <LinkButton words=say.offline_again() href="/".into()/>
            </div>
        </Frame>
    }
}
