//! Security codes: six digits, ten minutes, one use, one step. Only a keyed hash of a code together with its step is
//! stored, so a code from another sign-in, or a hash read from the database, is useless.

use super::{
    limits::{self, Attempt, AttemptKind},
    recovery,
};
use platform::{
    clock::seconds,
    crypto::{
        Keyring,
        digest::{Purpose, same},
    },
    random::{self, Random},
};
use ports::{ApiError, StepError, StepFailure};
use service::Service;
use std::fmt;
use store::{Connection, Transaction, UnixMillis, codes::CodeRow};
use values::tidy;

/// How many codes of one step work at the same time: an earlier one may arrive after a later one.
const LIVE: u64 = 3;
/// How many codes of earlier tries are recognised.
const EARLIER: u64 = 10;
const DIGITS: usize = 6;

/// The step that a code belongs to: its hashes under every pepper in use, newest first.
pub struct Subject(Vec<Vec<u8>>);

impl Subject {
    /// Confirming an email address.
    pub fn email(keyring: &Keyring, token_hash: &[u8]) -> Self {
        Self::of(keyring, &[b"email", token_hash])
    }

    /// Confirming a phone number. A code sent to another number before doesn't confirm this one.
    pub fn phone(keyring: &Keyring, token_hash: &[u8], phone: &str) -> Self {
        Self::of(keyring, &[b"phone", token_hash, phone.as_bytes()])
    }

    /// Confirming an address or number that a resident wants to change to.
    pub fn contact(keyring: &Keyring, account: &str, value: &str) -> Self {
        Self::of(keyring, &[b"contact", account.as_bytes(), value.as_bytes()])
    }

    /// Signing in.
    pub fn sign_in(keyring: &Keyring, token_hash: &[u8]) -> Self {
        Self::of(keyring, &[b"sign-in", token_hash])
    }

    /// Every step whose wrong codes are counted together, for recognising a code of an earlier try. Such steps confirm the
    /// same thing for the same person, so that being told helps nobody to guess: it costs an attempt.
    fn counted_as(service: &Service, attempt_kind: AttemptKind<'_>) -> Self {
        Self::of(&service.keyring, &[b"counted as", &attempt_kind.key(service)])
    }

    fn of(keyring: &Keyring, parts: &[&[u8]]) -> Self {
        Self(keyring.hashes(Purpose::Step, parts))
    }

    fn newest(&self) -> &[u8] {
        self.0.first().map(Vec::as_slice).unwrap_or_default()
    }

    fn hash(&self, keyring: &Keyring, code: &str) -> Vec<u8> {
        keyring.hash(Purpose::Code, &[self.newest(), code.as_bytes()])
    }

    /// All hashes that a code of this step may be stored as.
    fn hashes(&self, keyring: &Keyring, code: &str) -> Vec<Vec<u8>> {
        self.0.iter().flat_map(|subject| keyring.hashes(Purpose::Code, &[subject, code.as_bytes()])).collect()
    }
}

/// Six digits as somebody typed them, whatever punctuation is between and around them.
pub struct TypedCode(String);

impl TypedCode {
    pub fn parse(text: &str) -> Result<Self, StepError> {
        match tidy::digits(text).ok_or(StepError::CodeInvalid)? {
            code if code.is_empty() => Err(StepError::CodeMissing),
            code if code.len() == DIGITS => Ok(Self(code)),
            _ => Err(StepError::CodeInvalid),
        }
    }
}

impl TypedCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What somebody typed to sign in: a code from the phone or the app, or a recovery code.
pub enum SecondFactor {
    Code(TypedCode),
    Recovery(String),
}

impl SecondFactor {
    pub fn parse(text: &str) -> Result<Self, StepError> {
        let letters = tidy::identifier(text).to_lowercase();
        if letters.len() == recovery::LETTERS {
            return Ok(Self::Recovery(letters));
        }
        TypedCode::parse(text).map(Self::Code)
    }

    pub fn as_str(&self) -> &str {
        match self {
            Self::Code(code) => code.as_str(),
            Self::Recovery(letters) => letters,
        }
    }
}

