//! Shared by the steps of sign-in and registration: the step cookie, going back to a page with an error, and going on
//! once somebody is signed in.

use crate::{
    context,
    cookies::Cookie,
    flash::{self, Flash, KEPT, SAVED},
    location::Location,
    paths::{self, RECOVER},
    step_errors,
};
use ports::{ApiError, Caller, Channel, ClientContext, DraftId, PhoneHint, SignedIn, StepError, StepFailure};
use std::collections::BTreeMap;

/// The token of the previous step. Empty without a cookie; the port then answers `Gone`, as for any unknown token.
pub fn step_token() -> String {
    context::cookie(Cookie::Step).unwrap_or_default()
}

/// The browser of this request, with the visitor if somebody started forms without signing in.
pub fn client_context() -> ClientContext {
    let visitor = match context::caller() {
        Caller::Visitor(visitor) => Some(visitor),
        Caller::Nobody | Caller::Resident(_) => None,
    };
    ClientContext {
        visitor,
        known: context::cookie(Cookie::Device),
        device: context::device(),
        network: context::network(),
        language: context::language(),
        sending: context::going_to().and_then(|path| paths::draft_to_send(path.path()).map(|id| DraftId(id.to_owned()))),
    }
}

/// Sets the step cookie for as long as the step may take, in seconds, and renews the return address.
pub fn set_step(token: &str, seconds: i64) {
    context::set_cookie_for(Cookie::Step, token, seconds);
    if let Some(next) = context::going_to() {
        context::set_cookie(Cookie::Next, next.as_str());
    }
}

/// Clears the cookies of everything that was in progress in this browser.
pub fn clear_step_cookies() {
    for cookie in [Cookie::Step, Cookie::Next, Cookie::Council, Cookie::Flash, Cookie::Held] {
        if context::cookie(cookie).is_some() {
            context::clear_cookie(cookie);
        }
    }
}

pub fn channel(how: &str) -> Channel {
    if how == "call" { Channel::Call } else { Channel::Text }
}

pub fn sent_again(channel: Channel) -> &'static str {
    match channel {
        Channel::Text => context::messages().code_sent_again_text(),
        Channel::Call => context::messages().code_sent_again_call(),
    }
}

/// Where people go who weren't going anywhere else.
const ACCOUNT: &str = "/account";

/// The longest value that a page shows again, in bytes.
const LONGEST: usize = 320;
/// The longest code that is shown again, in bytes, with the spaces and dashes that people put into it.
const LONGEST_CODE: usize = 24;

/// A page of a step.
#[derive(Clone, Copy)]
pub struct StepPage {
    pub page: &'static str,
    /// The input for errors that aren't about a particular input.
    pub field: &'static str,
    /// Where to start again when the step has expired.
    pub first: &'static str,
}

impl StepPage {
    /// Shows the page again with what was typed (never a password, and a code only if [`wrong_code`] says so) and the
    /// error; or the first page if the step has expired. A failure is returned, for the error page.
    pub fn again(self, failure: impl Into<StepFailure>, values: &[(&str, &str)]) -> Result<(), ApiError> {
        self.show_again_at(self.page, failure, values)
    }

    /// Like [`StepPage::again`], for a page whose address isn't fixed.
    pub fn show_again_at(
        self,
        page: impl Into<Location>,
        failure: impl Into<StepFailure>,
        values: &[(&str, &str)],
    ) -> Result<(), ApiError> {
        let step_error = match failure.into() {
            StepFailure::Refused(step_error) => step_error,
            StepFailure::Failed(error) => return Err(error),
        };
        if step_error == StepError::Gone {
            context::clear_cookie(Cookie::Step);
            start_again(self.first);
            return Ok(());
        }
        let problem = step_errors::problem(step_error, self.field, &*context::ports()?.clock);
        flash::redirect_with(&Flash { page: page.into(), values: typed(values), problems: vec![problem], notice: None });
        Ok(())
    }
}

impl StepPage {
    /// Shows the page again with a question, if a new address looks like a slip and the person hasn't kept it after the
    /// same question. Returns whether it asks.
    pub fn asks_about_slip(self, email: &str, kept: &str) -> bool {
        let meant = values::email(email).and_then(|address| values::email_meant(&address));
        let Some(meant) = meant.filter(|_| email != kept) else { return false };
        let problems = vec![("email".to_owned(), context::messages().refused_email_slip(meant.as_str()))];
        let values = typed(&[("email", email), (KEPT, email)]);
        flash::redirect_with(&Flash { page: self.page.into(), values, problems, notice: None });
        true
    }
}

/// Leads to the first page of something whose step is gone. Somebody who is signed in by now has finished it: they
/// pressed the last button again, or came back to its page.
pub fn start_again(first: &'static str) {
    if context::caller().resident().is_some() && !first.starts_with(paths::ACCOUNT) {
        context::redirect(paths::ACCOUNT);
    } else {
        flash::redirect_with_notice(first, context::messages().refused_gone());
    }
}

/// A code to show again beside its error, so that one slip doesn't mean typing all of it. Only six digits or so that open
/// nothing: never one of another sign-in, nor a recovery code that is nearly right, which would work for years.
pub fn wrong_code<'a, T>(outcome: &Result<T, StepFailure>, code: &'a str) -> Vec<(&'static str, &'a str)> {
    let is_wrong = matches!(outcome, Err(StepFailure::Refused(StepError::CodeWrong | StepError::CodeInvalid)));
    let is_short = code.len() <= LONGEST_CODE && !code.chars().any(char::is_alphabetic);
    if is_wrong && is_short { vec![("code", code)] } else { Vec::new() }
}

