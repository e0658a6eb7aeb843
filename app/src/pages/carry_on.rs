//! "Carry on where you left off": the card that leads back to a form, and the question before the same form is begun
//! again.
//!
//! Neither names the form by itself: without a sign-in, the next person at this screen sees the same.

use super::{
    frame::{FrameContent, back, framed},
    recover::last_saved,
};
use crate::{
    api::start::Start,
    components::{
        button::{Button, LinkButton, Weight},
        facts::facts,
        form::{Hidden, post_form},
    },
    context,
    paths::{self, CARRY},
};
use form_engine::definition::Form;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, LocalClock, UnfinishedDraft};

/// The drafts of the caller that a page may offer to carry on with: all of them, or those of one form.
pub async fn unfinished(form: Option<&str>) -> Result<Vec<UnfinishedDraft>, ApiError> {
    match context::caller().owner() {
        Some(owner) => context::ports()?.drafts.unfinished(&owner, form).await,
        None => Ok(Vec::new()),
    }
}

/// The card with the draft that was saved last; `None` if there is none.
pub fn card(drafts: &[UnfinishedDraft], clock: &dyn LocalClock) -> Option<AnyView> {
    let (newest, t) = (drafts.first()?, context::messages());
    let others = (drafts.len() > 1).then(|| {
        view! { <a class="govuk-link" href=paths::RECOVER>{t.home_see_saved(drafts.len())}</a> }
    });
    let card = view! {
        <section class="care-resume" aria-labelledby="resume-title">
            <h2 class="govuk-heading-m" id="resume-title">{t.home_carry_on()}</h2>
            {when_saved(newest, clock)}
            <div class="care-resume__actions">
                <LinkButton text=t.button_continue() href=paths::draft(&newest.id).into() about=t.recover_unnamed()/>
                {delete_link(newest)}
                {others}
            </div>
        </section>
    };
    Some(card.into_any())
}

/// When a draft was last saved, and how long it is kept if nobody signs in.
pub fn when_saved(draft: &UnfinishedDraft, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let day = context::resident().is_err().then(|| view! { <p class="care-resume__page">{t.carry_on_a_day()}</p> });
    view! {
        {facts(vec![(t.recover_last_saved(), last_saved(draft.saved, clock))])}
        {day}
    }
}

/// The link to delete a draft, beside the way back to it.
pub fn delete_link(draft: &UnfinishedDraft) -> impl IntoView + use<> {
    let href = format!("{}/delete", paths::draft(&draft.id));
    view! { <a class="govuk-link" href=href>{context::messages().carry_on_delete()}</a> }
}

/// Asks somebody who has begun a form before whether to carry on with it. `carry` is the earlier form whose answers a
/// new one would reuse.
pub fn question(form: &Form, draft: &UnfinishedDraft, carry: Option<String>, clock: &dyn LocalClock) -> AnyView {
    let t = context::messages();
    let again = view! {
        <Hidden name="form" value=form.key.clone()/>
        <Hidden name="again" value="yes"/>
        {carry.map(|carry| view! { <Hidden name=CARRY value=carry/> })}
        <Button text=t.begun_again() weight=Weight::Secondary/>
    };
    let content = view! {
        <h1 class="govuk-heading-l">{form.name.clone()}</h1>
        <section class="care-resume" aria-labelledby="begun-title">
            <h2 class="govuk-heading-m" id="begun-title">{t.begun_title()}</h2>
            <p class="care-resume__page">{t.begun_text()}</p>
            {when_saved(draft, clock)}
            <div class="care-resume__actions">
                <LinkButton text=t.button_continue() href=paths::draft(&draft.id).into() about=form.name.clone()/>
                {post_form(Start::PATH, again)}
                {delete_link(draft)}
            </div>
        </section>
    };
    let back = back(paths::form(&form.key));
    framed(FrameContent { title: t.begun_title().into(), back, ..FrameContent::default() }, content)
}
