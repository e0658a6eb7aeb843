//! Update your details: the name can be changed here, the rest by telephone for now.

use crate::{
    components::{button::Button, form::PostForm, rich_text::rich_text},
    context,
    error::ApiError,
    pages::{
        create_account::name_inputs,
        frame::{Frame, load, notice},
        refusals::Shown,
    },
};
use leptos::prelude::*;

const TITLE: &str = "Update your details";

const EMAIL: &str = "You sign in with this address, and we send links to your saved forms there. You can't change it here yet. \
    Call us on {phone} and we help you.";

const PHONE: &str =
    "Security codes go to this phone when you sign in. [Change your login telephone number](/sign-in/change-phone).";

const ADDRESS: &str = "We do not keep your home address in your account. You give it in each form that needs it. \
    If you have moved since you sent a form, call us on {phone}.";

#[component]
pub fn Details() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let details = context::ports()?.accounts.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let shown = Shown::take();
        let [first, last] = name_inputs(&shown, [&details.first_name, &details.last_name]);
        Ok(view! {
            <Frame title=TITLE problem=shown.is_wrong() back=Some(("/account".into(), "Back to My Account".into()))>
                <div class="care-question">
                    {shown.summary()}
                    {notice(shown.notice())}
                    <h1 class="govuk-heading-l">{TITLE}</h1>
                    <h2 class="govuk-heading-m">"Name"</h2>
                    <PostForm action="/api/account/rename">
                        {first}
                        {last}
                        <Button words="Save your name"/>
                    </PostForm>
                    <h2 class="govuk-heading-m">"Email address"</h2>
                    <p class="govuk-body"><strong>{details.email}</strong></p>
                    {rich_text(EMAIL)}
                    <h2 class="govuk-heading-m">"Phone number"</h2>
                    <p class="govuk-body"><strong>{format!("Ending with {}", details.phone_ending)}</strong></p>
                    {rich_text(PHONE)}
                    <h2 class="govuk-heading-m">"Home address"</h2>
                    {rich_text(ADDRESS)}
                </div>
            </Frame>
        })
    })
}
