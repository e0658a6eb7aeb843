//! Data in rows and columns.

use super::{
    Attributes, Content,
    attributes::{classes, non_empty},
};
use leptos::prelude::*;

#[derive(Default)]
pub struct Table {
    /// What the table is about.
    pub caption: String,
    /// `govuk-table__caption--m`.
    pub caption_classes: String,
    /// The column headings. No table head if empty.
    pub head: Vec<Cell>,
    /// The cells, row by row.
    pub rows: Vec<Vec<Cell>>,
    /// Whether the first cell of each row is its header.
    pub first_cell_is_header: bool,
    pub classes: String,
    pub attributes: Attributes,
}

#[derive(Default)]
pub struct Cell {
    pub content: Content,
    /// `numeric` to align numbers.
    pub format: String,
    /// The number of columns that the cell spans.
    pub colspan: Option<u16>,
    /// The number of rows that the cell spans.
    pub rowspan: Option<u16>,
    pub classes: String,
    pub attributes: Attributes,
}

impl<T: Into<Content>> From<T> for Cell {
    fn from(content: T) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

pub fn table(table: Table) -> AnyView {
    let caption = non_empty(table.caption).map(|text| {
        let class = classes("govuk-table__caption", &[&table.caption_classes]);
        view! { <caption class=class>{text}</caption> }
    });
    let head = (!table.head.is_empty()).then(|| {
        let cells = table.head.into_iter().map(|cell| header(cell, "col")).collect_view();
        view! { <thead class="govuk-table__head"><tr class="govuk-table__row">{cells}</tr></thead> }
    });
    let named = table.first_cell_is_header;
    let row = |cells: Vec<Cell>| {
        let cells = cells.into_iter().enumerate().map(|(index, cell)| match cell {
            // GOV.UK aligns numbers in the cells of a row but never in its header.
            cell if named && index == 0 => header(Cell { format: String::new(), ..cell }, "row"),
            cell => data(cell),
        });
        view! { <tr class="govuk-table__row">{cells.collect_view()}</tr> }
    };
    let rows = table.rows.into_iter().map(row).collect_view();
    view! {
        <table {..table.attributes.spread()} class=classes("govuk-table", &[&table.classes])>
            {caption}
            {head}
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

fn class_of(own: &str, cell: &Cell) -> String {
    let format = if cell.format.is_empty() { String::new() } else { format!("{own}--{}", cell.format) };
    classes(own, &[&format, &cell.classes])
}

fn spans(cell: &Cell) -> Attributes {
    Attributes::new()
        .with_some("colspan", cell.colspan.map(|count| count.to_string()))
        .with_some("rowspan", cell.rowspan.map(|count| count.to_string()))
}

fn header(cell: Cell, scope: &'static str) -> AnyView {
    let (class, attributes) = (class_of("govuk-table__header", &cell), spans(&cell).and(cell.attributes));
    view! { <th {..attributes.spread()} scope=scope class=class>{cell.content}</th> }.into_any()
}

fn data(cell: Cell) -> AnyView {
    let (class, attributes) = (class_of("govuk-table__cell", &cell), spans(&cell).and(cell.attributes));
    view! { <td {..attributes.spread()} class=class>{cell.content}</td> }.into_any()
}
