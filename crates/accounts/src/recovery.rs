//! Recovery codes: ten to keep on paper, each of which replaces a code from the phone or the app once. Only hashes are
//! stored, except until their owner confirms that they have written the codes down.

use platform::{crypto::digest::Purpose, random};
use ports::{AccountId, ApiError, StepFailure};
use service::Service;
use store::{Connection, SealedRow, factors::RecoveryRow};

const CODES: usize = 10;
/// The letters of a code, each one of 32: 50 bits, protected by the limit on wrong codes.
pub const LETTERS: usize = 10;

/// Makes ten codes, which replace any earlier ones.
pub async fn make(service: &Service, connection: &Connection, account: &AccountId) -> Result<(), StepFailure> {
    let now = service.now();
    let mut rows = Vec::with_capacity(CODES);
    for _ in 0..CODES {
        let (id, code) = (random::id(&*service.random), random::word(&*service.random, LETTERS));
        let code_hash = hashes(service, account, &code).swap_remove(0);
        let account_id = account.0.clone();
        let mut row = RecoveryRow { id, account_id, code_hash, sealed: None, created_at: now, mac: None };
        row.seal(&service.keyring, &*service.random, code.as_bytes())?;
        rows.push(row);
    }
    Ok(connection.put_recovery_codes(account, rows).await?)
}

/// The codes for their owner to write down. Empty once they have confirmed that they did.
pub async fn fresh(service: &Service, account: &AccountId) -> Result<Vec<String>, ApiError> {
    let rows = service.store.reader().recovery_codes(account).await?;
    let code = |row: &RecoveryRow| {
        row.sealed.as_ref()?;
        let text = row.open(&service.keyring).ok()?;
        String::from_utf8(text).ok().map(|code| in_halves(&code))
    };
    Ok(rows.iter().filter_map(code).collect())
}

/// Uses a code, if it is one of the account's.
pub async fn redeem(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    code: &str,
) -> Result<bool, StepFailure> {
    Ok(connection.use_recovery_code(account, &hashes(service, account, code)).await?)
}

/// A code as it is written down: `abcde-fghij`.
fn in_halves(code: &str) -> String {
    let (first, second) = code.split_at_checked(LETTERS / 2).unwrap_or((code, ""));
    format!("{first}-{second}")
}

/// The hashes of a code, newest pepper first.
fn hashes(service: &Service, account: &AccountId, code: &str) -> Vec<Vec<u8>> {
    service.keyring.hashes(Purpose::Code, &[b"recovery", account.0.as_bytes(), code.as_bytes()])
}
