//! Sign-in and security: what protects the account, where it is signed in, recent activity, and what to do when
//! something changes or goes wrong.

use crate::api::accounts::security::EndDevice;
use crate::api::accounts::security::EndOthers;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        rich_text::{rich_line, rich_text},
    },
    context,
    last_attempt::LastAttempt,
    pages::{
        frame::{FrameContent, framed, load, notice},
        sign_in::council,
    },
};
use form_engine::phone;
use i18n::args;
use jiff::Timestamp;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{Activity, Event, Factors, LocalClock, Resident, SignedInDevice};

#[component]
pub fn Security() -> impl IntoView {
    load(async move {
        let (ports, resident, t) = (context::ports()?, context::resident()?, context::messages());
        let devices = ports.security.devices(&resident).await?;
        let activity = ports.security.activity(&resident).await?;
        let factors = ports.factors.factors(&resident).await?;
        let council = council::connection(&resident.account).await?;
        let shown = LastAttempt::take();
        let content = view! {
            <div class="care-question">
                {notice(shown.notice())}
                <h1 class="govuk-heading-l">{t.security_title()}</h1>
                {protection(&resident)}
                <h2 class="govuk-heading-m">{t.password()}</h2>
                <p class="govuk-body">{t.security_password_text()}</p>
                <p class="govuk-body"><a class="govuk-link" href="/account/password">{t.security_change_password()}</a></p>
                <h2 class="govuk-heading-m">{t.security_phone()}</h2>
                {rich_text(if resident.phone.is_empty() { t.details_no_phone() } else { t.security_phone_text() })}
                {other_factors(&factors)}
                {council}
                {places(devices, &*ports.clock)}
                {lately(activity, &*ports.clock)}
                <h2 class="govuk-heading-m">{t.security_safe()}</h2>
                {rich_text(t.security_safe_text())}
            </div>
        };
        let back = Some(("/account".into(), t.back_to_account().into()));
        Ok(framed(FrameContent { title: t.security_title().into(), back, ..FrameContent::default() }, content))
    })
}

fn protection(resident: &Resident) -> impl IntoView + use<> {
    let t = context::messages();
    let code = match resident.phone.as_str() {
        "" => t.security_code_app().into_any(),
        phone => rich_line(&t.security_code(phone::ending(phone))),
    };
    view! {
        <h2 class="govuk-heading-m">{t.security_what()}</h2>
        <ul class="govuk-list govuk-list--bullet">
            <li>{t.security_password()}</li>
            <li>{code}</li>
            <li>{t.security_tries()}</li>
            <li>{t.security_idle(context::site().idle_minutes)}</li>
        </ul>
    }
}

/// Alternatives to the phone: an app, and recovery codes on paper.
fn other_factors(factors: &Factors) -> impl IntoView + use<> {
    let t = context::messages();
    let app = if factors.app_since.is_some() { t.security_app_on() } else { t.security_app_off() };
    let app_link = if factors.app_since.is_some() { t.security_app_change() } else { t.security_app_set_up() };
    view! {
        <h2 class="govuk-heading-m">{t.app_title()}</h2>
        <p class="govuk-body">{app}</p>
        <p class="govuk-body"><a class="govuk-link" href="/account/authenticator">{app_link}</a></p>
        <h2 class="govuk-heading-m">{t.recovery_codes()}</h2>
        <p class="govuk-body">{t.recovery_left(factors.recovery_codes)}</p>
        <p class="govuk-body"><a class="govuk-link" href="/account/recovery-codes">{t.security_codes_link()}</a></p>
    }
}

/// Where the account is signed in, with a button to sign out each device.
fn places(devices: Vec<SignedInDevice>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let has_others = devices.len() > 1;
    let places = devices.into_iter().map(|device| place(device, clock)).collect_view();
    let others = has_others.then(|| {
        let button = view! { <Button text=t.security_sign_out_others() weight=Weight::Secondary/> };
        post_form(EndOthers::PATH, button)
    });
    view! {
        <h2 class="govuk-heading-m">{t.security_devices()}</h2>
        <p class="govuk-body">{t.security_devices_text()}</p>
        <ul class="govuk-list care-places">{places}</ul>
        {others}
    }
}

fn place(place: SignedInDevice, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let name = t.device(place.device.browser, place.device.system);
    let end = (!place.is_this).then(|| {
        let label = view! {
            {t.sign_out()} <span class="govuk-visually-hidden">{format!(" {}", t.security_sign_out_of(name.as_str()))}</span>
        };
        let content =
            view! { <Hidden name="id" value=place.id/> <button class="care-link-button" type="submit">{label}</button> };
        post_form(EndDevice::PATH, content)
    });
    let this = place.is_this.then(|| format!(" ({})", t.security_this_device()));
    view! {
        <li class="care-places__place">
            <strong>{name}</strong> {this}
            <span class="care-places__when">{t.security_last_used(when(place.seen, clock))}</span>
            {end}
        </li>
    }
}

fn lately(activity: Vec<Activity>, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let event = |activity: Activity| {
        view! {
            <li class="care-places__place">
                <strong>{event_words(activity.event)}</strong>
                <span class="care-places__when">{t.device(activity.device.browser, activity.device.system)} ", " {when(activity.at, clock)}</span>
            </li>
        }
    };
    view! {
        <h2 class="govuk-heading-m">{t.security_activity()}</h2>
        <p class="govuk-body">{t.security_activity_text()}</p>
        <ul class="govuk-list care-places">{activity.into_iter().map(event).collect_view()}</ul>
    }
}

fn event_words(event: Event) -> &'static str {
    let t = context::messages();
    match event {
        Event::Created => t.event_created(),
        Event::SignedIn => t.event_signed_in(),
        Event::SignedOutElsewhere => t.event_signed_out_elsewhere(),
        Event::PasswordChanged => t.event_password_changed(),
        Event::PasswordReset => t.event_password_reset(),
        Event::EmailChanged => t.event_email_changed(),
        Event::PhoneChanged => t.event_phone_changed(),
        Event::AppAdded => t.event_app_added(),
        Event::AppRemoved => t.event_app_removed(),
        Event::RecoveryCodesMade => t.event_recovery_codes_made(),
        Event::RecoveryCodeUsed => t.event_recovery_code_used(),
        Event::CouncilConnected => t.event_council_connected(),
        Event::CouncilDisconnected => t.event_council_disconnected(),
        Event::DetailsChanged => t.event_details_changed(),
        Event::CodesLocked => t.event_codes_locked(),
        Event::SignedOutByCouncil => t.event_signed_out_by_council(),
        Event::Frozen => t.event_frozen(),
        Event::Released => t.event_released(),
    }
}

fn when(at: Timestamp, clock: &dyn LocalClock) -> String {
    let t = context::messages();
    t.security_when(args::SecurityWhen { date: &t.day(clock.day(at)), time: &t.time(clock.time(at)) })
}