/// Whether a code was asked for by text and comes by a call, because the number is a landline.
pub fn is_called_instead(asked: Channel, phone: Option<&PhoneHint>) -> bool {
    asked == Channel::Text && phone.is_some_and(|phone| !phone.can_text)
}

/// The typed values by input name, shortened for showing again.
pub fn typed(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values.iter().map(|(name, value)| ((*name).to_owned(), short(value))).collect()
}

/// Cuts a value that is too long for a cookie.
fn short(value: &str) -> String {
    value.get(..value.floor_char_boundary(LONGEST)).unwrap_or_default().to_owned()
}

/// Signs the browser in and clears the cookies of the steps.
pub fn sign_in_browser(signed_in: &SignedIn) {
    context::set_cookie(Cookie::Session, &signed_in.session_token);
    context::set_cookie(Cookie::Device, &signed_in.device_token);
    context::clear_cookie(Cookie::Step);
    match &signed_in.remaining_visitor_cookie {
        Some(cookie) => context::set_cookie(Cookie::Visitor, cookie),
        None => context::clear_cookie(Cookie::Visitor),
    }
}

/// Whether somebody has signed in to an account they had, or to one that they have just created.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum AccountAge {
    Existing,
    New,
}

/// Redirects somebody who has signed in to where they were going. A new account is announced on the first page: with
/// the button on "Check your answers", and on My Account.
pub fn go_on_to(path: &Location, account: AccountAge) {
    match account {
        AccountAge::Existing => context::redirect(paths::arriving(path.clone(), paths::SIGNED_IN)),
        AccountAge::New if path.as_str() == ACCOUNT => {
            flash::redirect_with_notice(ACCOUNT, context::messages().account_ready());
        }
        AccountAge::New => context::redirect(paths::arriving(path.clone(), paths::ACCOUNT_READY)),
    }
}

/// Keeps where somebody is going, for when they have seen their recovery codes.
pub fn keep_destination(signed_in: &SignedIn) {
    if context::going_to().is_none() {
        let draft = signed_in.claimed.as_deref().map(paths::draft);
        context::set_cookie(Cookie::Next, draft.unwrap_or_else(|| ACCOUNT.into()).as_str());
    }
}

/// Signs the browser in and redirects to where the person was going. Returns that address.
pub fn redirect_after_sign_in(signed_in: &SignedIn, account: AccountAge) -> Location {
    sign_in_browser(signed_in);
    let next = context::cookie(Cookie::Next);
    if next.is_some() {
        context::clear_cookie(Cookie::Next);
    }
    if signed_in.remaining_visitor_cookie.is_some() {
        flash::redirect_with_notice(RECOVER, context::messages().recover_no_room());
        return RECOVER.into();
    }
    match destination(next.as_deref(), signed_in.claimed.as_deref()) {
        Destination::Saved(draft) => {
            flash::redirect_with(&Flash {
                page: RECOVER.into(),
                values: [(SAVED.to_owned(), draft)].into(),
                ..Flash::default()
            });
            RECOVER.into()
        }
        Destination::To(path) => {
            go_on_to(&path, account);
            path
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Destination {
    /// They had chosen "Save for later", so they are shown that the draft is saved.
    Saved(String),
    To(Location),
}

fn destination(next: Option<&str>, claimed: Option<&str>) -> Destination {
    let next = next.and_then(paths::return_to);
    match (next, claimed) {
        (Some(path), Some(_)) => {
            let saved = saved_page(path.as_str()).map(str::to_owned);
            saved.map_or_else(|| Destination::To(path), Destination::Saved)
        }
        (Some(path), None) => Destination::To(path),
        (None, Some(draft)) => Destination::To(paths::draft(draft)),
        (None, None) => Destination::To(ACCOUNT.into()),
    }
}

/// The draft of `/drafts/{id}/{page}`, unless the page is "Check your answers".
fn saved_page(path: &str) -> Option<&str> {
    let mut parts = path.strip_prefix("/drafts/")?.split('/');
    let (draft, page) = (parts.next()?, parts.next()?);
    (parts.next().is_none() && !page.is_empty() && page != "check").then_some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_return_to_their_page() {
        let to = |path: &'static str| Destination::To(path.into());
        for (next, claimed, expected) in [
            (None, None, to("/account")),
            (None, Some("d1"), to("/drafts/d1")),
            (Some("/recover"), None, to("/recover")),
            (Some("/recover"), Some("d1"), to("/recover")),
            (Some("/drafts/d1/check"), Some("d1"), to("/drafts/d1/check")),
            (Some("/drafts/d1"), Some("d1"), to("/drafts/d1")),
            (Some("/drafts/d1/who"), Some("d1"), Destination::Saved("d1".into())),
            (Some("/drafts/d1/who"), None, to("/drafts/d1/who")),
            (Some("//evil.example"), None, to("/account")),
            (Some("//evil.example"), Some("d1"), to("/drafts/d1")),
        ] {
            assert_eq!(destination(next, claimed), expected, "{next:?} {claimed:?}");
        }
    }
}
