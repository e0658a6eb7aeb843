//! The choice for somebody who comes from a form of theirs to save or to send it: they are new here, or have an account.

use crate::{components::button::LinkButton, context, location::Location, paths::draft_of};
use leptos::prelude::*;
use ports::Caller;

/// Whether somebody who began a form without an account was asked to sign in because of it.
pub fn comes_from_form() -> bool {
    let is_form = |path: Location| draft_of(path.path()).is_some();
    matches!(context::caller(), Caller::Visitor(_)) && context::going_to().is_some_and(is_form)
}

/// The first choice, and the heading of the second, which is the form to sign in. "Create an account" at the end of the
/// page would be off the screen of a phone.
pub fn choice() -> impl IntoView {
    let t = context::messages();
    view! {
        <h2 class="govuk-heading-m">{t.choice_new()}</h2>
        <p class="govuk-body">{t.choice_new_text()}</p>
        <LinkButton text=t.create_an_account() href="/create-account".into()/>
        <h2 class="govuk-heading-m">{t.choice_account()}</h2>
        <p class="govuk-body">{t.choice_account_text()}</p>
    }
}
