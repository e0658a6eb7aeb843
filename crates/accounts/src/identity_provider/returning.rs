//! Coming back from the provider: to sign in, to confirm a session, or with a login that isn't connected yet.

use super::{
    IdentityProviderService, PENDING, Reauthentication, SealedAttempt, hash, pending_hash, repeated::RepeatedReturn,
};
use crate::{
    inputs::Email,
    limits,
    oidc::{CLOCK_SKEW, IdClaims},
    renewing::renew,
    session_start::{self, SessionOrigin},
    signing_in::begin_confirming,
};
use platform::{
    crypto::digest::Purpose,
    security_events::{About, SecurityEvent},
};
use ports::{AccountId, CallbackOutcome, ClientContext, Event, OidcError, ProviderResponse, Resident, StepFailure};
use service::Service;
use store::{Connection, accounts::AccountRow, identity_provider::PendingRow};

impl IdentityProviderService {
    /// Accepts a sign-in there in place of the password of a session here: by the same account, in the same session,
    /// and made since they were sent there for it.
    pub(super) async fn confirm(
        &self,
        claims: &IdClaims,
        confirms: &Reauthentication,
        resident: Option<&Resident>,
    ) -> Result<CallbackOutcome, StepFailure> {
        let is_theirs = |resident: &&Resident| {
            resident.account.0 == confirms.account && resident.session_id == confirms.session && !confirms.session.is_empty()
        };
        let Some(resident) = resident.filter(is_theirs) else { return Ok(self.rejected(OidcError::Gone)) };
        let earliest = confirms.at - CLOCK_SKEW;
        let latest = self.service.now() + CLOCK_SKEW;
        let is_fresh = claims.authenticated_at.is_some_and(|at| (earliest..=latest).contains(&at));
        let transaction = self.service.store.begin().await?;
        let account = self.account(&transaction, &self.subject_hashes(claims)).await?;
        if !is_fresh || account.as_ref().map(|row| row.id.as_str()) != Some(resident.account.0.as_str()) {
            transaction.commit().await?;
            return Ok(self.rejected(OidcError::Unconfirmed));
        }
        let step = renew(&self.service, &transaction, resident).await?;
        transaction.commit().await?;
        let about = About::account(&resident.account).what("identity provider");
        self.service.events.record(SecurityEvent::PasswordAccepted, about);
        Ok(CallbackOutcome::Confirmed(step))
    }

    /// The hashes that a login there may be stored under.
    fn subject_hashes(&self, claims: &IdClaims) -> Vec<Vec<u8>> {
        let who = [b"subject", self.provider.issuer().as_bytes(), claims.subject.as_bytes()];
        self.service.keyring.hashes(Purpose::Identity, &who)
    }

    /// Returns why somebody isn't signed in. Answers that are rejected are security events.
    pub(super) fn rejected(&self, oidc_error: OidcError) -> CallbackOutcome {
        let what = match oidc_error {
            OidcError::InvalidResponse => Some("not believed"),
            OidcError::Gone => Some("used, too late or begun elsewhere"),
            OidcError::Unconfirmed => Some("confirmed by somebody else, or too early"),
            _ => None,
        };
        if let Some(what) = what {
            self.service.events.record(SecurityEvent::ProviderRefused, About::nobody().what(what));
        }
        CallbackOutcome::Rejected(oidc_error)
    }

    pub(super) async fn take_attempt(
        &self,
        browser_token: &str,
        state: &str,
        repeat: &RepeatedReturn,
    ) -> Result<Option<SealedAttempt>, StepFailure> {
        let service = &self.service;
        let (state_hash, browser_hash) = (hash(service, "state", state), hash(service, "browser", browser_token));
        let transaction = service.store.begin().await?;
        let row = transaction.take_identity_attempt(&state_hash, &browser_hash, service.now()).await?;
        if row.is_some() {
            repeat.begin(service, &transaction).await?;
        }
        transaction.commit().await?;
        Ok(row.map(|row| service.open(&row)).transpose()?)
    }

