//! Listening: connections with a time limit on their headers, and an end that lets requests finish.

use super::Peer;
use axum::{Extension, Router};
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto::Builder, graceful::GracefulShutdown},
    service::TowerToHyperService,
};
use std::{future::Future, io, time::Duration};
use tokio::net::TcpListener;

/// How long requests may take to finish when the process is told to end.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// Serves until `stop` is done.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    header_seconds: u64,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let mut builder = Builder::new(TokioExecutor::new());
    // `axum::serve` keeps a half-sent header open for more than a minute; this one doesn't.
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(header_seconds))
        .max_buf_size(16 * 1024);
    let graceful = GracefulShutdown::new();
    tokio::pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => {
                    // Small answers go out at once.
                    let _ = stream.set_nodelay(true);
                    let router = router.clone().layer(Extension(Peer(peer)));
                    let connection = builder.serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
                    let connection = graceful.watch(connection.into_owned());
                    tokio::spawn(async move {
                        // A connection that broke is the other side's affair.
                        let _ = connection.await;
                    });
                }
                Err(cause) => {
                    // Out of file handles, for one: a moment later there may be some.
                    tracing::warn!(%cause, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
        }
    }
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(LAST_REQUESTS) => tracing::warn!("some requests did not finish in time"),
    }
    Ok(())
}
