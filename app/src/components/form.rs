//! A form as the service sends it: by POST, unchecked by the browser, with the token that binds it to the session.

use crate::context;
use leptos::prelude::*;

/// The start of every form. The browser checks nothing: messages come from one place and in one style.
#[component]
pub fn PostForm(action: &'static str, children: Children) -> impl IntoView {
    view! {
        <form method="post" action=action novalidate>
            <input type="hidden" name="token" value=context::form_token()/>
            {children()}
        </form>
    }
}

/// What a page's own form is called, so that a button elsewhere on the page can send it.
pub const PAGE_FORM: &str = "page-form";

/// The same for content that is there already.
pub fn post_form<V: IntoView + 'static>(action: &'static str, content: V) -> AnyView {
    named_form(None, action, content)
}

/// The form of a page of a form: [`PAGE_FORM`].
pub fn page_form<V: IntoView + 'static>(action: &'static str, content: V) -> AnyView {
    named_form(Some(PAGE_FORM), action, content)
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

/// A value that goes with the form unseen. Browsers that restore what was typed must leave it as the server sent it.
#[component]
pub fn Hidden(name: &'static str, #[prop(into)] value: String) -> impl IntoView {
    view! { <input type="hidden" name=name value=value autocomplete="off"/> }
}
