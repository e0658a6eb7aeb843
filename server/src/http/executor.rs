//! Where pages are rendered: tokio, with the request carried along.

use any_spawner::{CustomExecutor, Executor, PinnedFuture, PinnedLocalFuture};
use platform::request_context::carry_future;

/// Leptos renders parts of a page in tasks of their own, whose log lines belong to the request too.
struct RequestExecutor;

impl CustomExecutor for RequestExecutor {
    fn spawn(&self, task: PinnedFuture<()>) {
        tokio::spawn(carry_future(task));
    }

    fn spawn_local(&self, task: PinnedLocalFuture<()>) {
        tokio::task::spawn_local(carry_future(task));
    }

    /// Tokio polls its tasks itself.
    fn poll_local(&self) {}
}

/// Must come before Leptos sets an executor of its own. The first call of a process wins.
pub fn init() {
    let _ = Executor::init_custom_executor(RequestExecutor);
}
