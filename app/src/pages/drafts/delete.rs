//! Confirms the deletion of a draft.

use super::open;
use crate::api::drafts::Delete;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, PostForm},
    },
    context,
    pages::frame::{Frame, back, load},
    paths,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::Owner;

#[component]
pub fn Delete() -> impl IntoView {
    let id = context::draft_id();
    load(async move {
        let (draft, owner) = (open(&id?).await?, context::owner()?);
        let (saved_forms, t) = (paths::saved_forms(&owner), context::messages());
        let title = t.delete_title();
        // The name used in the list that led here.
        let is_unnamed = matches!(owner, Owner::Visitor(_)) || draft.answers.keep_unnamed(&draft.form);
        let name = if is_unnamed { t.recover_unnamed().into() } else { draft.form.name.clone() };
        Ok(view! {
            <Frame title=title back=back(saved_forms.clone())>
                <div class="care-question">
                    <span class="govuk-caption-l">{name}</span>
                    <h1 class="govuk-heading-l">{title}</h1>
                    <p class="govuk-body">{t.delete_text()}</p>
                    <PostForm action=Delete::PATH>
                        <Hidden name="draft" value=draft.id.clone()/>
                        <div class="govuk-button-group">
                            <Button text=t.delete() weight=Weight::Warning/>
                            <a class="govuk-link" href=saved_forms>{t.delete_keep()}</a>
                        </div>
                    </PostForm>
                </div>
            </Frame>
        })
    })
}
