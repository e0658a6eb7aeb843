//! The paths of pages: functions for links, and who may see which.

use crate::location::Location;
use form_engine::choosing::MOST_QUESTIONS;
use ports::Owner;

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anybody,
    /// The person who started the form: the account, or the visitor on this device.
    DraftOwner,
    Resident,
}

/// Who may see a path. Paths that don't exist are "not found" for everybody.
pub fn access(path: &str) -> Access {
    match path.trim_start_matches('/').split('/').next().unwrap_or_default() {
        "drafts" | "recover" => Access::DraftOwner,
        "account" | "submitted" => Access::Resident,
        _ => Access::Anybody,
    }
}

/// Whether a page is the same for everybody, so that devices may keep it and the caller isn't looked up.
pub fn is_for_everybody(path: &str) -> bool {
    path == "/offline"
}

/// Where to go after signing in, if the path is a page of ours that needs a sign-in.
pub fn return_to(path: &str) -> Option<Location> {
    let location = Location::parse(path)?;
    (location.path() == path && access(path) != Access::Anybody).then_some(location)
}

/// Whether a path is a page of questions or of a list item, so that its form saves what is typed there.
pub fn is_form_page(path: &str) -> bool {
    match path.trim_start_matches('/').split('/').collect::<Vec<_>>()[..] {
        ["drafts", _, page] => !matches!(page, "check" | "delete" | "changes" | ""),
        ["drafts", _, _, item] => !item.is_empty(),
        ["drafts", _, _, _, list] => list != "remove",
        ["drafts", _, _, _, _, _] => true,
        _ => false,
    }
}

/// Whether a page is about an account or on the way to one. What is typed there isn't saved before it is sent.
pub fn is_about_an_account(path: &str) -> bool {
    matches!(
        path.trim_start_matches('/').split('/').next().unwrap_or_default(),
        "account" | "create-account" | "sign-in" | "forgot-password" | "reset-password" | "change-phone"
    )
}

/// The questions that lead to a form.
pub const HELP_ME_CHOOSE: &str = "/help-me-choose";

/// A page of "Help me choose". Its address tells how many questions came before, and no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChoiceStep {
    /// A question, counted from 0.
    Question(usize),
    Result,
}

impl ChoiceStep {
    const RESULT: &str = "result";

    /// From an address. The first question has none of its own.
    pub fn parse(text: &str) -> Option<Self> {
        let is_question = |index: &usize| text == (index + 1).to_string();
        if text == Self::RESULT { Some(Self::Result) } else { (1..MOST_QUESTIONS).find(is_question).map(Self::Question) }
    }
}

pub fn help_me_choose(step: ChoiceStep) -> Location {
    match step {
        ChoiceStep::Question(0) => HELP_ME_CHOOSE.into(),
        ChoiceStep::Question(index) => Location::of(&["help-me-choose", &(index + 1).to_string()]),
        ChoiceStep::Result => Location::of(&["help-me-choose", ChoiceStep::RESULT]),
    }
}

