//! Listening: HTTP/1.1, a bounded number of connections, an end to every wait, and an end of the process that lets
//! requests finish.
//!
//! `axum::serve` isn't used: it waits for ever for somebody who says nothing, and has no limit of connections.

use super::{
    Peer,
    connections::{ConnectionSlot, Connections},
    exchange::{AnswerBody, Answering, Exchange},
    headers,
    wire::{Waits, Wire},
};
use axum::{
    Router,
    body::Body,
    response::{IntoResponse, Response},
};
use http::{Request, StatusCode};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::TokioIo;
use platform::config::Settings;
use std::{
    convert::Infallible,
    future::Future,
    io::{self, Write},
    net::SocketAddr,
    pin::pin,
    sync::Arc,
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tower::ServiceExt;

/// How long requests may take to finish when the process is told to end.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// How much is held of an answer before more of it is asked for. Larger than the longest head, which must fit too.
const BUFFER: usize = super::head::LONGEST_HEAD + 4 * 1024;

/// What all connections share.
struct Server {
    router: Router,
    waits: Waits,
    is_secure: bool,
}

/// Serves until `stop` is done.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    settings: &Settings,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (limits, is_secure) = (&settings.limits, settings.is_secure());
    let server = Arc::new(Server { router, waits: Waits::of(limits), is_secure });
    let connections = Connections::new(limits);
    let no_place = no_place(is_secure);
    let (stopping, stopped) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok((stream, peer)) => match connections.admit(peer.ip()) {
                    Some(place) => {
                        tokio::spawn(connection(server.clone(), stream, peer, place, stopped.clone()));
                    }
                    None => turn_away(stream, &no_place),
                },
                Err(cause) => {
                    // Out of file handles, for one: a moment later there may be some.
                    tracing::warn!(%cause, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            },
        }
    }
    drop((listener, stopped));
    let _ = stopping.send(());
    tokio::select! {
        () = stopping.closed() => {}
        () = tokio::time::sleep(LAST_REQUESTS) => tracing::warn!("some requests did not finish in time"),
    }
    Ok(())
}

/// One connection, from its first byte to its last. Until somebody has asked for something, it costs as good as nothing.
async fn connection(
    server: Arc<Server>,
    stream: TcpStream,
    peer: SocketAddr,
    place: ConnectionSlot,
    mut stopped: watch::Receiver<()>,
) {
    // Small answers go out at once.
    let _ = stream.set_nodelay(true);
    let exchange = Exchange::default();
    let mut wire = Wire::new(stream, server.waits, exchange.clone());
    let is_asked = tokio::select! {
        is_asked = wire.first_request() => is_asked,
        _ = stopped.changed() => false,
    };
    if is_asked {
        Box::pin(converse(server, wire, exchange, peer, stopped)).await;
    }
    drop(place);
}

/// Requests and answers, one after the other.
async fn converse(server: Arc<Server>, wire: Wire, exchange: Exchange, peer: SocketAddr, mut stopped: watch::Receiver<()>) {
    let service = service_fn(|request| answer(server.clone(), exchange.begin(), exchange.step_error(), peer, request));
    let mut builder = http1::Builder::new();
    // The waits are the wire's.
    builder.header_read_timeout(None::<Duration>).max_buf_size(BUFFER);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(wire), service));
    // A connection that broke is the other side's affair.
    tokio::select! {
        _ = connection.as_mut() => {}
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// The answer to a request, from the one router that all connections share.
async fn answer(
    server: Arc<Server>,
    answering: Answering,
    refused: Option<StatusCode>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response<AnswerBody>, Infallible> {
    let response = if let Some(status) = refused {
        step_error(status, server.is_secure)
    } else {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        server.router.clone().oneshot(request).await?
    };
    Ok(response.map(|body| AnswerBody::new(body, answering)))
}

/// The answer to what isn't a request that can be read. No browser sends such a thing, so it has no page.
fn step_error(status: StatusCode, is_secure: bool) -> Response {
    let mut response = status.into_response();
    headers::fill(response.headers_mut(), status, is_secure);
    response
}

/// What somebody is told for whom there is no place, in one write.
fn no_place(is_secure: bool) -> Vec<u8> {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let response = step_error(status, is_secure);
    let mut bytes =
        format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\nretry-after: 10\r\n").into_bytes();
    for (name, value) in response.headers() {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    bytes.extend(b"\r\n");
    bytes
}

/// Closes a connection for which there is no place. Nothing is waited for.
fn turn_away(stream: TcpStream, answer: &[u8]) {
    if let Ok(mut stream) = stream.into_std() {
        let _ = stream.write_all(answer);
    }
}
