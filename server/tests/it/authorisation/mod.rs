//! Who may do what: every route and server function, requested by every kind of caller.
//!
//! [`matrix.txt`](matrix.txt) has the expected outcome for each of them. Each cell is really requested, with the
//! identifiers of somebody else's draft and copy, and afterwards nothing of theirs may have been changed or shown. A
//! route without a row fails, and so does a row without a route. `docs/authorisation.md` has the same table.

mod kept;
mod matrix;
mod people;
mod requests;
mod routes;

use kept::KeptPages;
use matrix::{Column, Matrix, Row};
use people::People;
use requests::{Ids, body, outcome, path};
use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Browser, Page, TestApp};

/// Sends the request of a row from another tab of a browser.
async fn request(browser: &Browser, row: &Row, ids: &Ids) -> Page {
    let mut tab = browser.tab();
    let path = path(&row.path, ids);
    if row.method == "GET" {
        return tab.get_once(&path).await;
    }
    let body = body(&row.path, ids);
    let pairs: Vec<(&str, &str)> = body.iter().map(|(name, value)| (*name, value.as_str())).collect();
    tab.post_once(&path, &pairs).await
}

/// The outcomes of all requests.
#[derive(Default)]
struct Found {
    /// Actual outcomes by row.
    cells: BTreeMap<String, Vec<(Column, String)>>,
    /// Sentences about whatever was shown or changed but mustn't be.
    wrong: Vec<String>,
}

/// Requests every row as one of the callers.
async fn ask_for_all(app: &TestApp, people: &mut People, column: Column, matrix: &Matrix, found: &mut Found) {
    let kept = KeptPages::open(app).await;
    let ids = people.ids(column);
    let mut before = kept.of(&people.protected(column)).await;
    for row in &matrix.rows {
        let page = request(people.browser(column), row, &ids).await;
        found.cells.entry(row.name()).or_default().push((column, outcome(&page, &ids)));
        found.wrong.extend(people.shown(column, row, &page));
        // A change made by a GET is noticed at the next POST.
        if column != Column::Owner && (row.method == "POST" || row.path == "/exit") {
            let after = kept.of(&people.protected(column)).await;
            if before != after {
                let name = row.name();
                found.wrong.push(format!("{name} by {column:?}, or a GET before it, changed somebody else's data"));
                before = after;
            }
        }
        people.after(column, row);
    }
}

// ASVS V8.2.1 V8.2.2 V8.2.3 V8.3.1
#[tokio::test]
async fn every_caller_gets_the_response_in_the_matrix_and_nobody_elses_data() {
    let (app, _folder) = crate::forms::small::app().await;
    let matrix = Matrix::read();
    let mut people = People::gather(&app).await;
    let mut found = Found::default();
    // The owner comes last, because the owner's requests change what the others ask for.
    for column in Column::ALL {
        ask_for_all(&app, &mut people, column, &matrix, &mut found).await;
    }
    let rows: Vec<String> = matrix.rows.iter().filter_map(|row| matrix.as_it_is(row, &found.cells[&row.name()])).collect();
    assert!(rows.is_empty(), "{} rows of matrix.txt differ from the actual outcomes:\n{}", rows.len(), rows.join("\n"));
    assert!(found.wrong.is_empty(), "{}", found.wrong.join("\n"));
}

// ASVS V8.1.1
#[tokio::test]
async fn every_route_and_server_function_has_a_row() {
    let app = TestApp::new().await;
    let there: BTreeSet<String> = routes::all(&app.router);
    let written: BTreeSet<String> = Matrix::read().rows.iter().map(Row::name).collect();
    let without_a_row: Vec<&String> = there.difference(&written).collect();
    let without_a_route: Vec<&String> = written.difference(&there).filter(|row| *row != matrix::ANYTHING_ELSE).collect();
    assert!(without_a_row.is_empty(), "add these routes to matrix.txt: {without_a_row:#?}");
    assert!(without_a_route.is_empty(), "these rows of matrix.txt have no route: {without_a_route:#?}");
}

/// Nothing can be changed by a link, an image or a prefetch.
// ASVS V3.5.3
#[tokio::test]
async fn no_server_function_runs_by_get() {
    let (app, _folder) = crate::forms::small::app().await;
    let people = People::gather(&app).await;
    let kept = KeptPages::open(&app).await;
    let before = kept.of(&people.protected(Column::Nobody)).await;
    let ids = people.ids(Column::Owner);
    let matrix = Matrix::read();
    for row in matrix.rows.iter().filter(|row| row.path.starts_with("/api/")) {
        let pairs = body(&row.path, &ids);
        let query: Vec<String> = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let path = format!("{}?{}", row.path, query.join("&")).replace(['[', ']', ' ', '+'], "");
        let mut tab = people.browser(Column::Owner).tab();
        let page = tab.get_once(&path).await;
        assert!(page.status.is_client_error(), "GET {}: {}", row.path, page.status);
    }
    assert_eq!(before, kept.of(&people.protected(Column::Nobody)).await);
}

// ASVS V8.1.1 V8.1.2
#[test]
fn the_document_has_the_matrix() {
    let document = include_str!("../../../../docs/authorisation.md");
    let (_, rest) = document.split_once("<!-- matrix -->\n").unwrap();
    let (table, _) = rest.split_once("<!-- /matrix -->").unwrap();
    let expected = Matrix::read().as_markdown();
    let missing: Vec<&str> = expected.lines().filter(|line| !table.lines().any(|written| written == *line)).collect();
    assert!(missing.is_empty(), "these lines of docs/authorisation.md are missing or differ:\n{}", missing.join("\n"));
    assert_eq!(table, expected, "docs/authorisation.md must have the rows of the matrix in the same order, and no others");
}
