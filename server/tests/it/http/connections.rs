//! The service on a real listener, and clients that hog its connections: they send nothing, send slowly, don't read, or
//! send ambiguous requests.

use crate::support::TestApp;
use axum::{Extension, Router, routing::get};
use listener::Peer;
use platform::config::Settings;
use std::{net::SocketAddr, time::Duration};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{Instant, sleep, timeout},
};

/// Long enough for a busy machine, and short enough to show that nothing waits forever.
const SOON: Duration = Duration::from_secs(15);

struct Listening {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
    _app: TestApp,
}

/// The service with every time-out set to a second.
async fn listening(change: impl FnOnce(&mut Settings)) -> Listening {
    let app = TestApp::with(|settings| {
        let limits = &mut settings.limits;
        (limits.header_seconds, limits.body_seconds, limits.write_seconds, limits.keep_alive_seconds) = (1, 1, 1, 1);
        change(settings);
    })
    .await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let (router, settings) = (app.router.clone(), app.web.service.settings.clone());
    let ended = tokio::spawn(async move {
        listener::serve(listener, router, &settings, async { drop(stopped.await) }).await.unwrap();
    });
    Listening { address, stop, ended, _app: app }
}

async fn connected(address: SocketAddr) -> TcpStream {
    TcpStream::connect(address).await.unwrap()
}

/// A connection from another address of this machine.
async fn connected_from(own: &str, address: SocketAddr) -> TcpStream {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind(format!("{own}:0").parse().unwrap()).unwrap();
    socket.connect(address).await.unwrap()
}

/// Everything received until the service closes the connection. Every test relies on its closing.
async fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    // A reset counts as closing too.
    let _ = timeout(SOON, stream.read_to_end(&mut bytes)).await.expect("the connection stays open");
    String::from_utf8_lossy(&bytes).into_owned()
}

async fn sent(address: SocketAddr, text: &str) -> String {
    let mut stream = connected(address).await;
    stream.write_all(text.as_bytes()).await.unwrap();
    rest(&mut stream).await
}

/// One response on a connection that stays open.
async fn one_answer(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    while !text.contains("\r\n\r\n") {
        let mut piece = [0; 4096];
        let count = timeout(SOON, stream.read(&mut piece)).await.unwrap().unwrap();
        assert!(count > 0, "closed after {text:?}");
        text.push_str(std::str::from_utf8(&piece[..count]).unwrap());
    }
    text
}

const LIVE: &str = "GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

// ASVS V15.2.2
#[tokio::test]
async fn silent_and_slow_clients_are_disconnected() {
    let service = listening(|_| {}).await;
    let began = Instant::now();
    let mut silent = connected(service.address).await;
    assert_eq!(rest(&mut silent).await, "");
    let half = sent(service.address, "GET / HTTP/1.1\r\nHost: 127").await;
    assert!(half.starts_with("HTTP/1.1 408 "), "{half}");
    // Sending a byte now and then doesn't extend the time.
    let mut slow = connected(service.address).await;
    let trickle = async {
        for byte in LIVE.bytes().cycle() {
            if slow.write_all(&[byte]).await.is_err() {
                return;
            }
            sleep(Duration::from_millis(300)).await;
        }
    };
    timeout(SOON, trickle).await.expect("a slow head isn't cut off");
    assert!(began.elapsed() < SOON);
}

// ASVS V15.2.2
#[tokio::test]
async fn slow_bodies_time_out() {
    let service = listening(|_| {}).await;
    let head = "POST /api/account/begin HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nContent-Length: 100\r\n\
                Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=";
    let answer = sent(service.address, head).await;
    assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains("<h1"), "{answer}");
    let mut slow = connected(service.address).await;
    slow.write_all(head.as_bytes()).await.unwrap();
    let trickle = async {
        while slow.write_all(b"a").await.is_ok() {
            sleep(Duration::from_millis(300)).await;
        }
    };
    timeout(SOON, trickle).await.expect("a slow body isn't cut off");
}

// ASVS V15.2.2
#[tokio::test]
async fn clients_that_do_not_read_are_disconnected() {
    let site = tempfile::tempdir().unwrap();
    let length = 24 * 1024 * 1024;
    std::fs::create_dir(site.path().join("pkg")).unwrap();
    std::fs::write(site.path().join("pkg/large"), vec![b'a'; length]).unwrap();
    std::fs::write(site.path().join("pkg/small"), vec![b'a'; length / 12]).unwrap();
    let service = listening(|settings| {
        settings.site = site.path().to_owned();
        settings.limits.write_seconds = 3;
    })
    .await;
    let mut stream = connected(service.address).await;
    stream.write_all(b"GET /pkg/large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n").await.unwrap();
    // A client that reads in the meantime gets all of it.
    let read = sent(service.address, "GET /pkg/small HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n").await;
    assert!(read.len() > length / 12, "{} of {}", read.len(), length / 12);
    sleep(Duration::from_secs(5)).await;
    let got = rest(&mut stream).await.len();
    assert!(got < length, "everything was buffered for a client that doesn't read");
}

