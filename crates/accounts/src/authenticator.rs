//! Authenticator apps: a secret that is shared once, as a QR code or typed in, and codes made from it that change every
//! half minute. A code works once: its time step is stored, and no code up to that step works again.

use platform::{internal, random};
use ports::{AccountId, ApiError, Enrolment, LocalClock, QrPicture, StepFailure};
use qrcode::{Color, QrCode};
use serde::{Deserialize, Serialize};
use service::Service;
use std::fmt::{self, Write as _};
use store::{Connection, factors::AuthenticatorRow};
use totp_rs::{Builder, Secret, Totp};

/// RFC 4226 asks for 160 bits.
const SECRET_BYTES: usize = 20;
/// A clock may be half a minute off either way.
const SKEW: u16 = 1;

/// The secret of an app.
#[derive(Clone, Serialize, Deserialize)]
pub struct AppSecret(Vec<u8>);

impl AppSecret {
    pub fn generate(service: &Service) -> Self {
        Self(random::bytes::<SECRET_BYTES>(&*service.random).to_vec())
    }

    fn totp(&self, service: &Service, email: &str) -> Result<Totp, ApiError> {
        // A colon separates the two in the app's list.
        let part = |text: &str| text.replace(':', " ");
        Builder::new()
            .with_secret(self.0.clone())
            .with_skew(SKEW)
            .with_issuer(Some(part(&service.settings.council.name)))
            .with_account_name(part(email))
            .build()
            .map_err(|_| internal("the TOTP secret could not be set up"))
    }

    /// The time step of a code, if it is valid at about this time.
    pub fn step_of(&self, service: &Service, code: &str) -> Result<Option<i64>, ApiError> {
        let now = u64::try_from(service.clock.now().as_second()).unwrap_or_default();
        let step = self.totp(service, "")?.check(code, now);
        Ok(step.and_then(|step| i64::try_from(step).ok()))
    }

    /// What the page shows for adding the secret to an app.
    pub fn enrolment(&self, service: &Service, email: &str) -> Result<Enrolment, ApiError> {
        let address = self.totp(service, email)?.to_url().map_err(|_| internal("the otpauth address could not be made"))?;
        let key = Secret::from(self.0.clone()).to_base32();
        Ok(Enrolment { key: in_fours(&key), picture: picture(&address)?, address })
    }
}

/// Debug is redacted.
impl fmt::Debug for AppSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AppSecret")
    }
}

/// The blank border around a QR code, in modules. Without it, cameras don't find the code.
const QUIET: usize = 4;

/// Draws an address as a QR code.
fn picture(address: &str) -> Result<QrPicture, ApiError> {
    let code = QrCode::new(address).map_err(|_| internal("an otpauth address is too long for a QR code"))?;
    let (width, fields) = (code.width(), code.to_colors());
    let mut path = String::new();
    for (at, _) in fields.iter().enumerate().filter(|(_, field)| **field == Color::Dark) {
        let (x, y) = (at % width + QUIET, at / width + QUIET);
        write!(path, "M{x} {y}h1v1h-1z").map_err(internal)?;
    }
    Ok(QrPicture { size: width + 2 * QUIET, dark: path })
}

/// A key as people type it: `ABCD EFGH`.
fn in_fours(key: &str) -> String {
    let letters: Vec<char> = key.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// Stores a secret for an account. `step` is the time step of its first code, once that has been entered.
pub async fn put(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    secret: &AppSecret,
    step: Option<i64>,
) -> Result<(), StepFailure> {
    let now = service.now();
    let mut row = AuthenticatorRow {
        account_id: account.0.clone(),
        sealed: Vec::new(),
        last_step: step.unwrap_or_default(),
        created_at: now,
        confirmed_at: step.map(|_| now),
        mac: None,
    };
    service.seal(&mut row, secret)?;
    Ok(connection.put_authenticator(row).await?)
}

/// Uses a code. Returns whether it is the app's and newer than every code used before.
pub async fn redeem(
    service: &Service,
    connection: &Connection,
    account: &AccountId,
    code: &str,
) -> Result<bool, StepFailure> {
    let Some(row) = connection.lock_authenticator(account).await? else { return Ok(false) };
    if row.confirmed_at.is_none() {
        return Ok(false);
    }
    match service.open::<AppSecret>(&row)?.step_of(service, code)? {
        Some(step) => Ok(connection.use_authenticator_step(account, step).await?),
        None => Ok(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_shown_in_fours() {
        assert_eq!(in_fours("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }

    #[test]
    fn a_qr_code_has_its_finder_patterns_and_quiet_zone() {
        let picture = picture("otpauth://totp/a").unwrap();
        let is_dark = |x: usize, y: usize| picture.dark.contains(&format!("M{x} {y}h1"));
        let last = picture.size - QUIET - 1;
        assert!(is_dark(QUIET, QUIET) && is_dark(last, QUIET) && is_dark(QUIET, last) && !is_dark(QUIET + 1, QUIET + 1));
        assert!(!(0..picture.size).any(|at| is_dark(at, 0) || is_dark(QUIET - 1, at)));
    }
}
