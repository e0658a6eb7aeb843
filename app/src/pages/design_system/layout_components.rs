//! Components around the content of a page, and links to other pages.

use super::{ComponentEntry, entry};
use govuk::{
    Content,
    button::ButtonType,
    cookie_banner::{CookieAction, CookieBanner, CookieMessage, cookie_banner},
    footer::{Footer, FooterLink, FooterMeta, footer},
    generic_header::{GenericHeader, generic_header},
    language_navigation::{Language, LanguageNavigation, language_navigation},
    pagination::{NumberedPage, PageItem, PageLink, Pagination, pagination},
    service_navigation::{NavigationItem, ServiceNavigation, service_navigation},
};
use leptos::prelude::*;

pub fn entries() -> Vec<ComponentEntry> {
    vec![
        entry!("cookie_banner", "Only if the council sets optional cookies. This service sets none.", [cookies()]),
        entry!(
            "footer",
            "The footer of every page, with the council's logo and its statements.",
            [footer(Footer {
                mark: Content::view(view! { <p class="govuk-body">"Northmere Council"</p> }),
                meta: Some(FooterMeta {
                    items: ["Accessibility", "Privacy", "Cookies"].map(foot_link).into(),
                    ..FooterMeta::default()
                }),
                ..Footer::default()
            })]
        ),
        entry!(
            "generic_header",
            "The header of a council that has none of its own. Ours is the header of every page.",
            [generic_header(GenericHeader { logo: "Northmere Council".into(), ..GenericHeader::default() })]
        ),
        entry!(
            "language_navigation",
            "The same page in other languages, each named in its own language.",
            [language_navigation(LanguageNavigation {
                items: vec![
                    Language { content: "English".into(), current: true, lang: "en".into(), ..Language::default() },
                    Language {
                        content: "Cymraeg".into(),
                        href: "#language-navigation".into(),
                        lang: "cy".into(),
                        ..Language::default()
                    },
                ],
                ..LanguageNavigation::default()
            })]
        ),
        entry!(
            "pagination",
            "A long list in parts. Pages of a form have “Back” and “Continue” instead.",
            [by_number(), by_title()]
        ),
        entry!(
            "service_navigation",
            "The navigation of a service with several parts, such as one for council staff.",
            [service_navigation(ServiceNavigation {
                service_name: "Adult Social Care Online".into(),
                navigation: vec![way("Forms", true), way("Help", false)],
                ..ServiceNavigation::default()
            })]
        ),
    ]
}

fn cookies() -> AnyView {
    let action = |text: &str| CookieAction { text: text.into(), kind: Some(ButtonType::Button), ..CookieAction::default() };
    cookie_banner(CookieBanner {
        aria_label: "Cookies on this service".into(),
        messages: vec![CookieMessage {
            heading: "Cookies on this service".into(),
            content: "May we count how often pages are opened?".into(),
            actions: vec![action("Accept"), action("Reject")],
            ..CookieMessage::default()
        }],
        ..CookieBanner::default()
    })
}

fn foot_link(text: &str) -> FooterLink {
    FooterLink { text: text.into(), href: "#footer".into(), ..FooterLink::default() }
}

fn way(label: &str, current: bool) -> NavigationItem {
    NavigationItem { content: label.into(), href: "#service-navigation".into(), current, ..NavigationItem::default() }
}

fn by_number() -> AnyView {
    let page = |number: u8| {
        PageItem::Page(NumberedPage {
            number: number.to_string(),
            href: "#pagination".into(),
            current: number == 2,
            ..NumberedPage::default()
        })
    };
    pagination(Pagination {
        items: vec![page(1), page(2), page(3), PageItem::Ellipsis, page(9)],
        previous: Some(PageLink { href: "#pagination".into(), ..PageLink::default() }),
        next: Some(PageLink { href: "#pagination".into(), ..PageLink::default() }),
        ..Pagination::default()
    })
}

fn by_title() -> AnyView {
    let link = |title: &str| Some(PageLink { href: "#pagination".into(), label_text: title.into(), ..PageLink::default() });
    pagination(Pagination {
        previous: link("Who you are"),
        next: link("Where you live"),
        landmark_label: "Pages before and after".into(),
        ..Pagination::default()
    })
}
