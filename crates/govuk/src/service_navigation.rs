//! The name of the service and the ways through it, below the header.

use super::{
    Attributes, Content,
    attributes::{classes, given, when},
};
use leptos::prelude::*;

pub struct ServiceNavigation {
    /// What the region is called: "Service information".
    pub aria_label: String,
    /// The name of the service.
    pub service_name: String,
    /// Where the name leads; nowhere if empty.
    pub service_url: String,
    /// The ways through the service.
    pub navigation: Vec<NavigationItem>,
    /// The identifier of the list of ways.
    pub navigation_id: String,
    /// What the navigation is called; as the menu button if empty.
    pub navigation_label: String,
    /// More classes of the navigation.
    pub navigation_classes: String,
    /// The button that unfolds the ways on a phone: "Menu".
    pub menu_button_text: String,
    /// Read out instead of the button's words.
    pub menu_button_label: String,
    /// Whether the items fold away on a phone; if there are several, where nothing is said.
    pub collapse_navigation_on_mobile: Option<bool>,
    /// What else is put in.
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
    /// Words only if empty.
    pub href: String,
    /// The page that is shown now.
    pub current: bool,
    /// The part of the service that the page is in.
    pub active: bool,
    pub attributes: Attributes,
}

/// Where more may be put in.
#[derive(Default)]
pub struct Slots {
    /// Before everything.
    pub start: Content,
    /// After everything.
    pub end: Content,
    /// Whether the end stands beside the navigation rather than below it.
    pub end_is_inline: bool,
    /// List items before the navigation's.
    pub navigation_start: Content,
    /// List items after them.
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
    let name = given(service.service_name).map(|name| {
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

/// Hidden until the script that it needs is there.
fn toggle(words: String, label: String, controls: String) -> AnyView {
    let label = given(label).filter(|label| *label != words);
    view! {
        <button
            type="button"
            class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
            aria-controls=controls
            aria-label=label
            hidden
            aria-hidden="true"
        >
            {words}
        </button>
    }
    .into_any()
}

fn item(item: NavigationItem) -> AnyView {
    let here = item.active || item.current;
    let current = here.then_some(if item.current { "page" } else { "true" });
    let class = classes("govuk-service-navigation__item", &[when(here, "govuk-service-navigation__item--active")]);
    let is_link = !item.href.is_empty();
    let content = item.content.some().map(|words| {
        if here {
            // Strong, for those who see neither the colours nor the line below.
            view! { <strong class="govuk-service-navigation__active-fallback">{words}</strong> }.into_any()
        } else {
            view! { {words} }.into_any()
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
            .map(|words| view! { <span class="govuk-service-navigation__text" aria-current=current>{words}</span> })
            .into_any()
    };
    view! { <li class=class>{content}</li> }.into_any()
}
