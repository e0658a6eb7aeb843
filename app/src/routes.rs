//! The routes: every page, who may see it, and functions for the paths of links.

use crate::{location::Location, pages};
use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// Who may see a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Anybody,
    /// Whoever started the form: the account, or the visitor on this device.
    DraftOwner,
    Resident,
}

/// Who may see a path. Paths that don't exist are "not found" for everybody.
pub fn access(path: &str) -> Access {
    match path.trim_start_matches('/').split('/').next().unwrap_or_default() {
        "drafts" => Access::DraftOwner,
        "account" | "recover" | "submitted" => Access::Resident,
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

/// Leaves the service quickly, for somebody who may be watched.
pub const EXIT: &str = "/exit";

pub fn form(key: &str) -> Location {
    Location::of(&["forms", key])
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

/// All pages. Each is fully rendered before it is sent, so that it works without scripts.
#[component]
pub fn App() -> impl IntoView {
    leptos_meta::provide_meta_context();
    view! {
        <Router>
            <pages::layout::SkipLink/>
            <pages::layout::Header/>
            <Routes fallback=pages::errors::NotFound>
                <Route path=path!("/") view=pages::home::Home ssr=SsrMode::Async/>
                <Route path=path!("/help") view=pages::about::help::Help ssr=SsrMode::Async/>
                <Route path=path!("/accessibility") view=pages::about::accessibility::Accessibility ssr=SsrMode::Async/>
                <Route path=path!("/privacy") view=pages::about::privacy::Privacy ssr=SsrMode::Async/>
                <Route path=path!("/cookies") view=pages::about::cookies::Cookies ssr=SsrMode::Async/>
                <Route path=path!("/offline") view=pages::about::offline::Offline ssr=SsrMode::Async/>
                <Route path=path!("/create-account") view=pages::create_account::Email ssr=SsrMode::Async/>
                <Route path=path!("/create-account/email-code") view=pages::create_account::EmailCode ssr=SsrMode::Async/>
                <Route path=path!("/create-account/password") view=pages::create_account::Password ssr=SsrMode::Async/>
                <Route path=path!("/create-account/phone") view=pages::create_account::Phone ssr=SsrMode::Async/>
                <Route path=path!("/create-account/phone-code") view=pages::create_account::PhoneCode ssr=SsrMode::Async/>
                <Route path=path!("/create-account/authenticator") view=pages::create_account::App ssr=SsrMode::Async/>
                <Route path=path!("/sign-in") view=pages::sign_in::SignIn ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/confirm") view=pages::sign_in::Confirm ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/council") view=pages::sign_in::council::Connect ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/council/callback") view=pages::sign_in::council::Callback ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/change-phone") view=pages::lost_phone::Begin ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/change-phone/sent") view=pages::lost_phone::BeginSent ssr=SsrMode::Async/>
                <Route path=path!("/sign-in/new-phone") view=pages::lost_phone::NewPhone ssr=SsrMode::Async/>
                <Route path=path!("/change-phone/:link") view=pages::lost_phone::Ask ssr=SsrMode::Async/>
                <Route path=path!("/phone-change/:token") view=pages::lost_phone::Track ssr=SsrMode::Async/>
                <Route path=path!("/phone-change/stop/:link") view=pages::lost_phone::Stop ssr=SsrMode::Async/>
                <Route path=path!("/forgot-password") view=pages::password::Forgot ssr=SsrMode::Async/>
                <Route path=path!("/forgot-password/sent") view=pages::password::ForgotSent ssr=SsrMode::Async/>
                <Route path=path!("/reset-password/:link") view=pages::password::Reset ssr=SsrMode::Async/>
                <Route path=path!("/signed-out") view=pages::sign_in::SignedOut ssr=SsrMode::Async/>
                <Route path=path!("/timed-out") view=pages::sign_in::TimedOut ssr=SsrMode::Async/>
                <Route path=path!("/account") view=pages::account::Account ssr=SsrMode::Async/>
                <Route path=path!("/account/details") view=pages::account::Details ssr=SsrMode::Async/>
                <Route path=path!("/account/name") view=pages::account::ChangeName ssr=SsrMode::Async/>
                <Route path=path!("/account/security") view=pages::account::Security ssr=SsrMode::Async/>
                <Route path=path!("/account/council") view=pages::sign_in::council::Connected ssr=SsrMode::Async/>
                <Route path=path!("/account/address") view=pages::account::FindAddress ssr=SsrMode::Async/>
                <Route path=path!("/account/address/choose") view=pages::account::ChooseAddress ssr=SsrMode::Async/>
                <Route path=path!("/account/address/enter") view=pages::account::EnterAddress ssr=SsrMode::Async/>
                <Route path=path!("/account/contact") view=pages::account::Preferences ssr=SsrMode::Async/>
                <Route path=path!("/account/confirm") view=pages::account::ConfirmAgain ssr=SsrMode::Async/>
                <Route path=path!("/account/authenticator") view=pages::account::Authenticator ssr=SsrMode::Async/>
                <Route path=path!("/account/recovery-codes") view=pages::account::RecoveryCodes ssr=SsrMode::Async/>
                <Route path=path!("/account/delete") view=pages::account::DeleteAccount ssr=SsrMode::Async/>
                <Route path=path!("/account-deleted") view=pages::account::AccountDeleted ssr=SsrMode::Async/>
                <Route path=path!("/account/email") view=pages::account::ChangeEmail ssr=SsrMode::Async/>
                <Route path=path!("/account/email/code") view=pages::account::ChangeEmailCode ssr=SsrMode::Async/>
                <Route path=path!("/account/phone") view=pages::account::ChangeLoginPhone ssr=SsrMode::Async/>
                <Route path=path!("/account/phone/code") view=pages::account::ChangeLoginPhoneCode ssr=SsrMode::Async/>
                <Route path=path!("/account/password") view=pages::account::ChangePassword ssr=SsrMode::Async/>
                <Route path=path!("/forms/:form") view=pages::forms::BeforeYouStart ssr=SsrMode::Async/>
                <Route path=path!("/recover") view=pages::recover::Recover ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id") view=pages::drafts::task_list::TaskList ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/check") view=pages::drafts::check::Check ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/delete") view=pages::drafts::delete::Delete ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/changes") view=pages::drafts::changes::Changed ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page") view=pages::drafts::page::FormPage ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page/:item") view=pages::drafts::item::ItemPage ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page/:item/remove") view=pages::drafts::item::RemoveItem ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page/:item/:list") view=pages::drafts::inner_list::InnerListPage ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page/:item/:list/:inner") view=pages::drafts::item::ItemPage ssr=SsrMode::Async/>
                <Route path=path!("/drafts/:id/:page/:item/:list/:inner/remove") view=pages::drafts::item::RemoveItem ssr=SsrMode::Async/>
                <Route path=path!("/submitted") view=pages::submitted::list::SubmittedForms ssr=SsrMode::Async/>
                <Route path=path!("/submitted/:reference") view=pages::submitted::copy::SubmittedForm ssr=SsrMode::Async/>
                <Route path=path!("/submitted/:reference/sent") view=pages::submitted::sent::Sent ssr=SsrMode::Async/>
                <Route path=path!("/design-system") view=pages::design_system::DesignSystem ssr=SsrMode::Async/>
                <Route path=path!("/outbox") view=pages::outbox::OutboxPage ssr=SsrMode::Async/>
            </Routes>
            <pages::layout::Footer/>
        </Router>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // ASVS V3.7.2 V1.2.2
    #[test]
    fn only_our_own_pages_that_need_a_sign_in_are_returned_to() {
        for good in ["/recover", "/drafts/abc/who", "/submitted/ASC-7KQ2-M9TF", "/account"] {
            assert_eq!(return_to(good).map(String::from), Some(good.to_owned()));
        }
        for bad in
            ["//evil.example", "https://evil.example", "/help", "/recover?x=1", "recover", "/drafts/\\evil", "/drafts/a\nb"]
        {
            assert_eq!(return_to(bad), None, "{bad}");
        }
    }
}
