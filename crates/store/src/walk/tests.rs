use super::{
    super::{
        UnixMillis,
        entity::{form_version, pending_change},
    },
    *,
};
use std::time::Instant;
use tempfile::TempDir;

async fn store(folder: &TempDir) -> Store {
    let settings = platform::config::Settings { data: folder.path().to_owned(), ..Default::default() };
    let store = Store::open(&settings.database()).await.unwrap();
    store.migrate().await.unwrap();
    store
}

async fn insert_versions(store: &Store, sizes: &[usize]) {
    for (number, size) in sizes.iter().enumerate() {
        let row = form_version::Model {
            hash: format!("{number:04}"),
            form_key: "a".into(),
            definition: "x".repeat(*size),
            created_at: UnixMillis::EPOCH,
        };
        let row = form_version::ActiveModel::from(row);
        form_version::Entity::insert(row).exec_without_returning(store.writer()).await.unwrap();
    }
}

/// The keys of each batch.
async fn batches(store: &Store, mut walk: Walk<form_version::Entity>) -> Vec<Vec<String>> {
    let mut batches = Vec::new();
    while let Some((transaction, rows)) = walk.next(store).await.unwrap() {
        batches.push(rows.into_iter().map(|row| row.hash).collect());
        transaction.commit().await.unwrap();
    }
    batches
}

#[tokio::test]
async fn every_row_is_visited_once() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    insert_versions(&store, &[1; 230]).await;
    let begun = Instant::now();
    let pause = Duration::from_millis(30);
    let found = batches(&store, Walk::over(form_version::Entity::find(), pause)).await;
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [100, 100, 30]);
    assert!(begun.elapsed() >= 2 * pause, "others can write in between");
    let all = found.concat();
    assert!(all.windows(2).all(|two| two[0] < two[1]) && all.len() == 230);
}

#[tokio::test]
async fn a_transaction_is_limited_in_bytes_but_has_at_least_one_row() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    let mebibyte = 1024 * 1024;
    insert_versions(&store, &[mebibyte, 2 * mebibyte, mebibyte, 1, 6 * mebibyte, 1, 4 * mebibyte]).await;
    let walk = Walk::over(form_version::Entity::find(), Duration::ZERO).weighing(form_version::Column::Definition);
    let found = batches(&store, walk).await;
    assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [3, 1, 1, 1, 1]);
}

#[tokio::test]
async fn tables_with_two_key_columns_are_visited_in_order() {
    let folder = tempfile::tempdir().unwrap();
    let store = store(&folder).await;
    for number in 0..250 {
        let (account, what) = (format!("{:02}", number / 7), format!("{}", number % 7));
        let row = pending_change::Model {
            account_id: account,
            what,
            sealed: Vec::new(),
            sends: 0,
            expires_at: UnixMillis::EPOCH,
            mac: None,
        };
        let row = pending_change::ActiveModel::from(row);
        pending_change::Entity::insert(row).exec_without_returning(store.writer()).await.unwrap();
    }
    let mut walk = Walk::over(pending_change::Entity::find(), Duration::ZERO);
    let mut found = Vec::new();
    while let Some((transaction, rows)) = walk.next(&store).await.unwrap() {
        found.extend(rows.into_iter().map(|row| (row.account_id, row.what)));
        transaction.commit().await.unwrap();
    }
    assert!(found.windows(2).all(|two| two[0] < two[1]) && found.len() == 250);
}
