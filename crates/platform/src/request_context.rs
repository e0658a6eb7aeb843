//! What the log may contain about the current request: its route, but never its path.

use crate::random::{self, Random};
use ports::{Network, RequestId};
use std::{future::Future, sync::Arc};
use tracing::{Instrument, Span};

/// The target of the span of a request. The log has it whatever `RUST_LOG` says.
pub const TARGET: &str = "request";

/// The details of a request that may be logged.
#[derive(Debug)]
pub struct RequestContext {
    /// Random, different for each request.
    pub id: RequestId,
    pub method: &'static str,
    /// The route pattern, such as `/drafts/{id}`.
    pub route: String,
    pub network: Option<Network>,
}

tokio::task_local! {
    static CURRENT: Arc<RequestContext>;
}

/// Runs a future with this request as its context, and in a span of its own.
pub async fn scope<T>(context: RequestContext, serve: impl Future<Output = T>) -> T {
    let RequestContext { id, method, route, .. } = &context;
    let span = tracing::info_span!(target: TARGET, "request", id = %id.0, method, route = %route);
    CURRENT.scope(Arc::new(context), serve).instrument(span).await
}

/// The request that the current task is serving, if any.
pub fn current() -> Option<Arc<RequestContext>> {
    CURRENT.try_with(Arc::clone).ok()
}

/// Work for another thread, with the context and the span of the current request.
pub fn carry<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    let (context, span) = (current(), Span::current());
    move || {
        span.in_scope(|| match context {
            Some(context) => CURRENT.sync_scope(context, work),
            None => work(),
        })
    }
}

/// A future for another task, with the context and the span of the current request.
pub fn carry_future<F: Future>(future: F) -> impl Future<Output = F::Output> {
    let (context, span) = (current(), Span::current());
    let carried = async move {
        match context {
            Some(context) => CURRENT.scope(context, future).await,
            None => future.await,
        }
    };
    carried.instrument(span)
}

/// Crockford's Base32, which is made for reading aloud: no I, L, O and U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// An id for a request: 40 bits, so that two in the log are hardly ever the same.
pub fn new_id(random: &dyn Random) -> RequestId {
    let letters: [u8; 8] = random::bytes(random);
    let letters: String =
        letters.iter().filter_map(|byte| LETTERS.get(usize::from(byte % 32))).map(|letter| char::from(*letter)).collect();
    let (first, second) = letters.split_at(4);
    RequestId(format!("{first}-{second}"))
}
