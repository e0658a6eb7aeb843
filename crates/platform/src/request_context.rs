//! What the log may contain about the current request: its route, but never its path.

use ports::Network;
use std::{future::Future, sync::Arc};

/// The details of a request that may be logged.
#[derive(Debug)]
pub struct RequestContext {
    /// Random, different for each request.
    pub id: String,
    pub method: &'static str,
    /// The route pattern, such as `/drafts/{id}`.
    pub route: String,
    pub network: Option<Network>,
}

tokio::task_local! {
    static CURRENT: Arc<RequestContext>;
}

/// Runs a future with this request as its context.
pub async fn scope<T>(context: RequestContext, serve: impl Future<Output = T>) -> T {
    CURRENT.scope(Arc::new(context), serve).await
}

/// The request that the current task is serving, if any.
pub fn current() -> Option<Arc<RequestContext>> {
    CURRENT.try_with(Arc::clone).ok()
}
