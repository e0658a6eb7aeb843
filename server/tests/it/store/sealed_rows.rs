//! Drafts and copies are sealed together with their whole rows.

use super::database::{RawDatabase, Row};
use crate::{
    drafts::support::{fill, start},
    support::{ENGLISH, TestApp},
};
use ports::{AccountId, DraftId, Owner, Visitor};
use sea_orm::Value;

/// Columns that may change without harm, each with the reason.
const FREE: [(&str, &str); 1] = [("gone_from", "when it is deleted says nothing about whose it is")];

/// Two drafts of two visitors.
async fn drafts(app: &TestApp) -> Vec<(Visitor, String)> {
    let mut made = Vec::new();
    for form in ["care-needs", "carers-assessment"] {
        made.push(app.visitor_draft(form).await);
        app.clock.advance(60);
    }
    made
}

/// Swaps the values of a column between the rows, or changes one if they are equal. Returns whether they were swapped.
fn changed(rows: &[Row], column: usize) -> (Vec<Row>, bool) {
    let mut changed = rows.to_vec();
    let [first, second] = changed.as_mut_slice() else { panic!("two rows") };
    let are_two = first[column] != second[column];
    if are_two {
        std::mem::swap(&mut first[column], &mut second[column]);
    } else {
        first[column] = another(&first[column]);
    }
    (changed, are_two)
}

fn another(value: &Value) -> Value {
    match value {
        Value::Bytes(bytes) => Value::Bytes(Some([bytes.as_deref().unwrap_or_default(), b"!"].concat())),
        Value::String(text) => Value::String(Some(format!("{}!", text.as_deref().unwrap_or_default()))),
        Value::BigInt(number) => Value::BigInt(Some(number.unwrap_or_default() + 1)),
        Value::Bool(yes) => Value::Bool(yes.map(|yes| !yes)),
        other => panic!("{other:?}"),
    }
}

/// Changes each column in turn and checks what still opens: if the values of two rows were swapped, neither; if one row
/// was changed, only the other. Every column is tried.
async fn every_column_counts(database: &RawDatabase, table: &str, opens: impl AsyncFn(&[Row]) -> usize) {
    let table = database.table(table).await;
    let rows = database.rows(&table).await;
    assert_eq!(opens(&rows).await, 2, "{}", table.name);
    let mut tried = 0;
    for (index, (column, _)) in table.columns.iter().enumerate() {
        if FREE.iter().any(|(free, _)| free == column) {
            continue;
        }
        let (changed, are_two) = changed(&rows, index);
        database.set(&table, &changed).await;
        assert_eq!(opens(&changed).await, usize::from(!are_two), "{}.{column}", table.name);
        tried += 1;
    }
    assert_eq!(tried, table.columns.len() - FREE.len(), "{}", table.name);
    database.set(&table, &rows).await;
    assert_eq!(opens(&rows).await, 2, "{}", table.name);
}

// ASVS V11.3.3 V8.2.2
#[tokio::test]
async fn no_column_of_a_draft_can_be_changed() {
    let app = TestApp::new().await;
    let database = RawDatabase::of(&app).await;
    let made = drafts(&app).await;
    every_column_counts(&database, "draft", async |_| {
        let mut opened = 0;
        for (visitor, _) in &made {
            for (_, draft) in &made {
                let found =
                    app.web.ports.drafts.open(&Owner::Visitor(visitor.clone()), &DraftId(draft.clone()), ENGLISH).await;
                opened += usize::from(matches!(found, Ok(Some(_))));
            }
        }
        opened
    })
    .await;
}

// ASVS V11.3.3 V8.2.2
#[tokio::test]
async fn no_column_of_a_copy_can_be_changed() {
    let app = TestApp::new().await;
    let database = RawDatabase::of(&app).await;
    for (form, email) in [("care-needs", "margaret@example.com"), ("carers-assessment", "ben@example.com")] {
        let mut browser = app.resident(email).await;
        let draft = start(&mut browser, form).await;
        fill(&app, &mut browser, &draft, form).await;
        let sent = browser.post("/api/drafts/submit", &[("draft", &draft)]).await;
        assert!(sent.path.starts_with("/submitted/"), "{}", sent.text);
        app.clock.advance(60);
    }
    let table = database.table("submission").await;
    let place = |name: &str| table.columns.iter().position(|(column, _)| column == name).unwrap();
    let (account, reference) = (place("account_id"), place("reference"));
    let text = |value: &Value| match value {
        Value::String(Some(text)) => text.clone(),
        other => panic!("{other:?}"),
    };
    every_column_counts(&database, "submission", async |rows: &[Row]| {
        let mut opened = 0;
        for row in rows {
            let owner = AccountId(text(&row[account]));
            let found = app.web.ports.submissions.open(&owner, &text(&row[reference]), ENGLISH).await;
            opened += usize::from(matches!(found, Ok(Some(_))));
        }
        opened
    })
    .await;
}
