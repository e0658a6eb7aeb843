//! Drafts and copies are sealed to their whole rows.

use super::database::{RawDatabase, Row};
use crate::support::{ENGLISH, TestApp};
use app::ports::{Caller, NewDraft, Owner, Started, Visitor};
use server::services::visitors;

/// Columns whose change is no matter, each with the reason.
const FREE: [(&str, &str); 1] = [("gone_from", "when it is deleted says nothing about whose it is")];

/// Two drafts of two visitors.
async fn drafts(app: &TestApp) -> Vec<(Visitor, String)> {
    let mut made = Vec::new();
    for form in ["care-needs", "carers-assessment"] {
        let started = app
            .web
            .ports
            .drafts
            .start(&Caller::Nobody, NewDraft { form, from: None, network: None })
            .await
            .unwrap()
            .unwrap();
        let Started::Draft { id, visitor } = started else { panic!("a draft") };
        made.push((visitors::read(&app.web.service, &visitor.unwrap()).unwrap(), id));
        app.clock.advance(60);
    }
    made
}

// ASVS V11.3.3 V8.2.2
#[tokio::test]
async fn no_column_of_a_draft_can_be_changed_for_anothers() {
    let app = TestApp::new().await;
    let database = RawDatabase::of(&app).await;
    let made = drafts(&app).await;
    let table = database.table("draft").await;
    let rows = database.rows(&table).await;
    for (index, (column, _)) in table.columns.iter().enumerate() {
        let mut changed: Vec<Row> = rows.clone();
        let (first, second) = changed.split_at_mut(1);
        std::mem::swap(&mut first[0][index], &mut second[0][index]);
        if changed == rows || FREE.iter().any(|(free, _)| free == column) {
            continue;
        }
        database.set(&table, &changed).await;
        for (visitor, _) in &made {
            for (_, draft) in &made {
                let found = app.web.ports.drafts.open(&Owner::Visitor(visitor.clone()), draft, ENGLISH).await;
                assert!(!matches!(found, Ok(Some(_))), "{column}");
            }
        }
    }
    database.set(&table, &rows).await;
    for (visitor, draft) in &made {
        assert!(app.web.ports.drafts.open(&Owner::Visitor(visitor.clone()), draft, ENGLISH).await.unwrap().is_some());
    }
}
