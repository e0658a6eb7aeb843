//! What somebody who can write to the database might do to get into or read another's account. Each attempt is refused,
//! and logged by name.

use super::database::RawDatabase;
use crate::{
    accounts::support::{AccountsHarness, EMAIL, MOBILE, PASSWORD, Sent, change_by},
    support::Log,
};
use accounts::sessions;
use ports::{ApiError, Caller, Channel, ClientContext, Owner, StepFailure};

const THIEF: &str = "thief@example.com";

/// Two accounts, both signed in.
struct TwoAccounts {
    harness: AccountsHarness,
    database: RawDatabase,
    /// The tokens of the two sessions.
    owner: String,
    thief: String,
    /// SQL conditions that match each account's row.
    is_owner: String,
    is_thief: String,
}

async fn two() -> TwoAccounts {
    let harness = AccountsHarness::new().await;
    let owner = harness.register(EMAIL, MOBILE, Channel::Text).await.session_token;
    let thief = harness.register(THIEF, "07700 900777", Channel::Text).await.session_token;
    let mut ids = Vec::new();
    for token in [&owner, &thief] {
        ids.push(harness.who(token).await.unwrap().account.0.clone());
    }
    let database = RawDatabase::of(&harness.app).await;
    let of = |column: &str, index: usize| format!("{column} = '{}'", ids[index]);
    TwoAccounts { harness, database, owner, thief, is_owner: of("id", 0), is_thief: of("id", 1) }
}

impl TwoAccounts {
    fn owner_id(&self) -> String {
        self.is_owner.trim_start_matches("id = '").trim_end_matches('\'').to_owned()
    }

    /// A session no longer opens anything, and the log says why. Public pages stay open to its owner.
    async fn refused(&self, token: &str) {
        let (log, listening) = Log::listen();
        let (caller, _) = sessions::authenticate(self.harness.service(), Some(token), None, true).await.unwrap();
        drop(listening);
        assert!(matches!(caller, Caller::Nobody), "{caller:?}");
        named(&log);
    }
}

fn named(log: &Log) {
    let text = log.text();
    assert!(text.contains("ERROR") && text.contains("was tampered with") && text.contains("row-tampered"), "{text}");
    assert!(!text.contains(EMAIL) && !text.contains("900406"), "{text}");
}

// ASVS V11.3.3 V8.2.2 V16.3.3
#[tokio::test]
async fn a_manipulated_session_is_refused() {
    let two = two().await;
    let mine = format!("account_{}", two.is_thief);
    two.database.put("session", "account_id", two.owner_id().into(), &mine).await;
    two.refused(&two.thief).await;
    assert!(two.harness.who(&two.owner).await.is_some(), "others aren't affected");
    let confirmed = format!("account_{}", two.is_owner);
    two.database.put("session", "confirmed_at", i64::MAX.into(), &confirmed).await;
    two.refused(&two.owner).await;
}

// ASVS V11.3.3 V6.3.4
#[tokio::test]
async fn a_manipulated_account_lets_nobody_in() {
    let two = two().await;
    let sign_in = async |email: &str, expected: Result<(), StepFailure>| {
        let (log, listening) = Log::listen();
        let found = two.harness.ports().sign_in.check_password(email, PASSWORD, &ClientContext::default()).await;
        drop(listening);
        assert_eq!(found.map(drop), expected, "{email}");
        if expected.is_err() {
            named(&log);
        }
    };
    let hash = two.database.text("account", "password_hash", &two.is_owner).await;
    let thiefs = two.database.text("account", "password_hash", &two.is_thief).await;
    two.database.put("account", "password_hash", thiefs.into(), &two.is_owner).await;
    sign_in(EMAIL, Err(ApiError::Internal.into())).await;
    sign_in(THIEF, Ok(())).await;
    two.refused(&two.owner).await;
    two.database.put("account", "password_hash", hash.into(), &two.is_owner).await;
    sign_in(EMAIL, Ok(())).await;
    // The thief's address on the owner's account, and the details from before a change of name.
    let (index, sealed) = (
        two.database.bytes("account", "email_index", &two.is_thief).await,
        two.database.bytes("account", "sealed", &two.is_owner).await,
    );
    let owner = two.harness.who(&two.owner).await.unwrap();
    two.harness.ports().details.rename(&change_by(&owner), "Anna", "Lee").await.unwrap();
    assert_eq!(two.harness.who(&two.owner).await.unwrap().name, "Anna Lee");
    two.database.put("account", "sealed", sealed.into(), &two.is_owner).await;
    two.refused(&two.owner).await;
    two.database.put("account", "email_index", Vec::<u8>::new().into(), &two.is_thief).await;
    two.database.put("account", "email_index", index.into(), &two.is_owner).await;
    sign_in(THIEF, Err(ApiError::Internal.into())).await;
}

