//! Serves HTTP/1.1 with a limited number of connections, time-outs for every wait and a graceful shutdown.
//!
//! `axum::serve` isn't used: it waits for ever for idle clients and doesn't limit connections.

use super::{
    Peer,
    connections::{ConnectionSlot, Connections},
    exchange::{Exchange, ResponseBody, ResponseInProgress},
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

/// How long requests may take to finish after the process was asked to stop.
const LAST_REQUESTS: Duration = Duration::from_secs(10);

/// How much of a response is buffered. Larger than the longest head, because request heads must fit too.
const BUFFER: usize = super::head::LONGEST_HEAD + 4 * 1024;

/// The state shared by all connections.
struct Server {
    router: Router,
    waits: Waits,
    is_secure: bool,
}

/// Serves until `stop` completes.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    settings: &Settings,
    stop: impl Future<Output = ()>,
) -> io::Result<()> {
    let (limits, is_secure) = (&settings.limits, settings.is_secure());
    let server = Arc::new(Server { router, waits: Waits::of(limits), is_secure });
    let connections = Connections::new(limits);
    let busy_response = busy_response(is_secure);
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
                    None => reject(stream, &busy_response),
                },
                Err(cause) => {
                    // We may be out of file descriptors, for example; some may be free a moment later.
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

/// One connection from start to end. Until its first request arrives it uses almost no memory.
async fn connection(
    server: Arc<Server>,
    stream: TcpStream,
    peer: SocketAddr,
    place: ConnectionSlot,
    mut stopped: watch::Receiver<()>,
) {
    // Send small responses at once.
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

/// Handles requests one after another.
async fn converse(server: Arc<Server>, wire: Wire, exchange: Exchange, peer: SocketAddr, mut stopped: watch::Receiver<()>) {
    let service = service_fn(|request| answer(server.clone(), exchange.begin(), exchange.refused(), peer, request));
    let mut builder = http1::Builder::new();
    // `Wire` has the time-outs.
    builder.header_read_timeout(None::<Duration>).max_buf_size(BUFFER);
    let mut connection = pin!(builder.serve_connection(TokioIo::new(wire), service));
    // A connection broken by the peer is not our problem.
    tokio::select! {
        _ = connection.as_mut() => {}
        _ = stopped.changed() => {
            connection.as_mut().graceful_shutdown();
            let _ = connection.await;
        }
    }
}

/// The response to a request, from the router that all connections share.
async fn answer(
    server: Arc<Server>,
    answering: ResponseInProgress,
    refused: Option<StatusCode>,
    peer: SocketAddr,
    request: Request<Incoming>,
) -> Result<Response<ResponseBody>, Infallible> {
    let response = if let Some(status) = refused {
        refusal(status, server.is_secure)
    } else {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(Peer(peer));
        server.router.clone().oneshot(request).await?
    };
    Ok(response.map(|body| ResponseBody::new(body, answering)))
}

/// The response to an invalid request. No browser sends one, so there is no error page.
fn refusal(status: StatusCode, is_secure: bool) -> Response {
    let mut response = status.into_response();
    headers::fill(response.headers_mut(), status, is_secure);
    response
}

/// The complete response for when no slot is free, sent in one write.
fn busy_response(is_secure: bool) -> Vec<u8> {
    let status = StatusCode::SERVICE_UNAVAILABLE;
    let response = refusal(status, is_secure);
    let mut bytes =
        format!("HTTP/1.1 {status}\r\ncontent-length: 0\r\nconnection: close\r\nretry-after: 10\r\n").into_bytes();
    for (name, value) in response.headers() {
        bytes.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    bytes.extend(b"\r\n");
    bytes
}

/// Closes a connection for which no slot is free, without waiting for anything.
fn reject(stream: TcpStream, answer: &[u8]) {
    if let Ok(mut stream) = stream.into_std() {
        let _ = stream.write_all(answer);
    }
}
