//! Questions and answers, with links to change them.

use crate::context;
use form_engine::record::RecordEntry;
use govuk::{
    Content,
    summary_list::{SummaryAction, SummaryActions, SummaryList, SummaryRow, summary_list},
};
use leptos::prelude::*;

/// The answers of a page. With `change`, each has a link to its question.
pub fn answers(entries: Vec<RecordEntry>, change: Option<String>) -> AnyView {
    let rows = entries.into_iter().map(|entry| row(entry, change.as_deref())).collect();
    summary_list(SummaryList { rows, ..SummaryList::default() })
}

fn row(entry: RecordEntry, change: Option<&str>) -> SummaryRow {
    let action = |href: &str| SummaryAction {
        content: context::messages().link_change().into(),
        href: format!("{href}#{}", entry.key),
        visually_hidden_text: context::messages().check_change_about(entry.question.as_str()),
        ..SummaryAction::default()
    };
    let items = change.map(action).into_iter().collect();
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
