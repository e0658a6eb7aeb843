//! The route table: every page with its path.

use crate::{components::form::MainFormSlot, pages};
use leptos::prelude::*;
use leptos_router::{
    SsrMode,
    components::{Route, Router, Routes},
    path,
};

/// All pages. Each is fully rendered before it is sent, so that it works without scripts.
#[component]
pub fn App() -> impl IntoView {
    leptos_meta::provide_meta_context();
    provide_context(MainFormSlot::default());
    view! {
        <Router>
            <pages::layout::SkipLink/>
            <pages::layout::Header/>
            <Routes fallback=pages::errors::NotFound>
                <Route path=path!("/") view=pages::home::Home ssr=SsrMode::Async/>
                <Route path=path!("/help") view=pages::about::help::Help ssr=SsrMode::Async/>
                <Route path=path!("/help-me-choose") view=pages::help_me_choose::HelpMeChoose ssr=SsrMode::Async/>
                <Route path=path!("/help-me-choose/:step") view=pages::help_me_choose::HelpMeChooseStep ssr=SsrMode::Async/>
                <Route path=path!("/other-languages/:language") view=pages::other_languages::OtherLanguage ssr=SsrMode::Async/>
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
