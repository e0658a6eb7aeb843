//! The frame of every page: title, "Back", landmarks, and waiting for the content.

use super::{errors, languages::page_languages, preview::preview};
use crate::{
    components::{form::post_form, rich_text::rich_text},
    context, paths,
};
use govuk::{
    Attributes, Content,
    back_link::{BackLink, back_link},
    exit_this_page::{ExitThisPage, exit_this_page},
    notification_banner::{NotificationBanner, notification_banner},
};
use i18n::{Messages, args};
use leptos::{hydration::HydrationScripts, nonce::use_nonce, prelude::*};
use leptos_meta::Title;
use ports::ApiError;
use std::future::Future;

/// The title of a page, with the service and the council; starts with "Error" if the page has errors.
#[component]
pub fn PageTitle(
    #[prop(into)] text: String,
    #[prop(optional)] problem: bool,
    /// A description for link previews, if the page has its own.
    #[prop(optional_no_strip)]
    about: Option<String>,
) -> impl IntoView {
    let title = whole_title(context::messages(), &text, &context::site().council.name);
    let preview = preview(&text, about);
    view! { <Title text=if problem { context::messages().page_title_error(title) } else { title }/> {preview} }
}

/// The title of a page with the service and the council.
pub fn whole_title(t: Messages, page: &str, council: &str) -> String {
    if page == t.service_name() { t.page_title_home(council) } else { t.page_title(args::PageTitle { council, page }) }
}

/// A page with "Back" and one column.
#[component]
pub fn Frame(
    /// The title in the browser tab. The heading is part of the content.
    #[prop(into)]
    title: String,
    /// Whether the page has errors.
    #[prop(optional)]
    problem: bool,
    /// The address and text of the "Back" link.
    #[prop(optional_no_strip)]
    back: Option<(String, String)>,
    /// The address and text of another link, beside "Back".
    #[prop(optional_no_strip)]
    aside: Option<(String, String)>,
    children: Children,
) -> impl IntoView {
    framed(FrameContent { title, problem, back, aside, ..FrameContent::default() }, children())
}

/// The parts of a [`Frame`].
#[derive(Clone, Debug, Default)]
pub struct FrameContent {
    pub title: String,
    pub problem: bool,
    pub back: Option<(String, String)>,
    pub aside: Option<(String, String)>,
    /// Whether the page has the button to leave it quickly.
    pub quick_exit: bool,
    /// A description for link previews, if the page has its own.
    pub about: Option<String>,
    /// "Back" as a button, for a page before this one that must be told what no address may tell.
    pub back_form: Option<BackForm>,
    /// Whether the content has the main form of a page of a form, which the language buttons submit.
    pub has_page_form: bool,
}

/// A form that leads back.
#[derive(Clone, Debug)]
pub struct BackForm {
    pub action: &'static str,
    /// Hidden inputs.
    pub inputs: Vec<(String, String)>,
}

/// Like [`Frame`], for content that is already rendered. Views are types, and a page's would be too deep for the
/// compiler, so the content's type is erased here.
pub fn framed<V: IntoView + 'static>(frame: FrameContent, content: V) -> AnyView {
    let content = content.into_any();
    let FrameContent { title, problem, back, aside, quick_exit, about, back_form, has_page_form } = frame;
    let way = (back.is_some() || back_form.is_some() || aside.is_some()).then(|| {
        view! {
            <nav class="care-way" aria-label=context::messages().back()>
                {back.map(|(href, label)| back_link(BackLink { content: label.into(), href, ..BackLink::default() }))}
                {back_form.map(back_button)}
                {aside.map(|(href, label)| view! { <p class="care-way__aside"><a class="govuk-link" href=href>{label}</a></p> })}
            </nav>
        }
    });
    let title = view! { <PageTitle text=title problem=problem about=about/> };
    let body = view! {
        <div class="govuk-width-container care-frame">
            <div class="care-page">
                {quick_exit.then(exit_button)}
                {way}
                <main class="govuk-main-wrapper" id="main-content">{content}</main>
            </div>
            {page_languages(has_page_form)}
        </div>
    };
    view! { {title} {body} }.into_any()
}