// ASVS V11.3.3 V6.5.1
#[tokio::test]
async fn steps_codes_and_known_browsers_cannot_be_reassigned() {
    let two = two().await;
    two.harness.advance(25 * 3600);
    // The thief signs in, and points the step at the owner's account.
    let step = two.harness.ports().sign_in.check_password(THIEF, PASSWORD, &ClientContext::default()).await.unwrap();
    two.harness.ports().sign_in.send_code(&step.token, Channel::Text, crate::support::ENGLISH).await.unwrap();
    let code = two.harness.code().await;
    let mine = format!("account_{}", two.is_thief);
    two.database.put("sign_in", "account_id", two.owner_id().into(), &mine).await;
    let (log, listening) = Log::listen();
    let found = two.harness.ports().sign_in.confirm_code(&step.token, &code, &ClientContext::default()).await;
    drop(listening);
    assert_eq!(found.map(drop), Err(ApiError::Internal.into()));
    named(&log);
    // A used code is made valid again.
    let before = two.harness.sent().await.len();
    let step = two.harness.to_code().await;
    let code = two.harness.sent().await[before..].iter().find_map(Sent::code).unwrap();
    two.database.put("security_code", "expires_at", i64::MAX.into(), "used_at IS NULL").await;
    let found = two.harness.ports().sign_in.confirm_code(&step, &code, &ClientContext::default()).await;
    assert_eq!(found.map(drop), Err(ApiError::Internal.into()));
}

// ASVS V11.3.3 V8.2.2
#[tokio::test]
async fn reassigned_or_restored_drafts_are_refused() {
    let two = two().await;
    let drafts = two.harness.ports().drafts.clone();
    let owner = two.harness.who(&two.owner).await.unwrap();
    let caller = ports::Caller::Resident(owner.clone());
    let started =
        drafts.start(&caller, ports::NewDraft { form: "care-needs", from: None, network: None }).await.unwrap().unwrap();
    let ports::Started::Draft { id, .. } = started else { panic!("a draft") };
    let own = Owner::Account(owner.account.clone());
    let open = async |who: &Owner| drafts.open(who, &id, crate::support::ENGLISH).await;
    let first = two.database.bytes("draft", "sealed", "revision = 0").await;
    drafts.keep_version(&own, &id).await.unwrap().unwrap();
    let newest = two.database.bytes("draft", "sealed", "revision = 1").await;
    assert!(open(&own).await.unwrap().is_some());
    let (log, listening) = Log::listen();
    two.database.put("draft", "sealed", first.into(), "revision = 1").await;
    assert_eq!(open(&own).await.map(|_| ()), Err(ApiError::Internal));
    drop(listening);
    assert!(log.text().contains("a sealed record of draft can't be opened"), "{}", log.text());
    two.database.put("draft", "sealed", newest.into(), "revision = 1").await;
    assert!(open(&own).await.unwrap().is_some());
    let thief = two.harness.who(&two.thief).await.unwrap();
    two.database.put("draft", "account_id", thief.account.0.clone().into(), "revision >= 0").await;
    assert!(open(&Owner::Account(thief.account.clone())).await.is_err());
    assert!(open(&own).await.unwrap().is_none());
}
