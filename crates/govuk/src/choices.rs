//! The items of radios and checkboxes, which are drawn alike.

use super::{
    Attributes, Content,
    attributes::{classes, described_by, when},
    field::Field,
    hint::{Hint, hint},
    label::{Label, label},
};
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ChoiceKind {
    Radios,
    Checkboxes,
}

impl ChoiceKind {
    /// The block in the class names, and the type of the input.
    const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Radios => ("govuk-radios", "radio"),
            Self::Checkboxes => ("govuk-checkboxes", "checkbox"),
        }
    }
}

/// A radio button or checkbox.
#[derive(Default)]
pub struct Choice {
    pub content: Content,
    /// Derived from the list's id prefix if empty.
    pub id: String,
    /// The list's name if empty. Only checkboxes may have names of their own.
    pub name: String,
    pub value: String,
    /// More classes for the label.
    pub label_classes: String,
    /// More attributes for the label.
    pub label_attributes: Attributes,
    pub hint: Option<Hint>,
    /// Whether it is selected, whatever the list's value says.
    pub checked: Option<bool>,
    /// Shown only while this is selected, such as a further question.
    pub conditional: Content,
    /// Ticking this checkbox unticks all others if scripts run: "None of these".
    pub is_exclusive: bool,
    pub disabled: bool,
    pub attributes: Attributes,
    /// A text between two choices, such as "or", shown instead of a choice.
    pub divider: String,
}

impl Choice {
    pub fn new(value: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { value: value.into(), content: content.into(), ..Self::default() }
    }

    pub fn divider(text: impl Into<String>) -> Self {
        Self { divider: text.into(), ..Self::default() }
    }
}

pub(super) fn choices(
    kind: ChoiceKind,
    field: Field,
    items: Vec<Choice>,
    values: &[String],
    more_classes: &str,
    attributes: Attributes,
) -> AnyView {
    let (block, _) = kind.names();
    // Without a fieldset, each checkbox needs its own `aria-describedby`. Radios are always in a fieldset.
    let describes_items = field.fieldset.is_none() && kind == ChoiceKind::Checkboxes;
    field.view(|list| {
        let described = list.described_by.filter(|_| describes_items);
        let items = items.into_iter().enumerate().map(|(index, mut choice)| {
            choice.checked = choice.checked.or_else(|| Some(values.contains(&choice.value)));
            choice.id = if choice.id.is_empty() { item_id(&list.id, index) } else { choice.id };
            choice.name = if choice.name.is_empty() { list.name.clone() } else { choice.name };
            item(kind, choice, described.clone())
        });
        let items = items.collect_view();
        view! {
            <div {..attributes.spread()} class=classes(block, &[more_classes]) data-module=block>
                {list.before} {items} {list.after}
            </div>
        }
    })
}

/// The first item has the list's own id, so that an error message can link to it.
fn item_id(prefix: &str, index: usize) -> String {
    if index == 0 { prefix.to_owned() } else { format!("{prefix}-{}", index + 1) }
}

fn item(kind: ChoiceKind, choice: Choice, described: Option<String>) -> AnyView {
    let (block, input_type) = kind.names();
    if !choice.divider.is_empty() {
        return view! { <div class=format!("{block}__divider")>{choice.divider}</div> }.into_any();
    }
    let id = choice.id;
    let checked = choice.checked == Some(true);
    let hint_id = choice.hint.as_ref().map(|_| format!("{id}-item-hint"));
    let label = label(Label {
        content: choice.content,
        for_id: id.clone(),
        classes: classes(&format!("{block}__label"), &[&choice.label_classes]),
        attributes: choice.label_attributes,
        is_page_heading: false,
    });
    let hint = hint_id
        .clone()
        .zip(choice.hint)
        .map(|(id, it)| hint(Hint { id, classes: classes(&format!("{block}__hint"), &[&it.classes]), ..it }));
    let conditional_id = choice.conditional.is_some().then(|| format!("conditional-{id}"));
    let conditional = conditional_id.clone().map(|id| {
        let hidden = format!("{block}__conditional--hidden");
        let class = classes(&format!("{block}__conditional"), &[when(!checked, &hidden)]);
        view! { <div class=class id=id>{choice.conditional}</div> }
    });
    view! {
        <div class=format!("{block}__item")>
            <input
                {..choice.attributes.spread()}
                class=format!("{block}__input")
                id=id
                name=choice.name
                type=input_type
                value=choice.value
                checked=checked
                disabled=choice.disabled
                data-aria-controls=conditional_id
                data-behaviour=choice.is_exclusive.then_some("exclusive")
                aria-describedby=described_by([described, hint_id])
            />
            {label}
            {hint}
        </div>
        {conditional}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn error_messages_link_to_the_first_option() {
        assert_eq!([item_id("help", 0), item_id("help", 1)], ["help", "help-2"]);
    }
}
