//! Signing in with a login at the council's identity provider, and connecting one with an account.
//!
//! Known to the provider isn't known to us: somebody is connected with an account only after they have signed in to
//! both in one browser, and only if both know them by the same email address. From then on the login there stands in
//! for the password.

use super::accounts::{
    activity,
    changing_password::{refuse_unconfirmed, renew_in},
    ending,
    inputs::{Email, email_indexes},
    limits,
    profile::Profile,
    sending,
    signing_in::{begin_confirming_in, step_hash},
    starting::{self, How},
    stop::{Stop, answer},
};
use crate::{
    config::Oidc,
    crypto::{
        Place,
        digest::{Purpose, same},
        keyring::hex,
    },
    identity_provider::{self, Asks, CLOCK_SKEW_MS, Secrets, Told},
    messages::words,
    security_events::{About, SecurityEvent},
    service::{Service, internal},
    store::{
        Connection,
        accounts::{self as account_rows, AccountRow},
        identity_provider::{self as rows, AttemptRow, LinkRow, PendingRow},
    },
};
use ::words::Words;
use app::{
    device::Device,
    error::ApiError,
    ports::{
        AWAY_SECONDS, AccountId, Answer, Arrival, CONNECTING_SECONDS, Connection as Outcome, Departure, Event, Hitch,
        IdentityProvider, Refusal, Resident, Returned,
    },
};
use async_trait::async_trait;
use domain::language::Language;
use serde::{Deserialize, Serialize};

const ATTEMPT_MS: i64 = AWAY_SECONDS * 1000;
const PENDING_MS: i64 = CONNECTING_SECONDS * 1000;

pub struct IdentityProviderService {
    service: Service,
    provider: identity_provider::IdentityProvider,
}

/// What the sealed column of an attempt holds.
#[derive(Serialize, Deserialize)]
struct Kept {
    nonce: String,
    verifier: String,
    /// Whose session it is to confirm; without it, it is to sign in.
    #[serde(default)]
    confirms: Option<Confirms>,
}

/// A session whose owner goes to the provider to confirm that it is them.
#[derive(Serialize, Deserialize)]
struct Confirms {
    account: String,
    session: String,
    /// When they went. What they did there before proves nothing.
    at: i64,
}

impl IdentityProviderService {
    /// The provider of the settings, if they name one.
    pub fn new(service: Service) -> Result<Option<Self>, identity_provider::Unfit> {
        let settings = &service.settings;
        if !settings.oidc.is_on() {
            return Ok(None);
        }
        let clock = service.clock.clone();
        let provider = identity_provider::IdentityProvider::new(&settings.oidc, &settings.public_url, clock)?;
        Ok(Some(Self { service, provider }))
    }

    fn settings(&self) -> &Oidc {
        &self.service.settings.oidc
    }

    async fn begin(&self, confirms: Option<Confirms>, arrival: &Arrival) -> Result<Result<Departure, Hitch>, Stop> {
        let Service { store, keyring, random, clock, .. } = &self.service;
        match self.count(arrival).await {
            Err(Stop::Refused(_)) => return Ok(Err(Hitch::TooOften)),
            counted => counted?,
        }
        let new = || keyring.token(&**random);
        let (state, browser_token) = (new(), new());
        let kept = Kept { nonce: new(), verifier: new(), confirms };
        let asks = Asks { language: arrival.language.tag(), afresh: kept.confirms.is_some() };
        let address = match self.provider.address(&state, &kept.secrets(), asks).await {
            Ok(address) => address,
            Err(hitch) => return Ok(Err(hitch)),
        };
        let (state_hash, now) = (hash(&self.service, "state", &state), clock.now_ms());
        let text = serde_json::to_vec(&kept).map_err(internal)?;
        let row = AttemptRow {
            sealed: keyring.seal(&**random, place(&hex(&state_hash)), &text)?,
            state_hash,
            browser_hash: hash(&self.service, "browser", &browser_token),
            created_at: now,
            expires_at: now + ATTEMPT_MS,
            mac: None,
        };
        let transaction = store.begin().await?;
        rows::insert_attempt_in(&transaction, row).await?;
        transaction.commit().await?;
        Ok(Ok(Departure { address, browser_token }))
    }

    /// Each way there is a row in our database and may be a question to the provider.
    async fn count(&self, arrival: &Arrival) -> Result<(), Stop> {
        // A browser that has signed in before isn't held up by what others do on its network.
        let device = arrival.known.as_deref().map(|token| starting::device_hash(&self.service, token));
        let device = match device {
            Some(device) if self.service.store.knows_any_account(&device).await? => Some(device),
            _ => None,
        };
        let transaction = self.service.store.begin().await?;
        limits::council_sign_in_in(&self.service, &transaction, device.as_deref(), arrival.network.as_ref()).await?;
        Ok(transaction.commit().await?)
    }