#[tokio::test]
async fn connections_are_kept_alive_until_idle() {
    let service = listening(|settings| settings.limits.keep_alive_seconds = 3).await;
    let mut stream = connected(service.address).await;
    for _ in 0..3 {
        stream.write_all(LIVE.as_bytes()).await.unwrap();
        assert!(one_answer(&mut stream).await.ends_with("live"));
        sleep(Duration::from_millis(400)).await;
    }
    assert_eq!(rest(&mut stream).await, "", "idle");
    // Several requests at once are answered one after the other.
    let mut many = connected(service.address).await;
    let form = "POST /api/account/begin HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n\r\na=1";
    many.write_all(format!("{LIVE}{form}{LIVE}").as_bytes()).await.unwrap();
    let answers = rest(&mut many).await;
    assert_eq!(answers.matches("HTTP/1.1 200 OK").count(), 2, "{answers}");
    assert_eq!(answers.matches("HTTP/1.1 400 ").count(), 1, "{answers}");
}

// ASVS V4.2.1
#[tokio::test]
async fn ambiguous_requests_are_refused_and_the_connection_closed() {
    let service = listening(|_| {}).await;
    for (text, status) in [
        ("GET /health/live HTTP/1.1\nHost: 127.0.0.1\n\n".to_owned(), 400),
        ("GET /health/live HTTP/1.1\r\nHost: 127.0.0.1\nX: a\r\n\r\n".to_owned(), 400),
        ("GET /health/live HTTP/1.1\r\n\r\n".to_owned(), 400),
        ("GET /health/live HTTP/1.0\r\n\r\n".to_owned(), 400),
        ("GET /health/live HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n".to_owned(), 400),
        ("GET /health/live HTTP/1.1\r\nHost: a b\r\n\r\n".to_owned(), 400),
        ("GET http://a/health/live HTTP/1.1\r\nHost: a\r\n\r\n".to_owned(), 400),
        ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u{4}\0\0\0\0\0".to_owned(), 400),
        ("GET /health/live\r\n\r\n".to_owned(), 400),
        ("POST /api/x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n".to_owned(), 411),
        ("POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n".to_owned(), 400),
        (format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "a".repeat(9000)), 414),
        (format!("GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n", "a".repeat(20_000)), 431),
        // Also after a good request: nothing that follows is handled.
        (format!("{LIVE}GET /health/live HTTP/1.1\r\n\r\n{LIVE}"), 400),
    ] {
        let answer = sent(service.address, &text).await;
        let shown = text.chars().take(80).collect::<String>();
        let good = text.matches(LIVE).count().min(1);
        assert_eq!(answer.matches("HTTP/1.1 200 OK").count(), good, "{shown:?}: {answer}");
        assert!(answer.contains(&format!("HTTP/1.1 {status} ")), "{shown:?}: {answer}");
        for header in ["x-content-type-options: nosniff", "cache-control: no-store", "frame-ancestors 'none'"] {
            assert!(answer.contains(header), "{shown:?} lacks {header}: {answer}");
        }
    }
    assert!(sent(service.address, LIVE).await.ends_with("live"), "a plain request is answered");
}

// ASVS V15.2.2
#[tokio::test]
async fn connections_per_peer_and_in_total_are_limited() {
    let service = listening(|settings| {
        (settings.limits.connections, settings.limits.connections_a_peer) = (4, 2);
        settings.limits.keep_alive_seconds = 60;
    })
    .await;
    let kept = async |own: &str| {
        let mut stream = connected_from(own, service.address).await;
        let _ = stream.write_all(LIVE.as_bytes()).await;
        let answer = one_answer(&mut stream).await;
        (stream, answer)
    };
    let mut open = Vec::new();
    for own in ["127.0.0.2", "127.0.0.2", "127.0.0.9", "127.0.0.9"] {
        let (stream, answer) = kept(own).await;
        assert!(answer.ends_with("live"), "{own}: {answer}");
        open.push(stream);
        if open.len() == 2 {
            let mut third = connected_from("127.0.0.2", service.address).await;
            let refused = rest(&mut third).await;
            assert!(refused.starts_with("HTTP/1.1 503 Service Unavailable\r\n"), "{refused}");
            assert!(refused.contains("x-content-type-options: nosniff") && refused.contains("retry-after: 10"));
        }
    }
    for own in ["127.0.0.3", "127.0.0.4", "127.0.0.5"] {
        let mut more = connected_from(own, service.address).await;
        assert!(rest(&mut more).await.starts_with("HTTP/1.1 503 "), "four in all");
    }
    open.clear();
    let again = async {
        while !kept("127.0.0.2").await.1.ends_with("live") {
            sleep(Duration::from_millis(50)).await;
        }
    };
    timeout(SOON, again).await.expect("places are free again");
}

#[tokio::test]
async fn the_service_stops_despite_open_connections() {
    let service = listening(|settings| {
        (settings.limits.header_seconds, settings.limits.keep_alive_seconds) = (60, 60);
    })
    .await;
    let mut silent = connected(service.address).await;
    let mut idle = connected(service.address).await;
    idle.write_all(LIVE.as_bytes()).await.unwrap();
    one_answer(&mut idle).await;
    service.stop.send(()).unwrap();
    timeout(Duration::from_secs(5), service.ended).await.expect("shutdown waits for a silent client").unwrap();
    assert_eq!((rest(&mut silent).await, rest(&mut idle).await), (String::new(), String::new()));
}

#[tokio::test]
async fn the_service_knows_the_client_address() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let who = get(|Extension(peer): Extension<Peer>| async move { peer.0.ip().to_string() });
    let router = Router::new().route("/", who);
    tokio::spawn(async move { listener::serve(listener, router, &Settings::default(), std::future::pending()).await });
    for own in ["127.0.0.2", "127.0.0.3", "127.0.0.2"] {
        let mut stream = connected_from(own, address).await;
        stream.write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n").await.unwrap();
        assert!(rest(&mut stream).await.ends_with(own));
    }
}
