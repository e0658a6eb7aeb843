//! The parts of every page: the council's header with its menus, and the footer.

use crate::api::accounts::SignOut;
use crate::{
    components::{form::PostForm, icons::CouncilMark},
    context,
    pages::languages::Languages,
    paths::HELP_ME_CHOOSE,
};
use govuk::{
    Attributes, Content, FormGroup,
    details::{Details, details},
    footer::{self, FooterLink, FooterMeta, footer},
    input::{Input, input},
    skip_link::{self, skip_link},
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use ports::Resident;

#[component]
pub fn SkipLink() -> impl IntoView {
    skip_link(skip_link::SkipLink {
        content: context::messages().skip_link().into(),
        href: "#main-content".into(),
        ..skip_link::SkipLink::default()
    })
}

#[component]
pub fn Header() -> impl IntoView {
    let (site, t) = (context::site(), context::messages());
    let caller = context::caller();
    let menus = match caller.resident() {
        Some(resident) => view! { <SiteMenu/> {name_menu(resident)} }.into_any(),
        None => view! { <SiteMenu/> <a class="care-header__link" href="/sign-in">{t.sign_in()}</a> }.into_any(),
    };
    view! {
        <header class="care-header" class=("care-header--with-logo", site.look.logo.is_some())>
            <div class="govuk-width-container care-header__bar">
                <a class="care-header__home" href="/">
                    <CouncilMark within="care-header"/>
                    <span>
                        {name_beside_mark("care-header__council")}
                        <span class="care-header__service">{t.service_name()}</span>
                    </span>
                </a>
                <div class="care-header__menus">{menus}</div>
            </div>
        </header>
        <Languages/>
    }
}

/// The council's name, unless the logo includes it.
fn name_beside_mark(class: &'static str) -> impl IntoView {
    let site = context::site();
    site.look.logo.is_none().then(|| view! { <span class=class>{site.council.name.clone()}</span> })
}

#[component]
fn SiteMenu() -> impl IntoView {
    let (here, t) = (context::path(), context::messages());
    let entries = [
        ("/", t.site_menu_home()),
        ("/#forms", t.site_menu_forms()),
        ("/help", t.site_menu_help()),
        ("/#other-ways", t.site_menu_other_ways()),
    ];
    view! {
        <details class="care-menu" name="care-menus">
            <summary><span class="care-menu__word">{t.site_menu()}</span></summary>
            <nav class="care-menu__panel" aria-label=t.site_menu()>
                <ul class="care-menu__list">
                    {entries
                        .into_iter()
                        .map(|(href, label)| {
                            view! {
                                <li class="care-menu__item">
                                    <a href=href aria-current=(here == href).then_some("page")>{label}</a>
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
    let (drafts, t) = (resident.drafts, context::messages());
    view! {
        <details class="care-name-menu" name="care-menus">
            <summary><span class="care-menu__word">{resident.name.clone()}</span></summary>
            <nav class="care-menu__panel" aria-label=t.header_your_account()>
                <ul class="care-menu__list">
                    <li class="care-menu__item"><a href="/account">{t.my_account()}</a></li>
                    <li class="care-menu__item">
                        <a href="/recover">
                            <span>{t.recover()}</span>
                            " "
                            <span class="care-menu__count">{drafts}<span class="govuk-visually-hidden">" " {t.header_saved()}</span></span>
                        </a>
                    </li>
                    <li class="care-menu__item"><a href="/submitted">{t.submitted_forms()}</a></li>
                    <li class="care-menu__item">
                        <PostForm action=SignOut::PATH>
                            <button class="care-link-button" type="submit">{t.sign_out()}</button>
                        </PostForm>
                    </li>
                </ul>
            </nav>
        </details>
    }
}

/// When the server signs somebody out if they do nothing. Taken from the session, so it is accurate. An autosave brings
/// the line with its new time.
fn signed_out_at() -> impl IntoView {
    signed_out_line().map(|line| view! { <p class="govuk-body-s care-no-print" data-signed-out>{line}</p> })
}

/// For example "If you stop using this service, we'll sign you out at 9:42pm." `None` for somebody who isn't signed in.
pub fn signed_out_line() -> Option<String> {
    let (caller, t) = (context::caller(), context::messages());
    let (resident, ports) = caller.resident().zip(context::provided())?;
    Some(t.footer_signed_out_at(t.time(ports.clock.time(resident.expires))))
}

#[component]
pub fn Footer() -> impl IntoView {
    let t = context::messages();
    let links = [
        ("/accessibility", t.footer_accessibility()),
        ("/privacy", t.footer_privacy()),
        ("/cookies", t.footer_cookies()),
        ("/help", t.footer_help()),
    ];
    let link = |(href, label): (&str, &str)| FooterLink { text: label.into(), href: href.into(), ..FooterLink::default() };
    let mark = view! {
        <p class="care-footer__council">
            <CouncilMark within="care-footer"/>
            {name_beside_mark("care-footer__name")}
        </p>
        {signed_out_at()}
    };
    let foot = footer(footer::Footer {
        mark: Content::view(mark),
        meta: Some(FooterMeta {
            visually_hidden_title: t.footer_about().into(),
            items: links.into_iter().map(link).collect(),
            ..FooterMeta::default()
        }),
        ..footer::Footer::default()
    });
    view! {
        <Share/>
        <footer class="care-footer">{foot}</footer>
    }
}

/// Whether a page may be shared: it is the same for everybody and describes the service.
pub fn may_be_shared(path: &str) -> bool {
    matches!(path, "/" | "/help" | HELP_ME_CHOOSE | "/accessibility" | "/privacy" | "/cookies")
        || ["/forms/", "/other-languages/"].iter().any(|public| path.starts_with(public))
}

/// The link for sharing a public page.
#[component]
pub fn Share() -> impl IntoView {
    let (path, t) = (context::path(), context::messages());
    may_be_shared(&path).then(|| {
        let address = format!("{}{path}", context::site().public_url);
        let mail = format!("mailto:?subject={}&body={}", encoded(t.service_name()), encoded(&address));
        let address = input(Input {
            id: "share-address".into(),
            kind: "url".into(),
            label: t.share_address().into(),
            value: Some(address),
            form_group: FormGroup { classes: "care-share__address".into(), ..FormGroup::default() },
            attributes: Attributes::new().flag("readonly"),
            ..Input::default()
        });
        let mail = view! { <p class="govuk-body"><a class="govuk-link" href=mail>{t.share_by_email()}</a></p> };
        let ways = details(Details {
            summary: t.share().into(),
            content: Content::view(view! { {address} {mail} }),
            ..Details::default()
        });
        view! { <aside class="care-share govuk-width-container" aria-label=t.share()>{ways}</aside> }
    })
}

/// Percent-encodes a text for an address.
fn encoded(text: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, ESCAPED).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_pages_can_be_shared() {
        for shared in ["/", "/help", "/help-me-choose", "/other-languages/ur", "/forms/care-needs", "/privacy"] {
            assert!(may_be_shared(shared), "{shared}");
        }
        for kept in
            ["", "/sign-in", "/create-account", "/drafts/x/who", "/submitted", "/outbox", "/timed-out", "/help-me-choose/2"]
        {
            assert!(!may_be_shared(kept), "{kept}");
        }
    }

    #[test]
    fn a_url_is_encoded_in_the_query_of_another() {
        assert_eq!(encoded("https://a.example/x y&z"), "https%3A%2F%2Fa.example%2Fx%20y%26z");
    }
}
