//! Sign-in and security: what protects the account, where it is signed in, what happened lately, and what to do when
//! something of it changes or goes wrong.

use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        rich_text::{rich_line, rich_text},
    },
    context,
    pages::{
        frame::{Framed, framed, load, notice},
        sign_in::council,
        step_errors::Shown,
    },
};
use form_engine::phone;
use jiff::Timestamp;
use leptos::prelude::*;
use ports::{Activity, Event, Factors, LocalClock, Resident, SignedInDevice};

#[component]
pub fn Security() -> impl IntoView {
    load(async move {
        let (ports, resident, say) = (context::ports()?, context::resident()?, context::words());
        let devices = ports.security.devices(&resident).await?;
        let activity = ports.security.activity(&resident).await?;
        let factors = ports.security.factors(&resident).await?;
        let council = council::connection(&resident.account).await?;
        let shown = Shown::take();
        let content = view! {
            <div class="care-question">
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{say.security_title()}</h1>
                {protection(&resident)}
                <h2 class="govuk-heading-m">{say.password()}</h2>
                <p class="govuk-body">{say.security_password_text()}</p>
                <p class="govuk-body"><a class="govuk-link" href="/account/password">{say.security_change_password()}</a></p>
                <h2 class="govuk-heading-m">{say.security_phone()}</h2>
                {rich_text(say.security_phone_text())}
                {beside_phone(&factors)}
                {council}
                {places(devices, &*ports.clock)}
                {lately(activity, &*ports.clock)}
                <h2 class="govuk-heading-m">{say.security_safe()}</h2>
                {rich_text(say.security_safe_text())}
            </div>
        };
        let back = Some(("/account".into(), say.back_to_account().into()));
        Ok(framed(Framed { title: say.security_title().into(), back, ..Framed::default() }, content))
    })
}

fn protection(resident: &Resident) -> impl IntoView + use<> {
    let say = context::words();
    let code = match resident.phone.as_str() {
        "" => say.security_code_app().into_any(),
        phone => rich_line(&say.security_code(phone::ending(phone))),
    };
    view! {
        <h2 class="govuk-heading-m">{say.security_what()}</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>{say.security_password()}</li>
            <li>{code}</li>
            <li>{say.security_tries()}</li>
            <li>{say.security_idle(context::site().idle_minutes)}</li>
        </ul>
    }
}

/// What stands in for the phone: an app, and codes on paper.
fn beside_phone(factors: &Factors) -> impl IntoView + use<> {
    let say = context::words();
    let app = if factors.app_since.is_some() { say.security_app_on() } else { say.security_app_off() };
    let app_link = if factors.app_since.is_some() { say.security_app_change() } else { say.security_app_set_up() };
    view! {
        <h2 class="govuk-heading-m">{say.app_title()}</h2>
        <p class="govuk-body">{app}</p>
        <p class="govuk-body"><a class="govuk-link" href="/account/authenticator">{app_link}</a></p>
        <h2 class="govuk-heading-m">{say.recovery_codes()}</h2>
        <p class="govuk-body">{say.recovery_left(factors.recovery_codes)}</p>
        <p class="govuk-body"><a class="govuk-link" href="/account/recovery-codes">{say.security_codes_link()}</a></p>
    }
}

/// Where the account is signed in, each place with a way to end it.
fn places(devices: Vec<SignedInDevice>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let say = context::words();
    let has_others = devices.len() > 1;
    let places = devices.into_iter().map(|device| place(device, clock)).collect_view();
    let others = has_others.then(|| {
        let button = view! { <Button words=say.security_sign_out_others() weight=Weight::Secondary/> };
        post_form("/api/security/end-others", button)
    });
    view! {
        <h2 class="govuk-heading-m">{say.security_devices()}</h2>
        <p class="govuk-body">{say.security_devices_text()}</p>
        <ul class="govuk-list care-places">{places}</ul>
        {others}
    }
}

fn place(place: SignedInDevice, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let say = context::words();
    let name = say.device(place.device.browser, place.device.system);
    let end = (!place.is_this).then(|| {
        let label = view! {
            {say.sign_out()} <span class="govuk-visually-hidden">{format!(" {}", say.security_sign_out_of(name.as_str()))}</span>
        };
        let content =
            view! { <Hidden name="id" value=place.id/> <button class="care-link-button" type="submit">{label}</button> };
        post_form("/api/security/end-device", content)
    });
    let this = place.is_this.then(|| format!(" ({})", say.security_this_device()));
    view! {
        <li class="care-places__place">
            <strong>{name}</strong> {this}
            <span class="care-places__when">{say.security_last_used(when(place.seen, clock))}</span>
            {end}
        </li>
    }
}

fn lately(activity: Vec<Activity>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let say = context::words();
    let event = |activity: Activity| {
        view! {
            <li class="care-places__place">
                <strong>{event_words(activity.event)}</strong>
                <span class="care-places__when">{say.device(activity.device.browser, activity.device.system)} ", " {when(activity.at, clock)}</span>
            </li>
        }
    };
    view! {
        <h2 class="govuk-heading-m">{say.security_activity()}</h2>
        <p class="govuk-body">{say.security_activity_text()}</p>
        <ul class="govuk-list care-places">{activity.into_iter().map(event).collect_view()}</ul>
    }
}

fn event_words(event: Event) -> &'static str {
    let say = context::words();
    match event {
        Event::Created => say.event_created(),
        Event::SignedIn => say.event_signed_in(),
        Event::SignedOutElsewhere => say.event_signed_out_elsewhere(),
        Event::PasswordChanged => say.event_password_changed(),
        Event::PasswordReset => say.event_password_reset(),
        Event::EmailChanged => say.event_email_changed(),
        Event::PhoneChanged => say.event_phone_changed(),
        Event::AppAdded => say.event_app_added(),
        Event::AppRemoved => say.event_app_removed(),
        Event::RecoveryCodesMade => say.event_recovery_codes_made(),
        Event::RecoveryCodeUsed => say.event_recovery_code_used(),
        Event::CouncilConnected => say.event_council_connected(),
        Event::CouncilDisconnected => say.event_council_disconnected(),
        Event::DetailsChanged => say.event_details_changed(),
        Event::CodesLocked => say.event_codes_locked(),
        Event::SignedOutByCouncil => say.event_signed_out_by_council(),
        Event::Frozen => say.event_frozen(),
        Event::Released => say.event_released(),
    }
}

fn when(at: Timestamp, clock: &dyn LocalClock) -> String {
    let say = context::words();
    say.security_when(say.day(clock.day(at)), say.time(clock.time(at)))
}