fn back_button(form: BackForm) -> AnyView {
    let inputs = form.inputs.into_iter().map(|(name, value)| view! { <input type="hidden" name=name value=value/> });
    let inputs = inputs.collect_view();
    let text = context::messages().back();
    post_form(form.action, view! { {inputs} <button class="care-link-button govuk-back-link" type="submit">{text}</button> })
}

/// A page that only shows a text.
pub fn message_page(title: &str, text: &str) -> AnyView {
    let content = view! {
        <div class="care-narrow">
            <h1 class="govuk-heading-l">{title.to_owned()}</h1>
            {rich_text(text)}
        </div>
    };
    framed(FrameContent { title: title.to_owned(), ..FrameContent::default() }, content)
}

/// The button to leave the service quickly, and a link for keyboard users at the start of the page.
fn exit_button() -> impl IntoView {
    let t = context::messages();
    let label = || view! { <span class="govuk-visually-hidden">{t.exit_emergency()} " "</span> {t.exit_this_page()} };
    let button = exit_this_page(ExitThisPage {
        content: Content::view(label()),
        redirect_url: paths::EXIT.into(),
        // A landmark itself instead of being inside one: it stays in view only while its parent does.
        attributes: Attributes::new().with("role", "region").with("aria-label", t.exit_this_page()),
        activated_text: t.exit_loading().into(),
        timed_out_text: t.exit_expired().into(),
        press_two_more_times_text: t.exit_two_more().into(),
        press_one_more_time_text: t.exit_one_more().into(),
        ..ExitThisPage::default()
    });
    view! {
        <section aria-label=t.exit_for_keyboards()>
            <a class="govuk-skip-link govuk-js-exit-this-page-skiplink" href=paths::EXIT rel="nofollow noreferrer">{label()}</a>
        </section>
        {button}
    }
}

/// Shows the result of a future, or the page for its error.
pub fn load<F, V>(future: F) -> impl IntoView
where
    F: Future<Output = Result<V, ApiError>> + Send + 'static,
    V: IntoView + 'static,
{
    let future = async move {
        match future.await {
            Ok(view) => view.into_any(),
            Err(error) => errors::of(error).into_any(),
        }
    };
    view! { <Suspense>{Suspend::new(future)}</Suspense> }
}

/// A "Back" link to a page.
pub fn back(href: impl Into<String>) -> Option<(String, String)> {
    Some((href.into(), context::messages().back().into()))
}

/// A green banner that says what has just been done.
pub fn notice(text: Option<String>) -> impl IntoView {
    text.map(|text| {
        notification_banner(NotificationBanner {
            content: text.into(),
            is_success: true,
            title: context::messages().success().into(),
            title_id: "notice-title".into(),
            ..NotificationBanner::default()
        })
    })
}

/// A banner that explains why the person is on this page, if they didn't ask for it.
pub fn reason(label: Option<String>) -> impl IntoView {
    label.map(|label| {
        notification_banner(NotificationBanner {
            content: label.into(),
            title: context::messages().important().into(),
            title_id: "reason-title".into(),
            ..NotificationBanner::default()
        })
    })
}

/// Hides the questions that aren't asked until the island does, so that they don't flash up on a slow line. If the
/// island isn't there when somebody answers something, or after five seconds, everything is shown as without scripts.
const HIDE_UNASKED: &str = "(function(){var root=document.documentElement;function show(){root.classList.remove('care-hide-unasked')}root.classList.add('care-hide-unasked');document.addEventListener('change',show,{once:true});setTimeout(show,5000)})();";

/// The script of [`HIDE_UNASKED`], for pages with questions.
pub fn hide_unasked() -> impl IntoView {
    let nonce = use_nonce().map(|nonce| nonce.to_string()).unwrap_or_default();
    context::provided().map(|_| view! { <script nonce=nonce>{HIDE_UNASKED}</script> })
}

/// The scripts that hydrate the islands of a page. Only pages with islands have them.
#[component]
pub fn Scripts() -> impl IntoView {
    context::provided().map(|ports| view! { <HydrationScripts options=ports.leptos.clone() islands=true/> })
}
