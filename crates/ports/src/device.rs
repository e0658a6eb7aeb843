//! What a browser says about itself, in everyday terms: "Firefox on Windows". Coarse on purpose: enough for people to
//! recognise their own devices, too little to identify anybody.

/// The names of a browser and its operating system; empty if unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser, such as "Firefox".
    pub browser: &'static str,
    /// The operating system or the kind of device, such as "Windows" or "iPad".
    pub system: &'static str,
}

/// Markers in a `User-Agent`, the more specific first: most browsers also claim to be Chrome and Safari.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "Chromebook"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

impl Device {
    /// Parses a `User-Agent`.
    pub fn from_user_agent(text: &str) -> Self {
        let name = |marks: &[(&str, &'static str)]| {
            marks.iter().find(|(mark, _)| text.contains(mark)).map_or("", |(_, name)| *name)
        };
        Self { browser: name(&BROWSERS), system: name(&SYSTEMS) }
    }

    /// The form in which it is stored.
    pub fn to_text(&self) -> String {
        format!("{}|{}", self.browser, self.system)
    }

    /// Parses the stored form. Names that are no longer known become empty.
    pub fn from_text(text: &str) -> Self {
        let (browser, system) = text.split_once('|').unwrap_or_default();
        let known = |names: &[(&str, &'static str)], name: &str| {
            names.iter().find(|(_, known)| *known == name).map_or("", |(_, known)| *known)
        };
        Self { browser: known(&BROWSERS, browser), system: known(&SYSTEMS, system) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_have_their_everyday_names() {
        let chrome = "(KHTML, like Gecko) Chrome/128.0.0.0 Safari/537.36";
        for (agent, browser, system) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0".to_owned(), "Firefox", "Linux"),
            (format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 {chrome}"), "Chrome", "Windows"),
            (format!("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 {chrome} Edg/128.0"), "Edge", "Windows"),
            (
                format!("Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 SamsungBrowser/25.0 {chrome}"),
                "Samsung Internet",
                "Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Version/17.5 Mobile/15E148 Safari/604.1".to_owned(),
                "Safari",
                "iPhone",
            ),
            ("curl/8".to_owned(), "", ""),
            (String::new(), "", ""),
        ] {
            let device = Device::from_user_agent(&agent);
            assert_eq!((device.browser, device.system), (browser, system), "{agent}");
            assert_eq!(Device::from_text(&device.to_text()), device);
        }
        assert_eq!(Device::from_text("<b>|Windows"), Device { browser: "", system: "Windows" });
    }
}
