//! Names of browsers and operating systems.

use crate::{Messages, args};

impl Messages {
    /// For example "Firefox on Windows". An unknown name is empty.
    pub fn device(self, browser: &str, system: &str) -> String {
        match (browser, system) {
            ("", "") => self.security_device_unknown().to_owned(),
            (browser, "") => browser.to_owned(),
            ("", system) => system.to_owned(),
            (browser, system) => self.security_device(args::SecurityDevice { browser, system }),
        }
    }
}
