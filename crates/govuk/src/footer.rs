//! The footer of every page: further links and the licence.
//!
//! GOV.UK's own footer has the crown and Crown copyright. Neither applies to a council, so both are properties here.

use super::{Attributes, Content, attributes::classes};
use leptos::prelude::*;

#[derive(Default)]
pub struct Footer {
    /// The logo of the organisation that runs the service, at the top.
    pub mark: Content,
    /// Sections of links.
    pub navigation: Vec<FooterSection>,
    /// The links that every page needs.
    pub meta: Option<FooterMeta>,
    /// The licence of the content, shown beside the logo of the Open Government Licence.
    pub licence: Content,
    pub copyright: Option<Copyright>,
    /// More classes for the container that centres it on the page.
    pub container_classes: String,
    pub classes: String,
    pub attributes: Attributes,
}

/// Links under a heading.
#[derive(Default)]
pub struct FooterSection {
    /// The heading.
    pub title: String,
    /// The number of columns for the links.
    pub columns: Option<u8>,
    /// The share of the width, such as `two-thirds`; all of it if empty.
    pub width: String,
    pub items: Vec<FooterLink>,
}

/// The links that every page needs, and content below them.
#[derive(Default)]
pub struct FooterMeta {
    /// Read out before the links; "Support links" if empty.
    pub visually_hidden_title: String,
    pub items: Vec<FooterLink>,
    pub content: Content,
}

#[derive(Default)]
pub struct FooterLink {
    pub text: String,
    pub href: String,
    pub attributes: Attributes,
}

#[derive(Default)]
pub struct Copyright {
    pub content: Content,
    pub href: String,
    pub classes: String,
}

pub fn footer(footer: Footer) -> AnyView {
    let class = classes("govuk-footer", &[&footer.classes]);
    let container = classes("govuk-width-container", &[&footer.container_classes]);
    let navigation = (!footer.navigation.is_empty()).then(|| {
        let sections = footer.navigation.into_iter().map(section).collect_view();
        view! { <div class="govuk-footer__navigation">{sections}</div> <hr class="govuk-footer__section-break"/> }
    });
    let copyright = footer.copyright.map(|copyright| {
        let class = classes("govuk-footer__link", &[&copyright.classes]);
        view! {
            <div class="govuk-footer__meta-item"><a class=class href=copyright.href>{copyright.content}</a></div>
        }
    });
    view! {
        <div {..footer.attributes.spread()} class=class>
            <div class=container>
                {footer.mark}
                {navigation}
                <div class="govuk-footer__meta">
                    <div class="govuk-footer__meta-item govuk-footer__meta-item--grow">
                        {footer.meta.map(meta)} {footer.licence.some().map(licence)}
                    </div>
                    {copyright}
                </div>
            </div>
        </div>
    }
    .into_any()
}

fn section(section: FooterSection) -> AnyView {
    let width = if section.width.is_empty() { "full" } else { &section.width };
    let columns = section.columns.map(|count| format!("govuk-footer__list--columns-{count}")).unwrap_or_default();
    let items = section.items.into_iter().filter(|item| !item.href.is_empty() && !item.text.is_empty()).collect();
    view! {
        <div class=format!("govuk-footer__section govuk-grid-column-{width}")>
            <h2 class="govuk-footer__heading govuk-heading-m">{section.title}</h2>
            {links(items, &classes("govuk-footer__list", &[&columns]), "govuk-footer__list-item")}
        </div>
    }
    .into_any()
}

fn meta(meta: FooterMeta) -> AnyView {
    let title = if meta.visually_hidden_title.is_empty() { "Support links".into() } else { meta.visually_hidden_title };
    let content = meta.content.some().map(|content| view! { <div class="govuk-footer__meta-custom">{content}</div> });
    view! {
        <h2 class="govuk-visually-hidden">{title}</h2>
        {links(meta.items, "govuk-footer__inline-list", "govuk-footer__inline-list-item")}
        {content}
    }
    .into_any()
}

fn links(items: Vec<FooterLink>, list: &str, item: &'static str) -> Option<AnyView> {
    let link = |link: FooterLink| {
        view! { <li class=item><a {..link.attributes.spread()} class="govuk-footer__link" href=link.href>{link.text}</a></li> }
    };
    let class = list.to_owned();
    (!items.is_empty()).then(|| view! { <ul class=class>{items.into_iter().map(link).collect_view()}</ul> }.into_any())
}

fn licence(content: Content) -> AnyView {
    view! {
        <svg
            aria-hidden="true"
            focusable="false"
            class="govuk-footer__licence-logo"
            xmlns="http://www.w3.org/2000/svg"
            viewBox="0 0 483.2 195.7"
            height="17"
            width="41"
        >
            <path fill="currentColor" d=OPEN_GOVERNMENT_LICENCE></path>
        </svg>
        <span class="govuk-footer__licence-description">{content}</span>
    }
    .into_any()
}

/// The OGL logo.
const OPEN_GOVERNMENT_LICENCE: &str = "M421.5 142.8V.1l-50.7 32.3v161.1h112.4v-50.7zm-122.3-9.6A47.12 47.12 0 0 1 221 97.8c0-26 21.1-47.1 \
    47.1-47.1 16.7 0 31.4 8.7 39.7 21.8l42.7-27.2A97.63 97.63 0 0 0 268.1 0c-36.5 0-68.3 20.1-85.1 \
    49.7A98 98 0 0 0 97.8 0C43.9 0 0 43.9 0 97.8s43.9 97.8 97.8 97.8c36.5 0 68.3-20.1 85.1-49.7a97.76 \
    97.76 0 0 0 149.6 25.4l19.4 22.2h3v-87.8h-80l24.3 27.5zM97.8 145c-26 \
    0-47.1-21.1-47.1-47.1s21.1-47.1 47.1-47.1 47.2 21 47.2 47S123.8 145 97.8 145";
