//! Signing in with the council's identity provider: the button, the return, connecting and disconnecting.

use crate::api::accounts::council::Authorize;
use crate::api::accounts::council::ConfirmWithCouncil;
use crate::api::accounts::council::Disconnect;
use crate::{
    api::accounts::council::{OUTCOME, callback},
    components::{
        button::{Button, LinkButton, Weight},
        form::{PostForm, post_form},
        rich_text::rich_text,
    },
    context,
    cookies::Cookie,
    flash,
    last_attempt::LastAttempt,
    pages::frame::{Frame, load},
    paths::{SIGNED_IN, arriving},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{AccountId, ApiError, Connection, IdentityProvider, OidcError};
use std::sync::Arc;

/// The button beside the password, if the council has an identity provider.
pub fn way() -> Option<AnyView> {
    let provider = context::identity_provider()?;
    let label = context::messages().council_sign_in(provider.name());
    Some(post_form(Authorize::PATH, view! { <Button text=label weight=Weight::Secondary once=true/> }))
}

/// The button beside the password confirmation, for a connected account.
pub async fn confirming(account: &AccountId) -> Result<Option<AnyView>, ApiError> {
    let Some(provider) = context::identity_provider() else { return Ok(None) };
    if !provider.is_connected(account).await? {
        return Ok(None);
    }
    let label = context::messages().council_confirm(provider.name());
    let button = view! { <Button text=label weight=Weight::Secondary once=true/> };
    Ok(Some(post_form(ConfirmWithCouncil::PATH, button)))
}

fn provider() -> Result<Arc<dyn IdentityProvider>, ApiError> {
    context::identity_provider().ok_or(ApiError::NotFound)
}

/// The page that the provider sends people back to. It handles the response and redirects at once; without a
/// response, it shows the error.
#[component]
pub fn Callback() -> impl IntoView {
    load(async move {
        let provider = provider()?;
        if context::has_query() {
            callback().await?;
            return Ok(().into_any());
        }
        let error = OidcError::from_name(&LastAttempt::take().value(OUTCOME)).unwrap_or(OidcError::Gone);
        let (t, name) = (context::messages(), provider.name());
        let title = t.council_not_title(name);
        let text = match error {
            OidcError::Declined => t.council_declined(name),
            OidcError::Gone => t.council_gone().to_owned(),
            OidcError::Unreachable => t.council_unreachable(name),
            OidcError::InvalidResponse | OidcError::Unconfirmed => t.council_untrue(name),
            OidcError::NoEmail => t.council_no_email(name),
            OidcError::RateLimited => t.council_too_often(name),
            OidcError::Frozen => t.refused_frozen(context::site().council.phone.as_str()) + ".",
        };
        Ok(view! {
            <Frame title=title.clone()>
                <div class="care-narrow">
                    <h1 class="govuk-heading-l">{title}</h1>
                    {rich_text(&text)}
                    <p class="govuk-body">{t.council_not_safe()}</p>
                    <LinkButton text=t.sign_in() href="/sign-in".into()/>
                </div>
            </Frame>
        }
        .into_any())
    })
}

/// No account is connected with this login yet, so the person must first sign in here.
#[component]
pub fn Connect() -> impl IntoView {
    load(async move {
        let provider = provider()?;
        let token = context::cookie(Cookie::Council).unwrap_or_default();
        let (t, name) = (context::messages(), provider.name());
        if !provider.waits(&token).await? {
            flash::redirect_with_notice("/sign-in", t.refused_gone());
            return Ok(().into_any());
        }
        let (title, text) = (t.council_connect_title(name), t.council_connect_text(name));
        Ok(view! {
            <Frame title=title.clone()>
                <div class="care-narrow">
                    <h1 class="govuk-heading-l">{title}</h1>
                    {rich_text(&text)}
                    <div class="govuk-button-group">
                        <LinkButton text=t.sign_in() href="/sign-in".into()/>
                        <LinkButton text=t.create_an_account() href="/create-account".into() weight=Weight::Secondary/>
                    </div>
                </div>
            </Frame>
        }
        .into_any())
    })
}

/// Whether the login was connected, shown on the way to where the person was going.
#[component]
pub fn Connected() -> impl IntoView {
    load(async move {
        let provider = provider()?;
        let Some(connection) = Connection::from_name(&LastAttempt::take().value(OUTCOME)) else {
            // Shown only once; "Sign-in and security" shows the current state.
            context::redirect("/account/security");
            return Ok(().into_any());
        };
        let (t, name) = (context::messages(), provider.name());
        let (title, text) = match connection {
            Connection::Made => (t.council_made_title(name), t.council_made(name)),
            Connection::OtherEmail => (t.council_not_made_title(name), t.council_other_email(name)),
            Connection::Taken => (t.council_not_made_title(name), t.council_taken(name)),
        };
        let next = context::going_to().unwrap_or_else(|| "/account".into());
        context::clear_cookie(Cookie::Next);
        Ok(view! {
            <Frame title=title.clone()>
                <div class="care-narrow">
                    <h1 class="govuk-heading-l">{title}</h1>
                    {rich_text(&text)}
                    <LinkButton text=t.button_continue() href=arriving(next, SIGNED_IN).into()/>
                </div>
            </Frame>
        }
        .into_any())
    })
}

/// Part of "Sign-in and security": whether the account is connected, and how to disconnect it.
pub async fn connection(account: &AccountId) -> Result<Option<AnyView>, ApiError> {
    let Some(provider) = context::identity_provider() else { return Ok(None) };
    let (t, name) = (context::messages(), provider.name());
    let content = if provider.is_connected(account).await? {
        view! {
            <p class="govuk-body">{t.council_connected(name)}</p>
            <PostForm action=Disconnect::PATH>
                <Button text=t.council_disconnect() weight=Weight::Secondary once=true/>
            </PostForm>
        }
        .into_any()
    } else {
        view! { <p class="govuk-body">{t.council_not_connected(name)}</p> }.into_any()
    };
    Ok(Some(view! { <h2 class="govuk-heading-m">{name.to_owned()}</h2> {content} }.into_any()))
}
