//! Changing the name.

use super::may_fill_in;
use crate::api::accounts::Rename;
use crate::{
    components::{button::Button, form::MainForm},
    context,
    last_attempt::LastAttempt,
    pages::{
        create_account::name_inputs,
        frame::{FrameContent, framed, load},
    },
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::ApiError;

#[component]
pub fn ChangeName() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        if !may_fill_in(&resident)? {
            return Ok(().into_any());
        }
        let details = context::ports()?.details.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let [first, last] = name_inputs(&shown, [&details.first_name, &details.last_name]);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.name_title()}</h1>
                <MainForm action=Rename::PATH>
                    {first}
                    {last}
                    <Button text=t.details_save_name()/>
                </MainForm>
            </div>
        };
        let back = Some(("/account/details".to_owned(), t.back().to_owned()));
        let problem = shown.is_wrong();
        Ok(framed(FrameContent { title: t.name_title().into(), problem, back, ..FrameContent::default() }, content))
    })
}
