//! The service name and navigation, below the header.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty, when},
};
use leptos::prelude::*;

pub struct ServiceNavigation {
    /// The label of the region: "Service information".
    pub aria_label: String,
    /// The name of the service.
    pub service_name: String,
    /// Where the name links to; plain text if empty.
    pub service_url: String,
    /// The links of the navigation.
    pub navigation: Vec<NavigationItem>,
    /// The id of the list of links.
    pub navigation_id: String,
    /// The label of the navigation; the text of the menu button if empty.
    pub navigation_label: String,
    /// More classes for the navigation.
    pub navigation_classes: String,
    /// The button that opens the navigation on a phone: "Menu".
    pub menu_button_text: String,
    /// Read out instead of the button's text.
    pub menu_button_label: String,
    /// Whether the navigation is collapsed on a phone; by default if it has more than one item.
    pub collapse_navigation_on_mobile: Option<bool>,
    /// Further content.
    pub slots: Slots,
    pub classes: String,
    pub attributes: Attributes,
}

impl Default for ServiceNavigation {
    fn default() -> Self {
        Self {
            aria_label: "Service information".into(),
            service_name: String::new(),
            service_url: String::new(),
            navigation: Vec::new(),
            navigation_id: "navigation".into(),
            navigation_label: String::new(),
            navigation_classes: String::new(),
            menu_button_text: "Menu".into(),
            menu_button_label: String::new(),
            collapse_navigation_on_mobile: None,
            slots: Slots::default(),
            classes: String::new(),
            attributes: Attributes::default(),
        }
    }
}

#[derive(Default)]
pub struct NavigationItem {
    pub content: Content,
    /// Plain text if empty.
    pub href: String,
    /// Whether this is the page being shown.
    pub current: bool,
    /// Whether the page is in this part of the service.
    pub active: bool,
    pub attributes: Attributes,
}

/// Places for further content.
#[derive(Default)]
pub struct Slots {
    /// Before everything.
    pub start: Content,
    /// After everything.
    pub end: Content,
    /// Whether the end is beside the navigation instead of below it.
    pub end_is_inline: bool,
    /// List items before those of the navigation.
    pub navigation_start: Content,
    /// List items after those of the navigation.
    pub navigation_end: Content,
}

pub fn service_navigation(service: ServiceNavigation) -> AnyView {
    let class = classes("govuk-service-navigation", &[&service.classes]);
    let is_region = !service.service_name.is_empty() || service.slots.start.is_some() || service.slots.end.is_some();
    let (attributes, label) = (service.attributes.clone().spread(), service.aria_label.clone());
    let content = inner(service);
    if is_region {
        view! {
            <section {..attributes} aria-label=label class=class data-module="govuk-service-navigation">{content}</section>
        }
        .into_any()
    } else {
        view! { <div {..attributes} class=class data-module="govuk-service-navigation">{content}</div> }.into_any()
    }
}

fn inner(service: ServiceNavigation) -> AnyView {
    let inline = when(service.slots.end_is_inline, "govuk-service-navigation__inlining-container");
    let container = classes("govuk-width-container", &[inline]);
    let name = non_empty(service.service_name).map(|name| {
        let name = if service.service_url.is_empty() {
            view! { <span class="govuk-service-navigation__text">{name}</span> }.into_any()
        } else {
            view! { <a href=service.service_url class="govuk-service-navigation__link">{name}</a> }.into_any()
        };
        view! { <span class="govuk-service-navigation__service-name">{name}</span> }
    });
    let Slots { start, end, navigation_start, navigation_end, .. } = service.slots;
    let folds = service.collapse_navigation_on_mobile.unwrap_or(service.navigation.len() > 1);
    let there = !service.navigation.is_empty() || navigation_start.is_some() || navigation_end.is_some();
    let menu = service.menu_button_text;
    let navigation = there.then(|| {
        let label = if service.navigation_label.is_empty() { menu.clone() } else { service.navigation_label };
        let class = classes("govuk-service-navigation__wrapper", &[&service.navigation_classes]);
        let toggle = folds.then(|| toggle(menu, service.menu_button_label, service.navigation_id.clone()));
        let items = service.navigation.into_iter().map(item).collect_view();
        view! {
            <nav aria-label=label class=class>
                {toggle}
                <ul class="govuk-service-navigation__list" id=service.navigation_id>
                    {navigation_start} {items} {navigation_end}
                </ul>
            </nav>
        }
    });
    view! {
        <div class=container>
            {start} <div class="govuk-service-navigation__container">{name} {navigation}</div> {end}
        </div>
    }
    .into_any()
}

/// The menu button, hidden until its script has loaded.
fn toggle(text: String, label: String, controls: String) -> AnyView {
    let label = non_empty(label).filter(|label| *label != text);
    view! {
        <button
            type="button"
            class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
            aria-controls=controls
            aria-label=label
            hidden
            aria-hidden="true"
        >
            {text}
        </button>
    }
    .into_any()
}

fn item(item: NavigationItem) -> AnyView {
    let here = item.active || item.current;
    let current = here.then_some(if item.current { "page" } else { "true" });
    let class = classes("govuk-service-navigation__item", &[when(here, "govuk-service-navigation__item--active")]);
    let is_link = !item.href.is_empty();
    let content = item.content.some().map(|text| {
        if here {
            // Bold, for people who can't see the colours or the line below.
            view! { <strong class="govuk-service-navigation__active-fallback">{text}</strong> }.into_any()
        } else {
            view! { {text} }.into_any()
        }
    });
    let content = if is_link {
        view! {
            <a {..item.attributes.spread()} class="govuk-service-navigation__link" href=item.href aria-current=current>
                {content}
            </a>
        }
        .into_any()
    } else {
        content
            .map(|text| view! { <span class="govuk-service-navigation__text" aria-current=current>{text}</span> })
            .into_any()
    };
    view! { <li class=class>{content}</li> }.into_any()
}
