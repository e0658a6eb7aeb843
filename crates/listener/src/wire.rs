//! The bytes of one connection. Every wait has a time-out, and only complete, unambiguous heads are passed on.

use super::{
    exchange::Exchange,
    head::{self, HeadProgress},
};
use http::StatusCode;
use platform::config::Limits;
use std::{
    future::{Future, poll_fn},
    io::{self, ErrorKind},
    mem,
    pin::Pin,
    task::{Context, Poll, ready},
    time::Duration,
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
    time::{Instant, Sleep, sleep},
};

/// What the library reads instead of a refused request; the service answers it with the refusal.
const REFUSED: &[u8] = b"GET / HTTP/1.1\r\nhost: refused\r\nconnection: close\r\n\r\n";

/// How long, and how much, the peer may go on sending after a refusal. If we closed at once, its system would report a
/// broken connection and it would never see the response.
const LINGER: Duration = Duration::from_secs(1);
const LINGER_BYTES: usize = 1024 * 1024;

/// How many bytes are read at a time.
const PIECE: usize = 2048;

/// How much of a body is passed on at a time, except at its end. The library keeps a buffer for every piece, so a body
/// that arrives byte by byte would use thousands of times its size.
const BODY_PIECE: usize = 8 * 1024;

/// The time-outs.
#[derive(Clone, Copy)]
pub struct Waits {
    head: Duration,
    body: Duration,
    write: Duration,
    idle: Duration,
}

impl Waits {
    pub fn of(limits: &Limits) -> Self {
        Self {
            head: Duration::from_secs(limits.header_seconds),
            body: Duration::from_secs(limits.body_seconds),
            write: Duration::from_secs(limits.write_seconds),
            idle: Duration::from_secs(limits.keep_alive_seconds),
        }
    }
}

/// What a connection is waiting for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WaitPhase {
    /// The whole first head, from the start of the connection.
    FirstRequest,
    /// The first byte of another request.
    KeepAlive,
    /// The rest of its head.
    Head,
    Body,
    /// The peer to accept a response.
    Writing,
    /// The peer to stop sending.
    Idle,
}

/// The end of a wait, set when it begins and kept until something else is waited for.
#[derive(Default)]
struct Deadline(Option<(WaitPhase, Pin<Box<Sleep>>)>);

impl Deadline {
    fn poll(&mut self, what: WaitPhase, limit: Duration, context: &mut Context<'_>) -> Poll<()> {
        if self.0.as_ref().is_none_or(|(before, _)| *before != what) {
            self.0 = Some((what, Box::pin(sleep(limit))));
        }
        self.0.as_mut().map_or(Poll::Ready(()), |(_, end)| end.as_mut().poll(context))
    }

    fn clear(&mut self) {
        self.0 = None;
    }

    /// Whether less than half of the time is left.
    fn is_nearly_over(&self, limit: Duration) -> bool {
        self.0.as_ref().is_some_and(|(_, end)| end.deadline() < Instant::now() + limit / 2)
    }
}

pub struct Wire {
    stream: TcpStream,
    waits: Waits,
    exchange: Exchange,
    /// Bytes that have arrived and haven't been passed on, and how many of them have been checked.
    held: Vec<u8>,
    seen: usize,
    /// How many of them may be passed on.
    ready: usize,
    /// How much of the body hasn't been passed on yet.
    body: u64,
    reading: Deadline,
    writing: Deadline,
    /// Whether there has been a request.
    is_used: bool,
    /// Whether the last write had to wait.
    is_stalled: bool,
    incoming: Incoming,
}

/// Whether there is more to read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Incoming {
    Open,
    /// The stream has ended.
    Ended,
    /// The request was refused, so the rest isn't read.
    Refused,
}

impl Wire {
    pub fn new(stream: TcpStream, waits: Waits, exchange: Exchange) -> Self {
        Self {
            stream,
            waits,
            exchange,
            held: Vec::new(),
            seen: 0,
            ready: 0,
            body: 0,
            reading: Deadline::default(),
            writing: Deadline::default(),
            is_used: false,
            is_stalled: false,
            incoming: Incoming::Open,
        }
    }

    /// Waits for the first request, holding no more memory than it has sent. Returns whether there is one.
    pub async fn first_request(&mut self) -> bool {
        poll_fn(|context| self.poll_head(context)).await;
        self.ready > 0
    }

    /// Ready when a head may be passed on or none will come.
    fn poll_head(&mut self, context: &mut Context<'_>) -> Poll<()> {
        while self.ready == 0 && self.incoming == Incoming::Open {
            match head::look(&self.held, &mut self.seen) {
                HeadProgress::Head { length, body } => {
                    (self.ready, self.body, self.seen, self.is_used) = (length, body, 0, true);
                    self.reading.clear();
                }
                HeadProgress::Refused(status) => self.refuse(status),
                HeadProgress::Part => ready!(self.poll_more(context)),
            }
        }
        Poll::Ready(())
    }

