//! What to do without the login phone. It goes by telephone for now.

use crate::{
    components::rich_text::rich_text,
    context,
    pages::frame::{Frame, back},
};
use leptos::prelude::*;

#[component]
pub fn ChangePhone() -> impl IntoView {
    let say = context::words();
    view! {
        <Frame title=say.change_phone_title() back=back("/sign-in/confirm")>
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{say.change_phone_title()}</h1>
                {rich_text(say.change_phone_text())}
            </div>
        </Frame>
    }
}
