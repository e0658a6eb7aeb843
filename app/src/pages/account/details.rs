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

#[component]
pub fn Details() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let details = context::ports()?.accounts.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, say) = (Shown::take(), context::words());
        let [first, last] = name_inputs(&shown, [&details.first_name, &details.last_name]);
        Ok(view! {
            <Frame title=say.details_title() problem=shown.is_wrong() back=Some(("/account".into(), say.back_to_account().into()))>
                <div class="care-question">
                    {shown.summary()}
                    {notice(shown.notice())}
                    <h1 class="govuk-heading-l">{say.details_title()}</h1>
                    <h2 class="govuk-heading-m">{say.details_name()}</h2>
                    <PostForm action="/api/account/rename">
                        {first}
                        {last}
                        <Button words=say.details_save_name()/>
                    </PostForm>
                    <h2 class="govuk-heading-m">{say.email_address()}</h2>
                    <p class="govuk-body"><strong>{details.email}</strong></p>
                    {rich_text(say.details_email_text())}
                    <h2 class="govuk-heading-m">{say.phone_number()}</h2>
                    {match details.phone {
                        Some(phone) => view! {
                            <p class="govuk-body"><strong>{say.details_phone_ending(phone.ending)}</strong></p>
                            {rich_text(say.details_phone_text())}
                        }.into_any(),
                        None => rich_text(say.details_no_phone()),
                    }}
                    <h2 class="govuk-heading-m">{say.details_address()}</h2>
                    {rich_text(say.details_address_text())}
                    <h2 class="govuk-heading-m">{say.delete_account_title()}</h2>
                    {rich_text(say.details_delete())}
                </div>
            </Frame>
        })
    })
}