    async fn end(
        &self,
        browser_token: &str,
        answer: Answer,
        resident: Option<&Resident>,
        arrival: &Arrival,
    ) -> Result<Returned, Stop> {
        // Taken before anything is looked at: whatever comes of it, it isn't used again.
        let Some(kept) = self.take(browser_token, &answer.state).await? else { return Ok(self.not_signed_in(Hitch::Gone)) };
        let told = match self.told(answer, &kept).await {
            Ok(told) => told,
            Err(hitch) => return Ok(self.not_signed_in(hitch)),
        };
        self.service.events.record(SecurityEvent::ProviderAccepted, About::nobody());
        match kept.confirms {
            None => self.welcome(&told, arrival).await,
            Some(confirms) => self.confirm(&told, &confirms, resident).await,
        }
    }

    /// Takes a sign-in there for the password of a session here: of the same account, in the same session, and made since
    /// they were sent there for it.
    async fn confirm(&self, told: &Told, confirms: &Confirms, resident: Option<&Resident>) -> Result<Returned, Stop> {
        let is_theirs = |resident: &&Resident| {
            resident.account.0 == confirms.account && resident.session_id == confirms.session && !confirms.session.is_empty()
        };
        let Some(resident) = resident.filter(is_theirs) else { return Ok(self.not_signed_in(Hitch::Gone)) };
        let earliest = confirms.at - CLOCK_SKEW_MS;
        let latest = self.service.clock.now_ms() + CLOCK_SKEW_MS;
        let is_fresh = told.authenticated_at.is_some_and(|at| (earliest..=latest).contains(&at));
        let transaction = self.service.store.begin().await?;
        let account = self.account_in(&transaction, &self.subject_hashes(told)).await?;
        if !is_fresh || account.as_ref().map(|row| row.id.as_str()) != Some(resident.account.0.as_str()) {
            transaction.commit().await?;
            return Ok(self.not_signed_in(Hitch::Unconfirmed));
        }
        let step = renew_in(&self.service, &transaction, resident).await?;
        transaction.commit().await?;
        let about = About::account(&resident.account).what("identity provider");
        self.service.events.record(SecurityEvent::PasswordAccepted, about);
        Ok(Returned::Confirmed(step))
    }

    /// How a login there is known.
    fn subject_hashes(&self, told: &Told) -> Vec<Vec<u8>> {
        let who = [b"subject", self.provider.issuer().as_bytes(), told.subject.as_bytes()];
        self.service.keyring.hashes(Purpose::Identity, &who)
    }

    /// Says why somebody isn't signed in. What isn't believed is an event.
    fn not_signed_in(&self, hitch: Hitch) -> Returned {
        let what = match hitch {
            Hitch::Untrue => Some("not believed"),
            Hitch::Gone => Some("used, too late or begun elsewhere"),
            Hitch::Unconfirmed => Some("confirmed by somebody else, or too early"),
            _ => None,
        };
        if let Some(what) = what {
            self.service.events.record(SecurityEvent::ProviderRefused, About::nobody().what(what));
        }
        Returned::Not(hitch)
    }

    async fn take(&self, browser_token: &str, state: &str) -> Result<Option<Kept>, Stop> {
        let Service { store, keyring, clock, .. } = &self.service;
        let (state_hash, browser_hash) =
            (hash(&self.service, "state", state), hash(&self.service, "browser", browser_token));
        let transaction = store.begin().await?;
        let row = rows::take_attempt_in(&transaction, &state_hash, &browser_hash, clock.now_ms()).await?;
        transaction.commit().await?;
        let Some(row) = row else { return Ok(None) };
        let text = keyring.open(place(&hex(&row.state_hash)), &row.sealed)?;
        Ok(Some(serde_json::from_slice(&text).map_err(|_| internal("a way to the identity provider can't be read"))?))
    }

    async fn told(&self, answer: Answer, kept: &Kept) -> Result<Told, Hitch> {
        // Another provider may say so of itself (RFC 9207); ours needn't.
        if answer.issuer.is_some_and(|issuer| issuer != self.provider.issuer()) {
            return Err(Hitch::Untrue);
        }
        match (answer.error.as_deref(), answer.code) {
            (None, Some(code)) => self.provider.who(code, kept.secrets()).await,
            (Some("access_denied"), _) => Err(Hitch::Declined),
            _ => {
                // Its error is in the address, where anybody can write one: it isn't repeated.
                tracing::warn!("the identity provider sent somebody back with an error");
                Err(Hitch::Unreachable)
            }
        }
    }

