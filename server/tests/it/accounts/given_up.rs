//! What becomes of a frozen account, and of a request for another phone, when a pepper that others may know is given up.

use super::support::{AccountsHarness, EMAIL};
use crate::store::{RawDatabase, rotating};

// ASVS V11.2.2 V6.4.4
#[tokio::test]
async fn the_owner_of_a_frozen_account_can_still_be_released() {
    for gives_up in [false, true] {
        let desk = AccountsHarness::new().await;
        desk.frozen().await;
        if gives_up {
            rotating(desk.service()).give_up_old_peppers(None).await.unwrap();
        } else {
            rotating(desk.service()).pepper().await.unwrap();
        }
        let database = RawDatabase::of(&desk.app).await;
        let told = database.bytes("account_freeze", "told_index", "1 = 1").await;
        assert_eq!(told, database.bytes("account", "email_index", "1 = 1").await, "{EMAIL} was told, under the new pepper");
        assert!(desk.service().store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
        desk.released().await;
    }
}

// ASVS V11.2.2 V6.4.4
#[tokio::test]
async fn a_request_that_nobody_can_stop_any_more_is_ended() {
    for is_granted in [false, true] {
        let desk = AccountsHarness::new().await;
        desk.resident().await;
        if is_granted {
            desk.granted().await;
        } else {
            desk.asked().await;
        }
        let database = RawDatabase::of(&desk.app).await;
        assert_eq!(database.text("phone_change", "state", "1 = 1").await, if is_granted { "approved" } else { "asked" });
        rotating(desk.service()).give_up_old_peppers(None).await.unwrap();
        assert_eq!(database.text("phone_change", "state", "1 = 1").await, "stopped");
        assert!(desk.service().store.check_rows().await.unwrap().iter().all(|table| table.tampered == 0));
    }
}
