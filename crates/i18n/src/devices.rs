//! Browsers and what they run on.

use crate::Messages;

impl Messages {
    /// What people call it: "Firefox on Windows". A name that isn't known is empty.
    pub fn device(self, browser: &str, system: &str) -> String {
        match (browser, system) {
            ("", "") => self.security_device_unknown().to_owned(),
            (browser, "") => browser.to_owned(),
            ("", system) => system.to_owned(),
            (browser, system) => self.security_device(browser, system),
        }
    }
}