    /// Goes on with somebody of whom it is clear who they are at the provider.
    async fn welcome(&self, told: &Told, arrival: &Arrival) -> Result<Returned, Stop> {
        let Service { store, messages, .. } = &self.service;
        let subject_hashes = self.subject_hashes(told);
        let mut signed_in = None;
        let transaction = store.begin().await?;
        let returned = match self.account_in(&transaction, &subject_hashes).await? {
            Some(row) if row.frozen_at.is_some() => Returned::Not(Hitch::Frozen),
            Some(row) if told.has_second_factor => {
                let how = How { event: Event::SignedIn, confirmed_at: None, is_told: false };
                let account = AccountId(row.id);
                let started = starting::start_in(&self.service, &transaction, &account, arrival, how).await?;
                signed_in = Some(account);
                Returned::SignedIn(started)
            }
            Some(row) => Returned::Confirm(begin_confirming_in(&self.service, &transaction, AccountId(row.id), None).await?),
            None => self.offer_in(&transaction, subject_hashes.into_iter().next().unwrap_or_default(), told).await?,
        };
        transaction.commit().await?;
        messages.wake();
        if let Some(account) = signed_in {
            self.service.events.record(SecurityEvent::SignedIn, About::account(&account).what("identity provider"));
        }
        Ok(returned)
    }

    /// The account that is connected, with its row locked.
    async fn account_in(&self, connection: &impl Connection, subject: &[Vec<u8>]) -> Result<Option<AccountRow>, Stop> {
        let Some(account) = rows::linked_account_in(connection, subject).await? else { return Ok(None) };
        if let Some(row) = account_rows::lock_account_in(connection, &account).await? {
            return Ok(Some(row));
        }
        // The account was deleted.
        rows::delete_link_in(connection, &account).await?;
        Ok(None)
    }

    /// Whether or not there is an account with this address, the answer is the same.
    async fn offer_in(&self, connection: &impl Connection, subject_hash: Vec<u8>, told: &Told) -> Result<Returned, Stop> {
        let email = told.email.as_deref().and_then(|email| Email::parse(&self.service.keyring, email).ok());
        let Some(email) = email else { return Ok(Returned::Not(Hitch::NoEmail)) };
        let Service { keyring, random, clock, .. } = &self.service;
        let (token, now) = (keyring.token(&**random), clock.now_ms());
        let row = PendingRow {
            token_hash: pending_hash(&self.service, &token),
            subject_hash,
            email_index: email.index,
            step_hash: None,
            outcome: None,
            created_at: now,
            expires_at: now + PENDING_MS,
            mac: None,
        };
        rows::insert_pending_in(connection, row).await?;
        Ok(Returned::Connect { token })
    }

    async fn bind(&self, token: &str, step: &str) -> Result<(), Stop> {
        let Service { store, clock, .. } = &self.service;
        let (token_hash, step_hash) = (pending_hash(&self.service, token), step_hash(&self.service, step));
        let transaction = store.begin().await?;
        rows::bind_pending_in(&transaction, &token_hash, &step_hash, clock.now_ms()).await?;
        Ok(transaction.commit().await?)
    }

    async fn take_outcome(&self, token: &str) -> Result<Option<Outcome>, Stop> {
        let Service { store, clock, .. } = &self.service;
        let token_hash = pending_hash(&self.service, token);
        let row = store.pending_link(&token_hash, clock.now_ms()).await?;
        let Some(outcome) = row.and_then(|row| Outcome::from_name(&row.outcome?)) else { return Ok(None) };
        let transaction = store.begin().await?;
        rows::delete_pending_in(&transaction, &token_hash).await?;
        transaction.commit().await?;
        Ok(Some(outcome))
    }

    /// Ends the connection, for somebody who has given their password lately, with every session that it may have
    /// opened. Their mailbox is told.
    async fn unlink(&self, resident: &Resident, device: &Device, say: Words) -> Result<(), Stop> {
        let service = &self.service;
        refuse_unconfirmed(service, resident)?;
        let transaction = service.store.begin().await?;
        let was_connected = rows::delete_link_in(&transaction, &resident.account).await?;
        if was_connected {
            activity::note_in(service, &transaction, &resident.account, Event::CouncilDisconnected, device).await?;
            ending::others_in(&transaction, &resident.account, Some(&resident.session)).await?;
            let mail = words::security_changed(say, &service.council(), &sending::forgot_page(service));
            service.messages.queue_in(&transaction, mail.to(&resident.email)).await?;
        }
        transaction.commit().await?;
        service.messages.wake();
        if was_connected {
            service.events.record(SecurityEvent::ProviderDisconnected, About::account(&resident.account));
        }
        Ok(())
    }
}

