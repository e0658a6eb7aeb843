//! The status of a request, and the way to stop one that somebody else has made.

use super::frame;
use crate::api::accounts::lost_phone::PhoneChangeStop;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        rich_text::rich_text,
    },
    context,
    pages::frame::{framed, load, message_page},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{RequestState, StopEffect};

#[component]
pub fn Track() -> impl IntoView {
    load(async move {
        let (ports, t) = (context::ports()?, context::messages());
        let Some(request) = ports.lost_phone.tracked(&context::param("token")?).await? else { return Ok(flag_redirect()) };
        let clock = &*ports.clock;
        let state = match request.state {
            RequestState::Requested | RequestState::IdentityChecked => t.phone_state_asked().to_owned(),
            RequestState::Approved(until) => t.phone_state_approved(t.day(clock.day(until))),
            RequestState::Refused => t.phone_state_refused().to_owned(),
            RequestState::Stopped => t.phone_state_stopped().to_owned(),
            RequestState::Done => t.phone_state_done().to_owned(),
            RequestState::Expired => t.phone_state_lapsed().to_owned(),
            RequestState::Frozen => t.phone_state_frozen().to_owned(),
            RequestState::Released => t.phone_state_released().to_owned(),
        };
        let content = view! {
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.phone_track_title()}</h1>
                <p class="govuk-body">{t.phone_asked_on(t.day(clock.day(request.asked)))}</p>
                {rich_text(&state)}
            </div>
        };
        Ok(framed(frame(t.phone_track_title(), false, None), content))
    })
}

#[component]
pub fn Stop() -> impl IntoView {
    load(async move {
        let (link, t) = (context::param("link")?, context::messages());
        let Some(effect) = context::ports()?.lost_phone.stop_effect(&link).await? else { return Ok(flag_redirect()) };
        let (means, button) = match effect {
            StopEffect::EndsRequest => (t.phone_stop_means(), t.phone_stop()),
            StopEffect::FreezesAccount => (t.phone_freeze_means(), t.phone_freeze()),
        };
        let form = view! {
            <Hidden name="link" value=link/>
            <Button text=button weight=Weight::Warning once=true/>
        };
        let content = view! {
            <div class="care-narrow">
                <h1 class="govuk-heading-l">{t.phone_stop_title()}</h1>
                {rich_text(means)}
                {post_form(PhoneChangeStop::PATH, form)}
            </div>
        };
        Ok(framed(frame(t.phone_stop_title(), false, None), content))
    })
}

fn flag_redirect() -> AnyView {
    let t = context::messages();
    message_page(t.reset_gone_title(), t.phone_track_gone())
}
