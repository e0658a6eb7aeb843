//! Forms as the service sends them: by POST, without validation in the browser, with the token that binds them to the
//! session.

use crate::context;
use leptos::prelude::*;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

/// The element around every form. The browser validates nothing, so that messages come from one place in one style.
#[component]
pub fn PostForm(action: &'static str, children: Children) -> impl IntoView {
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name="token" value=context::form_token()/>
            {children()}
        </form>
    }
}

/// The main form of a page about an account, with the id [`PAGE_FORM`]. A page has one, which the language buttons
/// submit, so that what was typed is there in the other language.
#[component]
pub fn MainForm(action: &'static str, children: Children) -> impl IntoView {
    if let Some(slot) = use_context::<MainFormSlot>() {
        slot.0.store(true, Ordering::Relaxed);
    }
    named_form(Some(PAGE_FORM), action, children())
}

/// Whether the page being rendered has a [`MainForm`].
#[derive(Clone, Default)]
pub struct MainFormSlot(Arc<AtomicBool>);

impl MainFormSlot {
    pub fn is_filled() -> bool {
        use_context::<Self>().is_some_and(|slot| slot.0.load(Ordering::Relaxed))
    }
}

/// The id of a page's main form, so that a button elsewhere on the page can submit it.
pub const PAGE_FORM: &str = "page-form";

/// The prefix in the value of a language button: `language:cy`.
pub const SWITCH_LANGUAGE: &str = "language:";

/// The button that changes the language of a page about an account; its value is the page.
pub const SWITCH_PAGE: &str = "switch_page";

/// Like [`PostForm`], for content that is already rendered.
pub fn post_form<V: IntoView + 'static>(action: &'static str, content: V) -> AnyView {
    named_form(None, action, content)
}

/// The main form of a page, with the id [`PAGE_FORM`]. Enter in an input presses the form's first button, which may be a
/// link to another form among the questions: so the first is another "Continue", which nobody sees.
pub fn page_form<V: IntoView + 'static>(action: &'static str, content: V) -> AnyView {
    let text = context::messages().button_continue();
    let first = view! {
        <button class="care-default-button" type="submit" name="go" value="continue" tabindex="-1" aria-hidden="true">{text}</button>
    };
    named_form(Some(PAGE_FORM), action, view! { {first} {content.into_any()} })
}

fn named_form<V: IntoView + 'static>(id: Option<&'static str>, action: &'static str, content: V) -> AnyView {
    let content = content.into_any();
    view! {
        <form method="post" action=action id=id novalidate>
            <input type="hidden" name="token" value=context::form_token()/>
            {content}
        </form>
    }
    .into_any()
}

/// A hidden input. Browsers that restore typed values leave it as the server sent it, as long as scripts change only its
/// attribute.
#[component]
pub fn Hidden(name: &'static str, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value/> }
}
