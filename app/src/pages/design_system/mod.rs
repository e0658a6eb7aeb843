//! Every component of the library as it looks, with when to use it and its properties. Shown in development only.

mod inputs;
mod layout_components;
mod lists;
mod properties;
mod text_components;

use super::frame::{Frame, load};
use crate::developers;
use govuk::{
    Content,
    details::{Details, details},
    table::{Cell, Table, table},
};
use leptos::prelude::*;
use properties::{Properties, properties};

/// A component on the page.
pub struct ComponentEntry {
    /// The name in GOV.UK Frontend.
    name: &'static str,
    /// When to use it in this service, in one line.
    when: &'static str,
    /// The source text of its file, from which its properties are read.
    source: &'static str,
    examples: Vec<AnyView>,
}

/// A [`ComponentEntry`] whose file has the name of the component. Its items may have a file of their own.
macro_rules! entry {
    ($file:literal $(with $items:literal)?, $when:literal, [$($example:expr),+ $(,)?]) => {
        $crate::pages::design_system::ComponentEntry {
            name: $file,
            when: $when,
            source: concat!(
                include_str!(concat!("../../../../crates/govuk/src/", $file, ".rs")),
                $(include_str!(concat!("../../../../crates/govuk/src/", $items, ".rs")))?
            ),
            examples: vec![$($example.into_any()),+],
        }
    };
}
use entry;

#[component]
pub fn DesignSystem() -> impl IntoView {
    load(async move {
        developers::ports()?;
        let mut entries = entries();
        entries.sort_by_key(|entry| entry.name);
        let contents = entries.iter().map(|entry| {
            let (href, name) = (format!("#{}", anchor(entry.name)), title(entry.name));
            view! { <li><a class="govuk-link" href=href>{name}</a></li> }
        });
        let contents = contents.collect_view();
        Ok(view! {
            <Frame title="Design system">
                <h1 class="govuk-heading-xl">"Design system"</h1>
                <p class="care-lead">
                    {format!("The {} components of GOV.UK Frontend that this service has, rendered by the service itself.", entries.len())}
                </p>
                <nav class="care-components" aria-label="Components"><ul class="care-components__list">{contents}</ul></nav>
                {entries.into_iter().map(component).collect_view()}
            </Frame>
        })
    })
}

fn entries() -> Vec<ComponentEntry> {
    [text_components::entries(), inputs::entries(), lists::entries(), layout_components::entries()]
        .into_iter()
        .flatten()
        .collect()
}

/// `date_input` as an anchor: "date-input".
fn anchor(name: &str) -> String {
    name.replace('_', "-")
}

/// `date_input` as a heading: "Date input".
fn title(name: &str) -> String {
    let label = name.replace('_', " ");
    let mut letters = label.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn component(entry: ComponentEntry) -> AnyView {
    let id = anchor(entry.name);
    let heading = format!("{id}-heading");
    let example = |example| view! { <div class="care-component__example">{example}</div> };
    let takes = details(Details {
        summary: "Properties".into(),
        content: Content::view(properties(entry.source).into_iter().map(property_table).collect_view()),
        ..Details::default()
    });
    view! {
        <section class="care-component" id=id aria-labelledby=heading>
            <h2 class="govuk-heading-l" id=heading.clone()>{title(entry.name)}</h2>
            <p class="govuk-body">{entry.when}</p>
            {entry.examples.into_iter().map(example).collect_view()}
            {takes}
        </section>
    }
    .into_any()
}

fn property_table(of: Properties) -> AnyView {
    let code = |text: String| Cell::from(Content::view(view! { <code>{text}</code> }));
    let table = table(Table {
        caption: of.name,
        caption_classes: "govuk-table__caption--s".into(),
        head: ["Name", "Type", "Meaning"].map(Cell::from).into(),
        rows: of.all.into_iter().map(|it| vec![code(it.name), code(it.kind), it.meaning.into()]).collect(),
        first_cell_is_header: true,
        ..Table::default()
    });
    view! { <div class="care-component__properties">{table}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_component_is_shown_with_its_properties() {
        let index = include_str!("../../../../crates/govuk/src/lib.rs");
        let library: Vec<&str> = index.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
        let mut shown: Vec<&str> = entries().iter().map(|entry| entry.name).collect();
        shown.sort_unstable();
        assert_eq!(shown, library);
        let mut silent = Vec::new();
        for entry in entries() {
            let groups = properties(entry.source);
            assert!(!groups.is_empty(), "{}", entry.name);
            let all = groups.iter().flat_map(|group| &group.all).filter(|property| property.meaning.is_empty());
            silent.extend(all.map(|property| format!("{}::{}", entry.name, property.name)));
        }
        assert!(silent.is_empty(), "describe these properties: {silent:?}");
    }
}
