//! Checks the MAC of every protected row.

use super::{
    Store, StoreError,
    integrity::{EachTable, Protected, verified, with_each},
    walk::{key, name_of},
};
use sea_orm::{PaginatorTrait, QueryOrder};

/// The number of rows in a table, and how many of them weren't written by this service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    pub table: String,
    pub rows: u64,
    pub tampered: u64,
}

impl Store {
    /// Checks the MAC of every protected row.
    pub async fn check_rows(&self) -> Result<Vec<Checked>, StoreError> {
        let mut check = Check { store: self, found: Vec::new() };
        with_each(&mut check).await?;
        Ok(check.found)
    }
}

struct Check<'a> {
    store: &'a Store,
    found: Vec<Checked>,
}

impl EachTable for Check<'_> {
    async fn table<E: Protected>(&mut self) -> Result<(), StoreError> {
        let pool = self.store.reader();
        let mut found = Checked { table: E::default().table_name().to_owned(), rows: 0, tampered: 0 };
        let query = key::<E>().into_iter().fold(E::find(), QueryOrder::order_by_asc);
        let mut pages = query.paginate(pool, 500);
        while let Some(rows) = pages.fetch_and_next().await? {
            for row in rows {
                found.rows += 1;
                let name = name_of::<E>(&row);
                if matches!(verified::<E>(pool, row), Err(StoreError::Tampered(_))) {
                    tracing::error!(table = found.table, row = name, "a row was tampered with");
                    found.tampered += 1;
                }
            }
        }
        self.found.push(found);
        Ok(())
    }
}
