//! The operator's login name, for commands that take no `--by`.

use platform::security_events::About;

/// `SUDO_USER` is the login that called `sudo`; without `sudo`, the login itself.
const VARIABLES: [&str; 3] = ["SUDO_USER", "USER", "LOGNAME"];

/// The login name; empty if the environment has none.
pub fn name() -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    VARIABLES.into_iter().find_map(set).unwrap_or_default()
}

/// The context of a security event caused by an operator.
pub fn about(operator: &str) -> About<'_> {
    if operator.is_empty() { About::nobody() } else { About::nobody().by(operator) }
}
