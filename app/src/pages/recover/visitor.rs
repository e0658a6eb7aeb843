//! "Recover a form" without a sign-in: the forms begun in this browser.

use crate::{
    components::{
        button::{LinkButton, Weight},
        rich_text::rich_line,
    },
    context,
    cookies::Cookie,
    pages::{
        carry_on::{delete_link, unfinished, when_saved},
        frame::{FrameContent, back, framed},
    },
    paths,
};
use leptos::prelude::*;
use ports::{ApiError, LocalClock, UnfinishedDraft};

/// Lists the forms that may be mentioned. Without one, the page asks to sign in, as it asks somebody who has begun
/// nothing.
pub async fn recover(clock: &dyn LocalClock) -> Result<AnyView, ApiError> {
    context::set_cookie(Cookie::Next, paths::RECOVER);
    let drafts = unfinished(None).await?;
    if drafts.is_empty() {
        context::redirect("/sign-in");
        return Ok(().into_any());
    }
    let t = context::messages();
    let content = view! {
        <h1 class="govuk-heading-l">{t.recover()}</h1>
        <p class="care-lead">{t.recover_visitor(drafts.len())}</p>
        <ul class="care-records">{drafts.iter().map(|draft| record(draft, clock)).collect_view()}</ul>
        <p class="govuk-body">{rich_line(t.recover_visitor_more())}</p>
    };
    Ok(framed(FrameContent { title: t.recover().into(), back: back("/"), ..FrameContent::default() }, content))
}

fn record(draft: &UnfinishedDraft, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let name = t.recover_unnamed();
    view! {
        <li class="care-record">
            <div>
                <h2 class="care-record__title">{name}</h2>
                {when_saved(draft, clock)}
            </div>
            <div class="care-record__actions">
                <LinkButton text=t.button_continue() href=paths::draft(&draft.id).into() about=name weight=Weight::Secondary/>
                {delete_link(draft)}
            </div>
        </li>
    }
}