    pub(super) async fn id_claims(&self, answer: ProviderResponse, kept: &SealedAttempt) -> Result<IdClaims, OidcError> {
        // An answer may name its provider (RFC 9207). If it does, that has to be ours.
        if answer.issuer.is_some_and(|issuer| issuer != self.provider.issuer()) {
            return Err(OidcError::InvalidResponse);
        }
        match (answer.error.as_deref(), answer.code) {
            (None, Some(code)) => self.provider.who(code, kept.secrets()).await,
            (Some("access_denied"), _) => Err(OidcError::Declined),
            _ => {
                // The error is in the address, where anybody can write one, so it isn't logged.
                tracing::warn!("the identity provider sent somebody back with an error");
                Err(OidcError::Unreachable)
            }
        }
    }

    /// Continues once it is clear who somebody is at the provider.
    pub(super) async fn welcome(
        &self,
        claims: &IdClaims,
        repeat: &RepeatedReturn,
        client_context: &ClientContext,
    ) -> Result<CallbackOutcome, StepFailure> {
        let Service { store, messages, .. } = &self.service;
        let subject_hashes = self.subject_hashes(claims);
        let mut signed_in = None;
        let transaction = store.begin().await?;
        limits::council_returned(&self.service, &transaction, client_context.network.as_ref()).await?;
        let returned = match self.account(&transaction, &subject_hashes).await? {
            Some(row) if row.frozen_at.is_some() => CallbackOutcome::Rejected(OidcError::Frozen),
            Some(row) if claims.has_second_factor => {
                let how = SessionOrigin { event: Event::SignedIn, confirmed_at: None, is_notified: false };
                let account = AccountId(row.id);
                let started =
                    session_start::start(&self.service, &*self.drafts, &transaction, &account, client_context, how).await?;
                signed_in = Some(account);
                CallbackOutcome::SignedIn(started)
            }
            Some(row) => {
                CallbackOutcome::Confirm(begin_confirming(&self.service, &transaction, AccountId(row.id), None).await?)
            }
            None => self.offer(&transaction, subject_hashes.into_iter().next().unwrap_or_default(), claims).await?,
        };
        repeat.keep(&self.service, &transaction, &returned, client_context).await?;
        transaction.commit().await?;
        messages.wake();
        if let Some(account) = signed_in {
            self.service.events.record(SecurityEvent::SignedIn, About::account(&account).what("identity provider"));
        }
        Ok(returned)
    }

    /// The account that is connected, with its row locked.
    async fn account(&self, connection: &Connection, subject: &[Vec<u8>]) -> Result<Option<AccountRow>, StepFailure> {
        let Some(account) = connection.linked_account(subject).await? else { return Ok(None) };
        if let Some(row) = connection.lock_account(&account).await? {
            return Ok(Some(row));
        }
        // The account was deleted.
        connection.delete_identity_link(&account).await?;
        Ok(None)
    }

    /// Offers to connect the login. The answer is the same whether or not an account has this address.
    async fn offer(
        &self,
        connection: &Connection,
        subject_hash: Vec<u8>,
        claims: &IdClaims,
    ) -> Result<CallbackOutcome, StepFailure> {
        let email = claims.email.as_deref().and_then(|email| Email::parse(&self.service.keyring, email).ok());
        let Some(email) = email else { return Ok(CallbackOutcome::Rejected(OidcError::NoEmail)) };
        let service = &self.service;
        let (token, now) = (service.keyring.token(&*service.random), service.now());
        let row = PendingRow {
            token_hash: pending_hash(service, &token),
            subject_hash,
            email_index: email.index,
            step_hash: None,
            outcome: None,
            created_at: now,
            expires_at: now + PENDING,
            mac: None,
        };
        connection.insert_pending_identity(row).await?;
        Ok(CallbackOutcome::Connect { token })
    }
}