/// Whether a page is one of "Help me choose".
pub fn is_help_me_choose(path: &str) -> bool {
    path.strip_prefix(HELP_ME_CHOOSE).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The council's page in another language.
pub fn other_language(tag: &str) -> Location {
    Location::of(&["other-languages", tag])
}

/// Leaves the service quickly, for somebody who may be watched.
pub const EXIT: &str = "/exit";

/// Asks for the password again before a change to the login.
pub const CONFIRM: &str = "/account/confirm";

pub const ACCOUNT: &str = "/account";
pub const SECURITY: &str = "/account/security";
pub const RECOVERY_CODES: &str = "/account/recovery-codes";
pub const RECOVER: &str = "/recover";

pub fn form(key: &str) -> Location {
    Location::of(&["forms", key])
}

/// The flag of the page that asks whether to carry on with a form or to begin it again.
pub const BEGUN: &str = "begun";
/// The name in the query, and of the input, for the earlier form whose answers a new one reuses.
pub const CARRY: &str = "carry";

/// The question whether to carry on with a form or to begin it again.
pub fn begun(form: &str, carry: Option<&str>) -> Location {
    let asked = self::form(form).flag(BEGUN);
    carry.map_or_else(|| asked.clone(), |carry| asked.clone().pair(CARRY, carry))
}

/// Where somebody sees the forms they have begun. A visitor may have none that may be mentioned, so not their list.
pub fn saved_forms(owner: &Owner) -> Location {
    match owner {
        Owner::Account(_) => RECOVER.into(),
        Owner::Visitor(_) => "/".into(),
    }
}

pub fn draft(id: &str) -> Location {
    Location::of(&["drafts", id])
}

pub fn draft_page(id: &str, slug: &str) -> Location {
    Location::of(&["drafts", id, slug])
}

pub fn draft_item(id: &str, slug: &str, item: &str) -> Location {
    Location::of(&["drafts", id, slug, item])
}

/// A nested list of a list item.
pub fn draft_inner_list(id: &str, slug: &str, item: &str, list: &str) -> Location {
    Location::of(&["drafts", id, slug, item, list])
}

/// An item of a nested list.
pub fn draft_inner_item(id: &str, slug: &str, item: &str, list: &str, inner: &str) -> Location {
    Location::of(&["drafts", id, slug, item, list, inner])
}

/// The changes in a newer version of the form.
pub fn changes(id: &str) -> Location {
    Location::of(&["drafts", id, "changes"])
}

pub fn check(id: &str) -> Location {
    Location::of(&["drafts", id, "check"])
}

/// The flags of "Check your answers" for somebody who has signed in, or has created an account, on the way to sending
/// the form.
pub const SIGNED_IN: &str = "signed-in";
pub const ACCOUNT_READY: &str = "account-ready";

/// The draft in the path of one of its pages.
pub fn draft_of(path: &str) -> Option<&str> {
    path.strip_prefix("/drafts/")?.split('/').next().filter(|id| !id.is_empty())
}

/// The draft that somebody is about to send: the path is that of its "Check your answers".
pub fn draft_to_send(path: &str) -> Option<&str> {
    draft_of(path).filter(|id| path.strip_prefix("/drafts/").and_then(|rest| rest.strip_prefix(id)) == Some("/check"))
}

/// Where somebody goes on to after signing in. "Check your answers" gets the flag that says how they have come there.
pub fn arriving(path: Location, flag: &'static str) -> Location {
    if draft_to_send(path.path()).is_some() { path.flag(flag) } else { path }
}

/// The page of a password reset link.
pub fn reset_password(link: &str) -> Location {
    Location::of(&["reset-password", link])
}

/// The page of a link for requesting another login phone.
pub fn change_phone(link: &str) -> Location {
    Location::of(&["change-phone", link])
}

/// The status of such a request.
pub fn phone_change(token: &str) -> Location {
    Location::of(&["phone-change", token])
}

pub fn copy(reference: &str) -> Location {
    Location::of(&["submitted", reference])
}

/// The page after submitting.
pub fn sent(reference: &str) -> Location {
    Location::of(&["submitted", reference, "sent"])
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V3.7.2 V1.2.2
    #[test]
    fn sign_in_returns_only_to_our_own_pages_that_require_it() {
        for good in ["/recover", "/drafts/abc/who", "/submitted/ASC-7KQ2-M9TF", "/account"] {
            assert_eq!(return_to(good).map(String::from), Some(good.to_owned()));
        }
        for bad in
            ["//evil.example", "https://evil.example", "/help", "/recover?x=1", "recover", "/drafts/\\evil", "/drafts/a\nb"]
        {
            assert_eq!(return_to(bad), None, "{bad}");
        }
    }

    #[test]
    fn the_addresses_of_help_me_choose_count_the_questions_only() {
        for (step, path) in [
            (ChoiceStep::Question(0), "/help-me-choose"),
            (ChoiceStep::Question(1), "/help-me-choose/2"),
            (ChoiceStep::Question(2), "/help-me-choose/3"),
            (ChoiceStep::Result, "/help-me-choose/result"),
        ] {
            assert_eq!(help_me_choose(step).as_str(), path);
            assert!(is_help_me_choose(path));
            let parsed = path.strip_prefix("/help-me-choose/").map(ChoiceStep::parse);
            assert_eq!(parsed.unwrap_or(Some(ChoiceStep::Question(0))), Some(step));
        }
        for other in ["", "0", "1", "4", "02", "x"] {
            assert_eq!(ChoiceStep::parse(other), None, "{other}");
        }
        assert!(!is_help_me_choose("/help") && !is_help_me_choose("/help-me-choose-not"));
    }

    #[test]
    fn only_check_your_answers_is_the_way_to_sending() {
        assert_eq!(draft_to_send("/drafts/abc/check"), Some("abc"));
        for other in ["/drafts/abc", "/drafts/abc/who", "/drafts/abc/check/x", "/drafts//check", "/recover", ""] {
            assert_eq!(draft_to_send(other), None, "{other}");
        }
        assert_eq!(arriving(check("abc"), SIGNED_IN).as_str(), "/drafts/abc/check?signed-in");
        assert_eq!(arriving(draft("abc"), SIGNED_IN), draft("abc"));
    }
}
