//! Password hashing: Argon2id over a keyed hash, so that a stolen database is useless without the key file. It is meant
//! to cost memory and time, hence the queue: a flood of sign-ins must not take down the rest of the service.

use super::passwords::{self, PasswordContext};
use argon2::{
    Algorithm, Argon2, Params, PasswordHasher as _, PasswordVerifier as _, Version,
    password_hash::{self, phc::PasswordHash},
};
use platform::{
    crypto::{Keyring, digest::Purpose},
    internal,
    random::{self, Random},
    request_context::carry,
};
use ports::{ApiError, StepFailure};
use std::{num::NonZero, sync::Arc};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use unicode_normalization::UnicodeNormalization;
use values::characters::trimmed;

/// OWASP's settings for Argon2id with one pass: 46 MiB.
const MEMORY_KIB: u32 = 47_104;
const PASSES: u32 = 1;
const LANES: u32 = 1;
/// All hashes together take at most this much memory.
const MEMORY_FOR_ALL_KIB: u32 = 512 * 1024;
/// How many may wait. Anybody after that is asked to try again later.
const WAITING: usize = 64;

/// Hashes with the first pepper are stored without its number, as they were before there was a second.
const FIRST_PEPPER: u32 = 1;

/// What the password is compared with if there is no account, so that it takes as long. The result is ignored.
const NOBODY: &str = "$argon2id$v=19$m=47104,t=1,p=1$bm9ib2R5bm9ib2R5bm9ibw$bm9ib2R5IGhhcyB0aGlzIHBhc3N3b3JkIGF0IGFsbC4";

/// Hashes and checks passwords, a few at a time. Clones share the queue.
#[derive(Clone)]
pub struct PasswordHasher {
    keyring: Arc<Keyring>,
    random: Arc<dyn Random>,
    /// One permit for each caller that works or waits.
    places: Arc<Semaphore>,
    /// One permit for each caller that works.
    working: Arc<Semaphore>,
}

/// Permission to hash once, after waiting for it.
pub struct HashingPermit {
    hasher: PasswordHasher,
    permits: (OwnedSemaphorePermit, OwnedSemaphorePermit),
}

impl PasswordHasher {
    pub fn new(keyring: Arc<Keyring>, random: Arc<dyn Random>) -> Self {
        let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
        let fit = usize::try_from(MEMORY_FOR_ALL_KIB / MEMORY_KIB).unwrap_or(1);
        Self::with_workers(keyring, random, cores.min(fit).max(1))
    }

    fn with_workers(keyring: Arc<Keyring>, random: Arc<dyn Random>, workers: usize) -> Self {
        let (places, working) = (Semaphore::new(workers + WAITING), Semaphore::new(workers));
        Self { keyring, random, places: Arc::new(places), working: Arc::new(working) }
    }

    /// Waits for a turn. [`ApiError::Busy`] if too many are waiting already.
    pub async fn turn(&self) -> Result<HashingPermit, ApiError> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| ApiError::Busy)?;
        let work = self.working.clone().acquire_owned().await.map_err(internal)?;
        Ok(HashingPermit { hasher: self.clone(), permits: (place, work) })
    }

    /// Whether a hash was made with another cost, algorithm or pepper than today's, so that it should be replaced while
    /// the password is at hand.
    pub fn is_outdated(&self, hash: &str) -> bool {
        let (pepper, hash) = split(hash);
        let today = Some((Algorithm::Argon2id, Version::V0x13, cost()));
        pepper != self.keyring.keys().pepper() || PasswordHash::new(hash).is_ok_and(|hash| cost_of(&hash) != today)
    }

    /// The hash of a new password, or why it isn't allowed.
    pub async fn hash_new(&self, password: &str, known: PasswordContext) -> Result<String, StepFailure> {
        passwords::check_length(password)?;
        let turn = self.turn().await?.check(password, known).await?;
        Ok(turn.hash(password).await?)
    }

    /// The input for Argon2: bound to a pepper of this installation, and the same whichever way a letter was encoded.
    /// `None` if that pepper no longer exists.
    fn peppered(&self, pepper: u32, password: &str) -> Option<Vec<u8>> {
        let one_way: String = password.nfc().collect();
        self.keyring.hash_under(pepper, Purpose::Password, &[one_way.as_bytes()])
    }
}

impl HashingPermit {
    /// Checks whether a new password is allowed. Done within a turn, because it takes time as well.
    async fn check(self, password: &str, known: PasswordContext) -> Result<Self, StepFailure> {
        let password = password.to_owned();
        let checked = tokio::task::spawn_blocking(carry(move || passwords::check(&password, &known).map(|()| self)));
        Ok(checked.await.map_err(internal)??)
    }

