//! The home address of an account: looked up by postcode, or typed.

use super::may_fill_in;
use crate::api::accounts::details::ChooseAddress;
use crate::api::accounts::details::EnterAddress;
use crate::api::accounts::details::FindAddress;
use crate::api::accounts::details::RemoveAddress;
use crate::{
    components::{
        button::{Button, Weight},
        form::{MainForm, post_form},
        question::{AddressPart, address_part},
        rich_text::rich_line,
    },
    context,
    last_attempt::LastAttempt,
    pages::frame::{FrameContent, framed, load},
};
use form_engine::{address::PostalAddress, definition::ADDRESS_PARTS};
use govuk::{
    Choice,
    fieldset::Fieldset,
    input::{Input, input},
    inset_text::{InsetText, inset_text},
    label::Label,
    radios::{Radios, radios},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, Lookup, Owner};

const ENTER: &str = "/account/address/enter";

#[component]
pub fn FindAddress() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        if !context::ports()?.details.has_lookup() {
            context::redirect(ENTER);
            return Ok(().into_any());
        }
        if !may_fill_in(&resident)? {
            return Ok(().into_any());
        }
        let (shown, t) = (LastAttempt::take(), context::messages());
        let postcode = postcode_input(&shown);
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.address_title()}</h1>
                <p class="govuk-body">{t.address_why()}</p>
                <MainForm action=FindAddress::PATH>
                    {postcode}
                    <Button text=t.address_find()/>
                </MainForm>
                <p class="govuk-body">{rich_line(t.address_enter_instead())}</p>
            </div>
        };
        Ok(framed(frame(t.address_title(), &shown, "/account/details"), content))
    })
}

fn postcode_input(shown: &LastAttempt) -> impl IntoView + use<> {
    input(Input {
        name: "postcode".into(),
        label: Label::medium(context::messages().address_postcode()),
        classes: "govuk-input--width-10".into(),
        autocomplete: "postal-code".into(),
        value: Some(shown.value("postcode")),
        error_message: shown.message("postcode"),
        ..Input::default()
    })
}

#[component]
pub fn ChooseAddress() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let postcode = shown.value("postcode");
        if postcode.is_empty() {
            context::redirect("/account/address");
            return Ok(().into_any());
        }
        let title = t.address_choose_title();
        let (owner, network) = (Owner::Account(resident.account.clone()), context::network());
        let found = match context::ports()?.details.addresses(&owner, network.as_ref(), &postcode).await? {
            Lookup::Found(all) if all.is_empty() => none(&t.address_none(postcode.as_str())),
            Lookup::Found(all) => choices(&shown, &postcode, &all),
            Lookup::Unanswered => none(t.address_unanswered()),
        };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{title}</h1>
                {found}
                <p class="govuk-body">{rich_line(t.address_enter_instead())}</p>
            </div>
        };
        Ok(framed(frame(title, &shown, "/account/address"), content))
    })
}

fn none(text: &str) -> AnyView {
    inset_text(InsetText { content: text.to_owned().into(), ..InsetText::default() })
}

fn choices(shown: &LastAttempt, postcode: &str, all: &[PostalAddress]) -> AnyView {
    let t = context::messages();
    let item = |address: &PostalAddress| Choice::new(address.one_line(), address.one_line());
    let list = radios(Radios {
        name: "address".into(),
        value: shown.value("address"),
        items: all.iter().map(item).collect(),
        fieldset: Some(Fieldset::medium(t.address_of(postcode))),
        error_message: shown.message("address"),
        ..Radios::default()
    });
    let postcode = postcode.to_owned();
    view! {
        <MainForm action=ChooseAddress::PATH>
            <input type="hidden" name="postcode" value=postcode/>
            {list}
            <Button text=t.address_save()/>
        </MainForm>
    }
    .into_any()
}

#[component]
pub fn EnterAddress() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        if !may_fill_in(&resident)? {
            return Ok(().into_any());
        }
        let details = context::ports()?.details.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let kept = details.address.unwrap_or_default();
        let PostalAddress { line1, line2, town, county, postcode } = kept.clone();
        let inputs = ADDRESS_PARTS.into_iter().zip([line1, line2, town, county, postcode]);
        let inputs = inputs.map(|(part, kept)| part_input(part, &shown, kept)).collect_view();
        let remove = (!kept.lines().is_empty()).then(|| {
            let button = view! { <Button text=t.address_remove() weight=Weight::Secondary once=true/> };
            post_form(RemoveAddress::PATH, button)
        });
        let back = if context::ports()?.details.has_lookup() { "/account/address" } else { "/account/details" };
        let content = view! {
            <div class="care-narrow">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.address_title()}</h1>
                <MainForm action=EnterAddress::PATH>
                    {inputs}
                    <Button text=t.address_save()/>
                </MainForm>
                {remove}
            </div>
        };
        Ok(framed(frame(t.address_title(), &shown, back), content))
    })
}

fn part_input(part: &'static str, shown: &LastAttempt, kept: String) -> impl IntoView + use<> {
    let AddressPart { text, token, width } = address_part(part);
    input(Input {
        name: part.into(),
        label: text.into(),
        classes: width.into(),
        autocomplete: token.into(),
        value: Some(shown.typed(part).unwrap_or(kept)),
        error_message: shown.message(part),
        ..Input::default()
    })
}

fn frame(title: &str, shown: &LastAttempt, back: &str) -> FrameContent {
    let back = Some((back.to_owned(), context::messages().back().to_owned()));
    FrameContent { title: title.to_owned(), problem: shown.is_wrong(), back, ..FrameContent::default() }
}
