//! Who of the council runs a command that doesn't ask for a name: whose login on the machine it is.

use platform::security_events::About;

/// `sudo` says who came before; without it, the login itself.
const VARIABLES: [&str; 3] = ["SUDO_USER", "USER", "LOGNAME"];

/// The name of the login, or nothing where the environment doesn't say.
pub fn name() -> String {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    VARIABLES.into_iter().find_map(set).unwrap_or_default()
}

/// An event by an operator.
pub fn about(operator: &str) -> About<'_> {
    if operator.is_empty() { About::nobody() } else { About::nobody().by(operator) }
}
