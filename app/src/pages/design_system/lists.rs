//! Lists and tables.

use super::{ComponentEntry, entry};
use govuk::{
    error_summary::{ErrorLink, ErrorSummary, error_summary},
    summary_list::{CardTitle, SummaryAction, SummaryActions, SummaryCard, SummaryList, SummaryRow, summary_list},
    table::{Cell, Table, table},
    tag::Tag,
    task_list::{Task, TaskList, TaskStatus, task_list},
};
use leptos::prelude::*;

pub fn entries() -> Vec<ComponentEntry> {
    vec![
        entry!(
            "error_summary",
            "Above the heading of a page with errors. Each message links to its input, where it is repeated.",
            [error_summary(ErrorSummary {
                errors: vec![ErrorLink {
                    content: "Enter your rent in pounds, like 1200.50".into(),
                    href: "#example-rent".into(),
                    ..ErrorLink::default()
                }],
                ..ErrorSummary::default()
            })]
        ),
        entry!(
            "summary_list",
            "Questions with their answers, on “Check your answers” and on a copy. With a card for each of several people.",
            [
                summary_list(SummaryList { rows: rows(), ..SummaryList::default() }),
                summary_list(SummaryList {
                    rows: rows(),
                    card: Some(SummaryCard {
                        title: CardTitle { text: "Person 1".into(), heading_level: Some(3), ..CardTitle::default() },
                        actions: SummaryActions { items: vec![action("Remove", "")], ..SummaryActions::default() },
                        ..SummaryCard::default()
                    }),
                    ..SummaryList::default()
                }),
            ]
        ),
        entry!("table", "Data that people compare, such as amounts. Not for layout.", [amounts()]),
        entry!("task_list", "The pages of a form, with the status of each and the next one to do.", [tasks()]),
    ]
}

fn action(label: &str, about: &str) -> SummaryAction {
    SummaryAction {
        content: label.into(),
        href: "#summary-list".into(),
        visually_hidden_text: about.into(),
        ..SummaryAction::default()
    }
}

fn rows() -> Vec<SummaryRow> {
    let row = |question: &str, answer: &str| SummaryRow {
        key: question.into(),
        value: answer.into(),
        actions: SummaryActions {
            items: vec![action("Change", &format!("your answer to: {question}"))],
            ..SummaryActions::default()
        },
        ..SummaryRow::default()
    };
    vec![row("First name", "Siân"), row("Date of birth", "27 March 1947")]
}

fn amounts() -> AnyView {
    let amount = |text: &str| Cell { format: "numeric".into(), ..text.into() };
    table(Table {
        caption: "What you pay".into(),
        caption_classes: "govuk-table__caption--m".into(),
        head: vec!["Service".into(), amount("A week")],
        rows: vec![vec!["Meals".into(), amount("£35.00")], vec!["Day centre".into(), amount("£112.50")]],
        first_cell_is_header: true,
        ..Table::default()
    })
}

fn tasks() -> AnyView {
    let task =
        |title: &str, status: TaskStatus| Task { title: title.into(), status, href: "#task-list".into(), ..Task::default() };
    let later = Task {
        href: String::new(),
        hint: "When the other pages are done".into(),
        ..task(
            "Check your answers",
            TaskStatus {
                classes: "govuk-task-list__status--cannot-start-yet".into(),
                ..TaskStatus::from("Cannot start yet")
            },
        )
    };
    task_list(TaskList {
        items: vec![
            task("About you", "Completed".into()),
            task("Your home", Tag::from("In progress").into()),
            task("Money", "Not started".into()),
            later,
        ],
        id_prefix: "example-tasks".into(),
        ..TaskList::default()
    })
}