/// Connects the login that came along with a step to the account that the step has signed in to. Its row is locked or
/// new; both happen in the transaction of the caller, or neither. Returns whether a connection was made.
pub async fn connect_in(
    service: &Service,
    connection: &impl Connection,
    step_hash: &[u8],
    account: &AccountId,
    arrival: &Arrival,
) -> Result<bool, Stop> {
    let now = service.clock.now_ms();
    let Some(pending) = rows::lock_pending_of_step_in(connection, step_hash, now).await? else { return Ok(false) };
    let Some(row) = account_rows::account_in(connection, account).await? else { return Ok(false) };
    let mut is_new = false;
    let email = Profile::open(&service.keyring, &row.id, &row.sealed)?.email;
    // Under whichever pepper the address was hashed when it came.
    let is_theirs = email_indexes(&service.keyring, &email).iter().any(|index| same(index, &pending.email_index));
    let outcome = if !is_theirs {
        Outcome::OtherEmail
    } else if rows::insert_link_in(connection, link(&pending, account, now)).await? {
        let say = Words::of(arrival.language);
        let mail = words::council_connected(say, &service.council(), &service.settings.oidc.name);
        service.messages.queue_in(connection, mail.to(&email)).await?;
        activity::note_in(service, connection, account, Event::CouncilConnected, &arrival.device).await?;
        is_new = true;
        Outcome::Made
    } else if rows::linked_account_in(connection, std::slice::from_ref(&pending.subject_hash)).await?.as_ref()
        == Some(account)
    {
        Outcome::Made
    } else {
        Outcome::Taken
    };
    rows::settle_pending_in(connection, &pending.token_hash, outcome.name()).await?;
    Ok(is_new)
}

fn link(pending: &PendingRow, account: &AccountId, now: i64) -> LinkRow {
    LinkRow { subject_hash: pending.subject_hash.clone(), account_id: account.0.clone(), created_at: now, mac: None }
}

#[async_trait]
impl IdentityProvider for IdentityProviderService {
    fn name(&self) -> &str {
        &self.settings().name
    }

    fn leads_to(&self) -> Vec<String> {
        self.settings().leads_to()
    }

    async fn depart(&self, arrival: &Arrival) -> Result<Result<Departure, Hitch>, ApiError> {
        self.begin(None, arrival).await.map_err(failure)
    }

    async fn depart_to_confirm(&self, resident: &Resident, arrival: &Arrival) -> Result<Result<Departure, Hitch>, ApiError> {
        let (account, session) = (resident.account.0.clone(), resident.session_id.clone());
        let confirms = Confirms { account, session, at: self.service.clock.now_ms() };
        self.begin(Some(confirms), arrival).await.map_err(failure)
    }

    async fn come_back(
        &self,
        browser_token: &str,
        answer: Answer,
        resident: Option<&Resident>,
        arrival: &Arrival,
    ) -> Result<Returned, ApiError> {
        self.end(browser_token, answer, resident, arrival).await.map_err(failure)
    }

    async fn waits(&self, token: &str) -> Result<bool, ApiError> {
        let Service { store, clock, .. } = &self.service;
        let row = store.pending_link(&pending_hash(&self.service, token), clock.now_ms()).await.map_err(internal)?;
        Ok(row.is_some_and(|row| row.outcome.is_none()))
    }

    async fn go_along(&self, token: &str, step: &str) -> Result<(), ApiError> {
        self.bind(token, step).await.map_err(failure)
    }

    async fn outcome(&self, token: &str) -> Result<Option<Outcome>, ApiError> {
        self.take_outcome(token).await.map_err(failure)
    }

    async fn is_connected(&self, account: &AccountId) -> Result<bool, ApiError> {
        self.service.store.is_linked(account).await.map_err(internal)
    }

    async fn disconnect(
        &self,
        resident: &Resident,
        device: Device,
        language: Language,
    ) -> Result<Result<(), Refusal>, ApiError> {
        answer(self.unlink(resident, &device, Words::of(language)).await)
    }
}

impl Kept {
    fn secrets(&self) -> Secrets {
        Secrets { nonce: self.nonce.clone(), verifier: self.verifier.clone() }
    }
}

/// Nothing here is refused for a reason of accounts.
fn failure(stop: Stop) -> ApiError {
    match stop {
        Stop::Failed(error) => error,
        Stop::Refused(refusal) => internal(format!("a way to the identity provider was refused: {refusal:?}")),
    }
}

/// How a token of ours is known: apart for each use, so that one is never taken for another.
fn hash(service: &Service, what: &str, token: &str) -> Vec<u8> {
    service.keyring.hash_token(Purpose::Identity, &[what.as_bytes()], token)
}

fn pending_hash(service: &Service, token: &str) -> Vec<u8> {
    hash(service, "pending", token)
}

const fn place(row: &str) -> Place<'_> {
    Place { table: "identity_attempt", row, owner: "" }
}
