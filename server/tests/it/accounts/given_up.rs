//! What happens to a frozen account, and to a request for another phone, when a pepper that may have leaked is dropped.

use super::support::{AccountsHarness, EMAIL};
use crate::store::{RawDatabase, rotating};

// ASVS V11.2.2 V6.4.4
#[tokio::test]
async fn a_frozen_account_can_be_released_after_a_pepper_change() {
    for gives_up in [false, true] {
        let harness = AccountsHarness::new().await;
        harness.frozen().await;
        if gives_up {
            rotating(harness.service()).remove_old_peppers(None).await.unwrap();
        } else {
            rotating(harness.service()).pepper().await.unwrap();
        }
        let database = RawDatabase::of(&harness.app).await;
        let told = database.bytes("account_freeze", "told_index", "1 = 1").await;
        assert_eq!(
            told,
            database.bytes("account", "email_index", "1 = 1").await,
            "{EMAIL} got a notice, under the new pepper"
        );
        assert!(harness.service().store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
        harness.released().await;
    }
}

// ASVS V11.2.2 V6.4.4
#[tokio::test]
async fn a_request_that_can_no_longer_be_stopped_ends() {
    for is_granted in [false, true] {
        let harness = AccountsHarness::new().await;
        harness.resident().await;
        if is_granted {
            harness.granted().await;
        } else {
            harness.asked().await;
        }
        let database = RawDatabase::of(&harness.app).await;
        assert_eq!(database.text("phone_change", "state", "1 = 1").await, if is_granted { "approved" } else { "asked" });
        rotating(harness.service()).remove_old_peppers(None).await.unwrap();
        assert_eq!(database.text("phone_change", "state", "1 = 1").await, "stopped");
        assert!(harness.service().store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    }
}