    /// Hashes a new password.
    pub async fn hash(self, password: &str) -> Result<String, ApiError> {
        let pepper = self.hasher.keyring.keys().pepper();
        let peppered = self.hasher.peppered(pepper, password).ok_or_else(|| internal("the newest pepper is missing"))?;
        let salt: [u8; 16] = random::bytes(&*self.hasher.random);
        Ok(joined(pepper, &self.work(move || hash(&peppered, &salt)).await?.map_err(internal)?))
    }

    /// The spelling of a password that matches a hash: as typed, or without the space that a keyboard has added at its
    /// end. Without a hash it takes just as long and nothing matches.
    pub async fn matching<'p>(self, password: &'p str, hash: Option<&str>) -> Result<Option<&'p str>, ApiError> {
        let (pepper, hash) = hash.map_or((self.hasher.keyring.keys().pepper(), None), |hash| {
            let (pepper, hash) = split(hash);
            (pepper, Some(hash))
        });
        let spellings = spellings(password);
        let peppered: Option<Vec<_>> = spellings.iter().map(|one| self.hasher.peppered(pepper, one)).collect();
        // If the pepper was given up, nothing matches, at the same cost.
        let known = hash.is_some() && peppered.is_some();
        let peppered = peppered.unwrap_or_else(|| vec![Vec::new(); spellings.len()]);
        let hash = hash.unwrap_or(NOBODY).to_owned();
        let right = self.work(move || first_match(&peppered, &hash)).await?.map_err(internal)?;
        Ok(right.filter(|_| known).and_then(|index| spellings.get(index).copied()))
    }

    /// The turn lasts until the work is done, even if the request was cancelled in the meantime.
    async fn work<T: Send + 'static>(self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, ApiError> {
        let permits = self.permits;
        let done = tokio::task::spawn_blocking(carry(move || {
            let result = work();
            drop(permits);
            result
        }));
        done.await.map_err(internal)
    }
}

/// What may have been meant by a typed password, the likeliest first.
fn spellings(password: &str) -> Vec<&str> {
    let without_spaces = trimmed(password);
    let is_other = !without_spaces.is_empty() && without_spaces != password;
    [Some(password), is_other.then_some(without_spaces)].into_iter().flatten().collect()
}

const fn cost() -> [u32; 3] {
    [MEMORY_KIB, PASSES, LANES]
}

/// The algorithm, version and cost of a hash. `None` if Argon2 can't read it.
fn cost_of(hash: &PasswordHash) -> Option<(Algorithm, Version, [u32; 3])> {
    let params = Params::try_from(hash).ok()?;
    let algorithm = Algorithm::try_from(hash.algorithm.as_ref()).ok()?;
    let version = Version::try_from(hash.version?).ok()?;
    Some((algorithm, version, [params.m_cost(), params.t_cost(), params.p_cost()]))
}

/// A hash as it is stored: with its pepper version as a prefix, except for the first.
fn joined(pepper: u32, hash: &str) -> String {
    if pepper == FIRST_PEPPER { hash.to_owned() } else { format!("{pepper}:{hash}") }
}

/// The pepper version of a stored hash, and the hash without it.
fn split(kept: &str) -> (u32, &str) {
    let parts = kept.split_once(':').and_then(|(pepper, hash)| Some((pepper.parse().ok()?, hash)));
    parts.unwrap_or((FIRST_PEPPER, kept))
}

/// The SQL pattern for the hashes with a pepper, for counting them in the database.
pub fn pattern_of(pepper: u32) -> String {
    format!("{}%", joined(pepper, "$argon2id$"))
}

fn argon2() -> Result<Argon2<'static>, argon2::Error> {
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(MEMORY_KIB, PASSES, LANES, None)?))
}

fn hash(peppered: &[u8], salt: &[u8]) -> Result<String, password_hash::Error> {
    let hash: PasswordHash = argon2()?.hash_password_with_salt(peppered, salt)?;
    Ok(hash.to_string())
}

