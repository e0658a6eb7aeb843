//! What is known of the request that is being served, for what is logged about it: never its path, only the route.

use ports::Network;
use std::{future::Future, sync::Arc};

/// A request, as the log may know it.
#[derive(Debug)]
pub struct RequestContext {
    /// Random, and of this request only.
    pub id: String,
    pub method: &'static str,
    /// The route as the router has it, `/drafts/{id}`.
    pub route: String,
    pub network: Option<Network>,
}

tokio::task_local! {
    static CURRENT: Arc<RequestContext>;
}

/// Runs what serves a request.
pub async fn scope<T>(context: RequestContext, serve: impl Future<Output = T>) -> T {
    CURRENT.scope(Arc::new(context), serve).await
}

/// The request being served by this task, if it serves one.
pub fn current() -> Option<Arc<RequestContext>> {
    CURRENT.try_with(Arc::clone).ok()
}
