//! Deleting an account: what is deleted, what stays, and the button.

use super::is_confirmed;
use crate::api::accounts::security::DeleteAccount;
use crate::{
    components::{
        button::{Button, Weight},
        form::post_form,
        rich_text::rich_text,
    },
    context,
    pages::frame::{FrameContent, framed, load, message_page},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;

#[component]
pub fn DeleteAccount() -> impl IntoView {
    load(async move {
        if !is_confirmed(&*context::resident()?)? {
            return Ok(().into_any());
        }
        let t = context::messages();
        let button = view! { <Button text=t.delete_account_button() weight=Weight::Warning once=true/> };
        let content = view! {
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.delete_account_title()}</h1>
                {rich_text(t.delete_account_text())}
                {post_form(DeleteAccount::PATH, button)}
            </div>
        };
        let back = Some(("/account/details".to_owned(), t.back().to_owned()));
        Ok(framed(FrameContent { title: t.delete_account_title().into(), back, ..FrameContent::default() }, content))
    })
}

#[component]
pub fn AccountDeleted() -> impl IntoView {
    let t = context::messages();
    message_page(t.account_deleted_title(), t.account_deleted_text())
}
