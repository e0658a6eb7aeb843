//! Lists and tables.

use super::text::tag_of;
use crate::options::Options;
use govuk::{
    error_summary::{self, ErrorLink, ErrorSummary},
    summary_list::{self, CardTitle, SummaryAction, SummaryActions, SummaryCard, SummaryList, SummaryRow, SummaryText},
    table::{self, Cell, Table},
    task_list::{self, Task, TaskList, TaskStatus},
};
use leptos::prelude::*;

pub fn error_summary(o: &Options<'_>) -> AnyView {
    error_summary::error_summary(ErrorSummary {
        title: o.content_of("titleHtml", "titleText"),
        description: o.content_of("descriptionHtml", "descriptionText"),
        errors: o.list("errorList", |item| ErrorLink {
            content: item.content(),
            href: item.text("href"),
            attributes: item.attributes(),
        }),
        classes: o.text("classes"),
        disable_auto_focus: o.flag("disableAutoFocus"),
        attributes: o.attributes(),
    })
}

fn text(o: &Options<'_>) -> SummaryText {
    SummaryText { content: o.content(), classes: o.text("classes") }
}

fn actions(o: &Options<'_>) -> SummaryActions {
    SummaryActions {
        items: o.list("items", |item| SummaryAction {
            content: item.content(),
            href: item.text("href"),
            visually_hidden_text: item.text("visuallyHiddenText"),
            classes: item.text("classes"),
            attributes: item.attributes(),
        }),
        classes: o.text("classes"),
    }
}

pub fn summary_list(o: &Options<'_>) -> AnyView {
    summary_list::summary_list(SummaryList {
        rows: o.list("rows", |row| SummaryRow {
            key: text(&row.part("key")),
            value: text(&row.part("value")),
            actions: actions(&row.part("actions")),
            classes: row.text("classes"),
        }),
        card: o.object("card").map(|card| {
            let title = card.part("title");
            SummaryCard {
                title: CardTitle {
                    text: title.text("text"),
                    heading_level: title.number("headingLevel"),
                    classes: title.text("classes"),
                },
                actions: actions(&card.part("actions")),
                classes: card.text("classes"),
                attributes: card.attributes(),
            }
        }),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

fn cell(o: Options<'_>) -> Cell {
    Cell {
        content: o.content(),
        format: o.text("format"),
        colspan: o.number("colspan"),
        rowspan: o.number("rowspan"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    }
}

pub fn table(o: &Options<'_>) -> AnyView {
    table::table(Table {
        caption: o.text("caption"),
        caption_classes: o.text("captionClasses"),
        head: o.list("head", cell),
        rows: o.list("rows", |row| row.items(cell)),
        first_cell_is_header: o.is("firstCellIsHeader"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}

pub fn task_list(o: &Options<'_>) -> AnyView {
    task_list::task_list(TaskList {
        items: o.list("items", |item| {
            let status = item.part("status");
            Task {
                title: item.part("title").content(),
                title_classes: item.part("title").text("classes"),
                hint: item.part("hint").content(),
                status: TaskStatus {
                    content: status.content(),
                    tag: status.object("tag").map(|tag| tag_of(&tag)),
                    classes: status.text("classes"),
                },
                href: item.text("href"),
                classes: item.text("classes"),
            }
        }),
        id_prefix: o.text_or("idPrefix", "task-list"),
        classes: o.text("classes"),
        attributes: o.attributes(),
    })
}
