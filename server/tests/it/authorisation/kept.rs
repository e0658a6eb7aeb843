//! Everything stored about some accounts, to check that nothing changed.

use crate::support::TestApp;
use sea_orm::{ColumnTrait, Database, DatabaseConnection, EntityTrait, QueryFilter, QueryOrder};
use store::{
    UnixMillis,
    entity::{
        account, activity, authenticator, draft, identity_link, known_device, pending_change, phone_change, recovery_code,
        session, submission,
    },
};

pub struct KeptPages(DatabaseConnection);

impl KeptPages {
    pub async fn open(app: &TestApp) -> Self {
        Self(Database::connect(app.web.service.settings.database().url.reveal()).await.unwrap())
    }

    /// Every row of these accounts, printed.
    pub async fn of(&self, accounts: &[String]) -> Vec<String> {
        let mut rows = Vec::new();
        for id in accounts {
            rows.extend(self.of_one(id).await);
        }
        assert!(!rows.is_empty());
        rows
    }

    async fn of_one(&self, id: &str) -> Vec<String> {
        let mut rows = Vec::new();
        macro_rules! of {
            ($($table:ident by $column:ident),+) => {
                $(for row in $table::Entity::find()
                    .filter($table::Column::$column.eq(id))
                    .order_by_asc($table::Column::$column)
                    .all(&self.0)
                    .await
                    .unwrap()
                {
                    rows.push(format!("{row:?}"));
                })+
            };
        }
        of!(
            account by Id, activity by AccountId, authenticator by AccountId, draft by AccountId,
            identity_link by AccountId, known_device by AccountId, pending_change by AccountId,
            phone_change by AccountId, recovery_code by AccountId, submission by AccountId
        );
        for mut row in session::Entity::find().filter(session::Column::AccountId.eq(id)).all(&self.0).await.unwrap() {
            row.seen_at = UnixMillis::EPOCH;
            rows.push(format!("{row:?}"));
        }
        rows.sort();
        rows
    }
}