/// The position of the first input that matches a hash. As long as none does, every one is tried.
fn first_match(peppered: &[Vec<u8>], hash: &str) -> Result<Option<usize>, password_hash::Error> {
    for (index, one) in peppered.iter().enumerate() {
        if verify(one, hash)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

fn verify(peppered: &[u8], hash: &str) -> Result<bool, password_hash::Error> {
    let hash = PasswordHash::new(hash).map_err(|_| password_hash::Error::EncodingInvalid)?;
    match argon2()?.verify_password(peppered, &hash) {
        Ok(()) => Ok(true),
        Err(password_hash::Error::PasswordInvalid) => Ok(false),
        Err(cause) => Err(cause),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use platform::random::SystemRandom;

    fn hasher(workers: usize) -> PasswordHasher {
        let keyring = Arc::new(Keyring::generate(&SystemRandom));
        PasswordHasher::with_workers(keyring, Arc::new(SystemRandom), workers)
    }

    async fn check(hasher: &PasswordHasher, password: &str, hash: Option<&str>) -> bool {
        hasher.turn().await.unwrap().matching(password, hash).await.unwrap().is_some()
    }

    // ASVS V11.4.2 V6.2.8
    #[tokio::test]
    async fn only_the_same_password_and_the_same_keys_match() {
        let (hasher, other) = (hasher(1), hasher(1));
        let hash = hasher.turn().await.unwrap().hash("caf\u{e9} horse staple").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{hash}");
        assert!(check(&hasher, "caf\u{e9} horse staple", Some(&hash)).await);
        assert!(check(&hasher, "cafe\u{301} horse staple", Some(&hash)).await, "the same letters in another encoding");
        assert!(!check(&hasher, "Caf\u{e9} horse staple", Some(&hash)).await);
        assert!(!check(&other, "caf\u{e9} horse staple", Some(&hash)).await, "another key file");
        assert!(hasher.turn().await.unwrap().matching("x", Some("$argon2id$broken")).await.is_err());
    }

    #[tokio::test]
    async fn a_password_is_also_tried_without_the_space_at_its_end() {
        let hasher = hasher(1);
        let hash = hasher.turn().await.unwrap().hash("lake hill otter").await.unwrap();
        let ending_in_space = hasher.turn().await.unwrap().hash("lake hill otter ").await.unwrap();
        let matching =
            async |typed: &'static str, hash: &str| hasher.turn().await.unwrap().matching(typed, Some(hash)).await.unwrap();
        for typed in ["lake hill otter", "lake hill otter ", " lake hill otter\n", "lake hill otter\u{a0}\u{200b}"] {
            assert_eq!(matching(typed, &hash).await, Some("lake hill otter"), "{typed}");
        }
        assert_eq!(matching("lake hill otter ", &ending_in_space).await, Some("lake hill otter "));
        for wrong in ["lake hill  otter ", "Lake hill otter ", " ", "lake hill otte"] {
            assert_eq!(matching(wrong, &hash).await, None, "{wrong}");
        }
        assert!(!check(&hasher, "lake hill otter ", None).await);
    }

    #[tokio::test]
    async fn hashes_of_another_cost_or_kind_are_outdated_and_still_match() {
        let hasher = hasher(1);
        let today = hasher.turn().await.unwrap().hash("caf\u{e9} horse staple").await.unwrap();
        assert!(!hasher.is_outdated(&today) && !hasher.is_outdated(NOBODY));
        let peppered = hasher.peppered(FIRST_PEPPER, "caf\u{e9} horse staple").unwrap();
        for (algorithm, version, cost) in [
            (Algorithm::Argon2id, Version::V0x13, [8, 1, 1]),
            (Algorithm::Argon2id, Version::V0x13, [MEMORY_KIB, 2, 1]),
            (Algorithm::Argon2i, Version::V0x13, [MEMORY_KIB, 1, 1]),
            (Algorithm::Argon2id, Version::V0x10, [MEMORY_KIB, 1, 1]),
        ] {
            let [m, t, p] = cost;
            let old = Argon2::new(algorithm, version, Params::new(m, t, p, None).unwrap());
            let old: PasswordHash = old.hash_password_with_salt(&peppered, &[7; 16]).unwrap();
            assert!(hasher.is_outdated(&old.to_string()), "{old}");
            assert!(check(&hasher, "caf\u{e9} horse staple", Some(&old.to_string())).await, "{old}");
        }
        assert!(!hasher.is_outdated("$argon2id$broken"), "a hash that can't be read is reported when it is checked");
    }

    // ASVS V6.3.8
    #[tokio::test]
    async fn an_unknown_account_costs_the_same_and_never_matches() {
        let (known, nobody) = (hash(b"x", &[1; 16]).unwrap(), NOBODY);
        let cost = |hash: &str| hash.split('$').take(4).collect::<Vec<_>>().join("$");
        assert_eq!(cost(&known), cost(nobody));
        assert_eq!(known.len(), nobody.len());
        assert!(!check(&hasher(1), "anything at all", None).await);
    }

    // ASVS V15.2.2
    #[tokio::test]
    async fn a_full_queue_answers_busy() {
        let hasher = hasher(1);
        let working = hasher.turn().await.unwrap();
        let waiting: Vec<_> = (0..WAITING)
            .map(|_| {
                tokio::spawn({
                    let hasher = hasher.clone();
                    async move { hasher.turn().await.map(drop) }
                })
            })
            .collect();
        while hasher.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(hasher.turn().await.map(drop), Err(ApiError::Busy));
        drop(working);
        for waiter in waiting {
            assert_eq!(waiter.await.unwrap(), Ok(()));
        }
        assert!(hasher.turn().await.is_ok());
    }
}
