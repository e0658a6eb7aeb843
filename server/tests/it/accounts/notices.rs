//! Security notices: the first is sent at once, more of the same kind are combined into one, and none is dropped.

use super::support::{AccountsHarness, EMAIL, MINUTE, change_by};
use crate::support::ENGLISH;

const CHANGED: &str = "How you sign in has changed";

impl AccountsHarness {
    async fn notices(&self) -> usize {
        self.sent().await.iter().filter(|mail| mail.to == EMAIL && mail.subject == CHANGED).count()
    }
}

// ASVS V2.4.1 V6.3.7
#[tokio::test]
async fn notices_of_one_kind_within_ten_minutes_are_combined_and_none_is_lost() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    let resident = harness.who(&harness.sign_in().await.session_token).await.unwrap();
    let ports = harness.ports();
    let change = async || ports.factors.renew_recovery_codes(&change_by(&resident)).await.unwrap();
    for _ in 0..20 {
        change().await;
    }
    assert_eq!(harness.notices().await, 1, "the first is sent at once");
    harness.advance(4 * MINUTE);
    change().await;
    harness.advance(6 * MINUTE - 1);
    assert_eq!(harness.notices().await, 1);
    harness.advance(1);
    assert_eq!(harness.notices().await, 2, "the others are combined into one, which is sent");
    harness.advance(MINUTE);
    assert_eq!(harness.notices().await, 2);
}

#[tokio::test]
async fn notices_to_other_people_or_of_other_kinds_are_not_combined() {
    let harness = AccountsHarness::new().await;
    harness.resident().await;
    harness.asked().await;
    let stop = harness.link_after("/phone-change/stop/").await;
    harness.ports().lost_phone.stop(&stop, ENGLISH).await.unwrap();
    assert_eq!(harness.last().await.subject, "Your login phone stays as it was");
    harness.asked().await;
    assert_eq!(
        harness.last().await.subject,
        "Your link to change your login phone",
        "the notice about the second request waits"
    );
    harness.advance(10 * MINUTE);
    assert_eq!(harness.last().await.subject, "You asked to change your login phone");
}
