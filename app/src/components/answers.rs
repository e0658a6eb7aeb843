//! Questions and answers, with links to change them.

use crate::{context, from_check, location::Location};
use form_engine::record::RecordEntry;
use govuk::{
    Attributes, Content,
    summary_list::{SummaryAction, SummaryActions, SummaryList, SummaryRow, summary_list},
};
use leptos::prelude::*;

/// Where an answer can be changed: its page, and the list item that it belongs to.
#[derive(Clone)]
pub struct ChangeAt<'a> {
    pub page: Location,
    pub item: Option<&'a str>,
}

/// The answers of a page. With `change`, each that was typed has a link to its question.
pub fn answers(entries: Vec<RecordEntry>, change: Option<&ChangeAt<'_>>) -> AnyView {
    let rows = entries.into_iter().map(|entry| row(entry, change)).collect();
    summary_list(SummaryList { rows, ..SummaryList::default() })
}

fn row(entry: RecordEntry, change: Option<&ChangeAt<'_>>) -> SummaryRow {
    let action = |at: &ChangeAt<'_>| SummaryAction {
        content: context::messages().link_change().into(),
        href: from_check::change_link(at.page.clone(), at.item, &entry.key).into(),
        visually_hidden_text: context::messages().check_change_about(entry.question.as_str()),
        // Where the person comes back to.
        attributes: Attributes::new().with("id", from_check::row_id(at.item, &entry.key)),
        ..SummaryAction::default()
    };
    let items = change.filter(|_| entry.is_typed).map(action).into_iter().collect();
    SummaryRow {
        key: entry.question.into(),
        value: Content::view(lines(entry.answer)).into(),
        actions: SummaryActions { items, ..SummaryActions::default() },
        ..SummaryRow::default()
    }
}

/// The lines of an answer.
pub fn lines(answer: Vec<String>) -> impl IntoView {
    answer
        .into_iter()
        .enumerate()
        .map(|(index, line)| view! { {(index > 0).then(|| view! { <br/> })} {line} })
        .collect_view()
}
