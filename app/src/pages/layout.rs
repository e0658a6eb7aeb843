//! What stands on every page: the council's bar with its menus, and the foot.

use crate::{
    components::{form::PostForm, icons::Mark},
    context,
    pages::frame::SERVICE,
    ports::{Ports, Resident},
};
use leptos::prelude::*;

#[component]
pub fn SkipLink() -> impl IntoView {
    view! { <a href="#main-content" class="govuk-skip-link">"Skip to main content"</a> }
}

#[component]
pub fn Header() -> impl IntoView {
    let site = context::site();
    let caller = context::caller();
    let menus = match caller.resident() {
        Some(resident) => view! { <SiteMenu/> {name_menu(resident)} }.into_any(),
        None => view! { <SiteMenu/> <a class="care-header__link" href="/sign-in">"Sign in"</a> }.into_any(),
    };
    view! {
        <header class="care-header">
            <div class="govuk-width-container care-header__bar">
                <a class="care-header__home" href="/">
                    <Mark class="care-header__mark" size="40"/>
                    <span>
                        <span class="care-header__council">{site.council.name.clone()}</span>
                        <span class="care-header__service">{SERVICE}</span>
                    </span>
                </a>
                <div class="care-header__menus">{menus}</div>
            </div>
        </header>
    }
}

#[component]
fn SiteMenu() -> impl IntoView {
    let here = context::path();
    let entries = [
        ("/", "Home"),
        ("/#forms", "All forms"),
        ("/help", "Help with this service"),
        ("/#other-ways", "Other ways to get help"),
    ];
    view! {
        <details class="care-menu" name="care-menus">
            <summary><span class="care-menu__word">"Site menu"</span></summary>
            <nav class="care-menu__panel" aria-label="Site menu">
                <ul class="care-menu__list">
                    {entries
                        .into_iter()
                        .map(|(href, words)| {
                            view! {
                                <li class="care-menu__item">
                                    <a href=href aria-current=(here == href).then_some("page")>{words}</a>
                                </li>
                            }
                        })
                        .collect_view()}
                </ul>
            </nav>
        </details>
    }
}

fn name_menu(resident: &Resident) -> impl IntoView + use<> {
    let drafts = resident.drafts;
    view! {
        <details class="care-name-menu" name="care-menus">
            <summary><span class="care-menu__word">{resident.name.clone()}</span></summary>
            <nav class="care-menu__panel" aria-label="Your account">
                <ul class="care-menu__list">
                    <li class="care-menu__item"><a href="/account">"My Account"</a></li>
                    <li class="care-menu__item">
                        <a href="/recover">
                            <span>"Recover a form"</span>
                            " "
                            <span class="care-menu__count">{drafts}<span class="govuk-visually-hidden">" saved"</span></span>
                        </a>
                    </li>
                    <li class="care-menu__item"><a href="/submitted">"Submitted forms"</a></li>
                    <li class="care-menu__item">
                        <PostForm action="/api/account/sign-out">
                            <button class="care-link-button" type="submit">"Sign out"</button>
                        </PostForm>
                    </li>
                </ul>
            </nav>
        </details>
    }
}

/// When the server signs somebody out if they do nothing. It is its own time, so it is the truth.
fn signed_out_at() -> impl IntoView {
    let caller = context::caller();
    let at =
        caller.resident().zip(use_context::<Ports>()).map(|(resident, ports)| ports.clock.time_of_day(resident.expires));
    at.map(|time| view! { <p class="govuk-body-s care-no-print">{format!("If you do nothing, we sign you out at {time}.")}</p> })
}

#[component]
pub fn Footer() -> impl IntoView {
    let site = context::site();
    let links = [("/accessibility", "Accessibility"), ("/privacy", "Privacy"), ("/cookies", "Cookies"), ("/help", "Help")];
    view! {
        <Share/>
        <footer class="govuk-footer care-footer">
            <div class="govuk-width-container">
                <p class="care-footer__council">
                    <Mark class="care-footer__mark" size="24"/>
                    <span>{site.council.name.clone()}</span>
                </p>
                {signed_out_at()}
                <h2 class="govuk-visually-hidden">"About this service"</h2>
                <ul class="govuk-footer__inline-list">
                    {links
                        .into_iter()
                        .map(|(href, words)| {
                            view! {
                                <li class="govuk-footer__inline-list-item"><a class="govuk-footer__link" href=href>{words}</a></li>
                            }
                        })
                        .collect_view()}
                </ul>
            </div>
        </footer>
    }
}

/// Whether a page is one to pass on: it is the same for everybody, and says what the service is.
fn may_be_shared(path: &str) -> bool {
    matches!(path, "/" | "/help" | "/accessibility" | "/privacy" | "/cookies") || path.starts_with("/forms/")
}

/// The address of a public page, for passing it on.
#[component]
pub fn Share() -> impl IntoView {
    let path = context::path();
    may_be_shared(&path).then(|| {
        let address = format!("{}{path}", context::site().public_url);
        let mail = format!("mailto:?subject={}&body={}", encoded(SERVICE), encoded(&address));
        view! {
            <aside class="care-share govuk-width-container" aria-label="Share this page">
                <details class="govuk-details">
                    <summary class="govuk-details__summary">
                        <span class="govuk-details__summary-text">"Share this page"</span>
                    </summary>
                    <div class="govuk-details__text">
                        <div class="govuk-form-group">
                            <label class="govuk-label" for="share-address">"Address of this page"</label>
                            <div class="care-share__address">
                                <input class="govuk-input" id="share-address" type="url" value=address readonly/>
                            </div>
                        </div>
                        <p class="govuk-body"><a class="govuk-link" href=mail>"Send the address by email"</a></p>
                    </div>
                </details>
            </aside>
        }
    })
}

/// A text as a part of an address.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_pages_may_be_shared_and_no_others() {
        for shared in ["/", "/help", "/forms/care-needs", "/privacy"] {
            assert!(may_be_shared(shared), "{shared}");
        }
        for kept in ["", "/sign-in", "/create-account", "/drafts/x/who", "/submitted", "/outbox", "/timed-out"] {
            assert!(!may_be_shared(kept), "{kept}");
        }
    }

    #[test]
    fn an_address_fits_into_another() {
        assert_eq!(encoded("https://a.example/x y&z"), "https%3A%2F%2Fa.example%2Fx%20y%26z");
    }
}
