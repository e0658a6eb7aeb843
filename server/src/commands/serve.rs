//! `care-online serve`, from opening the database to a graceful shutdown.

use super::{
    Outcome,
    opening::{open_without_row_check, upgrade_rows},
    wiring::{open_forms, web_with},
};
use crate::{
    http,
    jobs::{delete_expired, follow_keys, follow_publications},
};
use platform::{
    config::{Profile, Settings},
    security_events::{About, SecurityEvent},
};

pub async fn serve(settings: Settings) -> Outcome {
    let service = open_without_row_check(settings).await?;
    upgrade_rows(&service.store, &service.keyring, &*service.random).await?;
    let settings = service.settings.clone();
    if let Some(warning) = settings.warning() {
        tracing::warn!("{warning}");
    }
    let forms = open_forms(&service).await?;
    let web = web_with(service.clone(), forms.clone())?;
    let listener = tokio::net::TcpListener::bind(settings.addr)
        .await
        .map_err(|error| format!("the address {} can't be listened on: {error}", settings.addr))?;
    tokio::spawn(delete_expired::every_hour(service.clone(), forms.clone()));
    tokio::spawn(follow_publications::always(service.store.clone(), forms));
    tokio::spawn(follow_keys::always(service.keyring.clone()));
    tokio::spawn(service.messages.clone().run());
    let profile = if settings.profile == Profile::Development { "development" } else { "production" };
    service.events.record(SecurityEvent::Started, About::nobody().what(profile));
    println!("Care Online is ready at {}", settings.public_url);
    if settings.is_for_developers() {
        println!("Security codes and emails appear here and at {}/outbox", settings.public_url);
    }
    listener::serve(listener, http::router(web), &settings, shutdown_signal()).await?;
    service.events.record(SecurityEvent::Stopped, About::nobody());
    Ok(())
}

/// Resolves on SIGTERM or Ctrl-C.
async fn shutdown_signal() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else { return std::future::pending().await };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
    println!("Shutting down after finishing the current requests");
}
