//! The parts that radios and checkboxes share, which is nearly everything.

use super::{
    Attributes, Content, FormGroup,
    attributes::{classes, described_by, when},
    error_message::ErrorMessage,
    fieldset::{Fieldset, fieldset},
    form_group::{form_group, help},
    hint::{Hint, hint},
    label::{Label, label},
};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Radios,
    Checkboxes,
}

impl Sort {
    /// The block in the class names, and the type of the input.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Radios => ("govuk-radios", "radio"),
            Self::Checkboxes => ("govuk-checkboxes", "checkbox"),
        }
    }
}

/// An answer to choose, or a text between two, such as "or".
pub enum Entry<T> {
    Item(T),
    Divider(String),
}

impl<T> Entry<T> {
    pub(super) fn map<U>(self, change: impl FnOnce(T) -> U) -> Entry<U> {
        match self {
            Self::Item(item) => Entry::Item(change(item)),
            Self::Divider(words) => Entry::Divider(words),
        }
    }
}

pub(super) struct Item {
    pub content: Content,
    pub id: String,
    pub name: String,
    pub value: String,
    pub label_classes: String,
    pub label_attributes: Attributes,
    pub hint: Option<Hint>,
    pub checked: bool,
    pub conditional: Content,
    pub disabled: bool,
    pub is_exclusive: bool,
    pub attributes: Attributes,
}

pub(super) struct Choices {
    pub sort: Sort,
    pub id_prefix: String,
    pub items: Vec<Entry<Item>>,
    pub described_by: String,
    pub fieldset: Option<Fieldset>,
    pub hint: Option<Hint>,
    pub error_message: Option<ErrorMessage>,
    pub form_group: FormGroup,
    pub classes: String,
    pub attributes: Attributes,
}

pub(super) fn choices(list: Choices) -> AnyView {
    let (block, _) = list.sort.names();
    let set_described = list.fieldset.as_ref().map(|set| set.described_by.clone()).unwrap_or_default();
    let described = if set_described.is_empty() { list.described_by } else { set_described };
    let help = help(&list.id_prefix, &described, list.hint, list.error_message);
    // Without a fieldset, each checkbox needs its own `aria-describedby`. Radios are always in a fieldset.
    let alone = list.fieldset.is_none() && list.sort == Sort::Checkboxes;
    let describes_items = help.described_by.clone().filter(|_| alone);
    let items = list.items.into_iter().enumerate().map(|(index, entry)| match entry {
        Entry::Divider(words) => view! { <div class=format!("{block}__divider")>{words}</div> }.into_any(),
        Entry::Item(item) => item_view(list.sort, item, item_id(&list.id_prefix, index), describes_items.clone()),
    });
    let items = items.collect_view();
    let FormGroup { classes: group_classes, attributes, before, after } = list.form_group;
    let inner = view! {
        {help.view}
        <div {..list.attributes.spread()} class=classes(block, &[&list.classes]) data-module=block>
            {before} {items} {after}
        </div>
    };
    let content = match list.fieldset {
        Some(set) => {
            fieldset(Fieldset { content: Content::view(inner), described_by: help.described_by.unwrap_or_default(), ..set })
        }
        None => inner.into_any(),
    };
    form_group(&group_classes, attributes, help.is_error, content)
}

/// The first item has the list's own id, so that an error message can link to it.
fn item_id(prefix: &str, index: usize) -> String {
    if index == 0 { prefix.to_owned() } else { format!("{prefix}-{}", index + 1) }
}

fn item_view(sort: Sort, item: Item, numbered: String, described: Option<String>) -> AnyView {
    let (block, kind) = sort.names();
    let id = if item.id.is_empty() { numbered } else { item.id };
    let hint_id = item.hint.as_ref().map(|_| format!("{id}-item-hint"));
    let conditional_id = format!("conditional-{id}");
    let named = label(Label {
        content: item.content,
        for_id: id.clone(),
        classes: classes(&format!("{block}__label"), &[&item.label_classes]),
        attributes: item.label_attributes,
        is_page_heading: false,
    });
    let words = hint_id
        .clone()
        .zip(item.hint)
        .map(|(id, words)| hint(Hint { id, classes: classes(&format!("{block}__hint"), &[&words.classes]), ..words }));
    let conditional = item.conditional.some();
    let revealed = conditional.is_some().then(|| conditional_id.clone());
    let conditional = conditional.map(|content| {
        let hidden = format!("{block}__conditional--hidden");
        let class = classes(&format!("{block}__conditional"), &[when(!item.checked, &hidden)]);
        view! { <div class=class id=conditional_id>{content}</div> }
    });
    view! {
        <div class=format!("{block}__item")>
            <input
                {..item.attributes.spread()}
                class=format!("{block}__input")
                id=id
                name=item.name
                type=kind
                value=item.value
                checked=item.checked
                disabled=item.disabled
                data-aria-controls=revealed
                data-behaviour=item.is_exclusive.then_some("exclusive")
                aria-describedby=described_by([described, hint_id])
            />
            {named}
            {words}
        </div>
        {conditional}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_answer_is_where_a_message_leads() {
        assert_eq!([item_id("help", 0), item_id("help", 1)], ["help", "help-2"]);
    }
}