/// A new code, and when it stops working.
pub struct Issued {
    pub code: String,
    pub expires_at: UnixMillis,
}

impl fmt::Debug for Issued {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Issued(until {:?})", self.expires_at)
    }
}

/// Makes and stores a code for a step. The caller must send it.
pub async fn issue(
    service: &Service,
    connection: &Connection,
    (subject, attempt_kind): (&Subject, AttemptKind<'_>),
) -> Result<Issued, ApiError> {
    let code = six_digits(&*service.random);
    let counted = Subject::counted_as(service, attempt_kind);
    keep(service, connection, &counted, counted.hash(&service.keyring, &code)).await?;
    let expires_at = keep(service, connection, subject, subject.hash(&service.keyring, &code)).await?;
    Ok(Issued { code, expires_at })
}

/// Does the same work as [`issue`], for a code that nobody gets and nothing matches.
pub async fn issue_unsent(
    service: &Service,
    connection: &Connection,
    (subject, attempt_kind): (&Subject, AttemptKind<'_>),
) -> Result<(), ApiError> {
    let _ = six_digits(&*service.random);
    for subject in [&Subject::counted_as(service, attempt_kind), subject] {
        let nothing: [u8; 32] = random::bytes(&*service.random);
        keep(service, connection, subject, nothing.to_vec()).await?;
    }
    Ok(())
}

async fn keep(
    service: &Service,
    connection: &Connection,
    subject: &Subject,
    code_hash: Vec<u8>,
) -> Result<UnixMillis, ApiError> {
    let created_at = service.now();
    let expires_at = created_at + seconds(service.settings.codes.valid_seconds);
    let row = CodeRow {
        id: random::id(&*service.random),
        subject: subject.newest().to_vec(),
        code_hash,
        created_at,
        expires_at,
        used_at: None,
        mac: None,
    };
    connection.insert_code(row).await?;
    Ok(expires_at)
}

/// Uses a code of a step. Returns whether it was right and unused; if so, the step's other codes are deleted as well.
/// Every live code is compared, in a time that doesn't show which one was close.
pub async fn redeem(
    service: &Service,
    connection: &Connection,
    subject: &Subject,
    typed: &TypedCode,
) -> Result<bool, StepFailure> {
    let now = service.now();
    let live = connection.live_codes(&subject.0, now, LIVE).await?;
    let hashes = subject.hashes(&service.keyring, &typed.0);
    let is_right = |row: &CodeRow| hashes.iter().fold(false, |right, hash| right | same(&row.code_hash, hash));
    let matching = live.iter().fold(None, |found, row| if is_right(row) { Some(&row.id) } else { found });
    let Some(id) = matching else { return Ok(false) };
    let used = connection.use_code(id, now).await?;
    if used {
        connection.delete_codes(&subject.0).await?;
    }
    Ok(used)
}

/// Checks a code that confirms something. If it is right, returns the transaction to go on with; if it is wrong,
/// commits the transaction, so that the attempt is counted.
pub async fn prove(
    service: &Service,
    transaction: Transaction,
    (subject, code): (&Subject, &TypedCode),
    attempt_kind: AttemptKind<'_>,
) -> Result<Transaction, StepFailure> {
    let attempt = limits::count_attempt(service, &transaction, attempt_kind).await?;
    if redeem(service, &transaction, subject, code).await? {
        limits::right(service, attempt_kind);
        limits::clear(service, &transaction, attempt_kind).await?;
        return Ok(transaction);
    }
    wrong(service, transaction, (attempt, attempt_kind), code.as_str()).await
}

/// Commits the counted attempt of a wrong code, and returns the error.
pub async fn wrong<T>(
    service: &Service,
    transaction: Transaction,
    (attempt, attempt_kind): (Attempt, AttemptKind<'_>),
    typed: &str,
) -> Result<T, StepFailure> {
    let is_earlier = is_of_earlier_try(service, &transaction, attempt_kind, typed).await?;
    transaction.commit().await?;
    let step_error = if is_earlier { StepError::CodeOfEarlier } else { StepError::CodeWrong };
    Err(limits::wrong(service, attempt, attempt_kind, step_error).into())
}

/// Whether a code that is wrong for a step was sent for an earlier one of the same kind.
async fn is_of_earlier_try(
    service: &Service,
    connection: &Connection,
    attempt_kind: AttemptKind<'_>,
    typed: &str,
) -> Result<bool, StepFailure> {
    let counted = Subject::counted_as(service, attempt_kind);
    let sent = connection.live_codes(&counted.0, service.now(), EARLIER).await?;
    let hashes = counted.hashes(&service.keyring, typed);
    let matches = |row: &CodeRow| hashes.iter().fold(false, |right, hash| right | same(&row.code_hash, hash));
    Ok(sent.iter().fold(false, |found, row| found | matches(row)))
}

/// Six digits, every code equally likely.
fn six_digits(random: &dyn Random) -> String {
    const CODES: u32 = 1_000_000;
    // Numbers past the last whole million would make low codes more likely.
    const MOST: u32 = u32::MAX - u32::MAX % CODES;
    loop {
        let number = u32::from_be_bytes(random::bytes(random));
        if number < MOST {
            return format!("{:06}", number % CODES);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::random::SystemRandom;

    // ASVS V6.5.4 V6.5.3
    #[test]
    fn codes_are_six_digits_with_leading_zeros_and_rarely_repeat() {
        let codes: Vec<String> = (0..2000).map(|_| six_digits(&SystemRandom)).collect();
        assert!(codes.iter().all(|code| code.len() == 6 && code.bytes().all(|byte| byte.is_ascii_digit())));
        assert!(codes.iter().any(|code| code.starts_with('0')), "a tenth of them begin with a zero");
        let different: std::collections::BTreeSet<&String> = codes.iter().collect();
        assert!(different.len() > 1950, "{} of 2000 differ", different.len());
    }

    #[test]
    fn codes_are_read_however_they_are_written() {
        for good in [
            "123456",
            " 123 456 ",
            "123-456",
            "1 2 3 4 5 6",
            "123\u{a0}456",
            "123–456",
            "123\u{2011}456",
            "123456.",
            "“123456”",
            "\u{202a}123\u{200b}456\u{202c}",
            "１２３４５６",
            "١٢٣٤٥٦",
            "12345６",
            "l23456",
        ] {
            assert_eq!(TypedCode::parse(good).map(|code| code.0), Ok("123456".into()), "{good}");
        }
        for missing in ["", "  ", "-", "\u{200b}", "–"] {
            assert_eq!(TypedCode::parse(missing).err(), Some(StepError::CodeMissing), "{missing}");
        }
        for bad in ["12345", "1234567", "12345a", "+12345", "١٢٣٤٥", "12345²"] {
            assert_eq!(TypedCode::parse(bad).err(), Some(StepError::CodeInvalid), "{bad}");
        }
    }

    #[test]
    fn recovery_codes_are_read_however_they_are_written() {
        for good in
            ["abcde-fghij", "ABCDE FGHIJ", "abcde–fghij.", "\u{202a}abcde\u{200b}fghij\u{202c}", "ａｂｃｄｅｆｇｈｉｊ"]
        {
            let code = SecondFactor::parse(good).ok();
            assert!(matches!(code, Some(SecondFactor::Recovery(code)) if code == "abcdefghij"), "{good}");
        }
    }

    // ASVS V6.6.2
    #[test]
    fn a_code_belongs_to_one_step() {
        let keyring = Keyring::generate(&SystemRandom);
        let hashes = [
            Subject::email(&keyring, b"a"),
            Subject::email(&keyring, b"b"),
            Subject::phone(&keyring, b"a", "+447700900001"),
            Subject::phone(&keyring, b"a", "+447700900002"),
            Subject::sign_in(&keyring, b"a"),
        ]
        .map(|subject| subject.hash(&keyring, "123456"));
        let different: std::collections::BTreeSet<&Vec<u8>> = hashes.iter().collect();
        assert_eq!(different.len(), hashes.len());
    }
}