    /// Reads a piece, or finds that the stream has ended.
    fn poll_piece(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let mut space = [0; PIECE];
        let mut piece = ReadBuf::new(&mut space);
        match ready!(Pin::new(&mut self.stream).poll_read(context, &mut piece)) {
            Ok(()) if !piece.filled().is_empty() => self.held.extend_from_slice(piece.filled()),
            // A broken connection has ended, too.
            _ => self.incoming = Incoming::Ended,
        }
        Poll::Ready(())
    }

    fn poll_more(&mut self, context: &mut Context<'_>) -> Poll<()> {
        if self.poll_piece(context).is_ready() {
            return Poll::Ready(());
        }
        if self.exchange.wake_after_answer(context) || self.is_stalled {
            // We are answering, or the peer is reading our response.
            self.reading.clear();
            return Poll::Pending;
        }
        let (what, limit) = match (self.is_used, self.held.is_empty()) {
            (false, _) => (WaitPhase::FirstRequest, self.waits.head),
            (true, true) => (WaitPhase::KeepAlive, self.waits.idle),
            (true, false) => (WaitPhase::Head, self.waits.head),
        };
        ready!(self.reading.poll(what, limit, context));
        if self.held.is_empty() {
            self.incoming = Incoming::Ended;
        } else {
            self.refuse(StatusCode::REQUEST_TIMEOUT);
        }
        Poll::Ready(())
    }

    fn refuse(&mut self, status: StatusCode) {
        self.exchange.refuse(status);
        self.held = REFUSED.to_vec();
        (self.ready, self.body, self.incoming) = (REFUSED.len(), 0, Incoming::Refused);
    }

    /// Passes on as much as it may.
    fn pass_on(&mut self, buffer: &mut ReadBuf<'_>) {
        let count = self.ready.min(buffer.remaining());
        buffer.put_slice(self.held.get(..count).unwrap_or_default());
        self.held.drain(..count);
        self.ready -= count;
        if self.held.is_empty() {
            self.held = Vec::new();
        }
    }

    fn poll_body(&mut self, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let left = usize::try_from(self.body).unwrap_or(usize::MAX);
        while self.held.len() < left.min(BODY_PIECE) && self.incoming == Incoming::Open {
            if self.poll_piece(context).is_pending() {
                ready!(self.reading.poll(WaitPhase::Body, self.waits.body, context));
                return Poll::Ready(Err(ErrorKind::TimedOut.into()));
            }
        }
        self.ready = self.held.len().min(left);
        self.body -= self.ready as u64;
        self.pass_on(buffer);
        Poll::Ready(Ok(()))
    }

    /// Handles the outcome of a write. One that has to wait starts the time-out for the whole response.
    fn written(&mut self, context: &mut Context<'_>, outcome: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        let had_to_wait = mem::replace(&mut self.is_stalled, outcome.is_pending());
        if had_to_wait && !self.is_stalled {
            // Waiting for the next request may go on.
            context.waker().wake_by_ref();
        }
        if self.is_stalled {
            ready!(self.writing.poll(WaitPhase::Writing, self.waits.write, context));
            // Drop what the system still has queued for the peer, too.
            let _ = self.stream.set_zero_linger();
            return Poll::Ready(Err(ErrorKind::TimedOut.into()));
        }
        outcome
    }
}

impl AsyncRead for Wire {
    fn poll_read(mut self: Pin<&mut Self>, context: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if self.ready == 0 && self.body > 0 {
            return self.poll_body(context, buffer);
        }
        ready!(self.poll_head(context));
        if self.ready == 0 && self.incoming == Incoming::Refused && self.exchange.wake_after_answer(context) {
            // The library would take an end of the stream as the end of the connection.
            return Poll::Pending;
        }
        self.pass_on(buffer);
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(context, bytes);
        self.written(context, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(context, pieces);
        self.written(context, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_flush(context))?;
        if !self.exchange.is_answering() {
            // A peer that read one response this slowly gets no other on the same connection.
            if self.writing.is_nearly_over(self.waits.write) && self.incoming == Incoming::Open {
                self.incoming = Incoming::Ended;
            }
            self.writing.clear();
        }
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        ready!(Pin::new(&mut self.stream).poll_shutdown(context))?;
        let mut left = if self.incoming == Incoming::Refused || self.body > 0 { LINGER_BYTES } else { 0 };
        while left > 0 {
            let mut space = [0; PIECE];
            let mut piece = ReadBuf::new(&mut space);
            match Pin::new(&mut self.stream).poll_read(context, &mut piece) {
                Poll::Ready(Ok(())) if !piece.filled().is_empty() => left = left.saturating_sub(piece.filled().len()),
                Poll::Ready(_) => break,
                Poll::Pending => {
                    ready!(self.reading.poll(WaitPhase::Idle, LINGER, context));
                    break;
                }
            }
        }
        Poll::Ready(Ok(()))
    }
}
