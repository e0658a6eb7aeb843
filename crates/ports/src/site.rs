//! The settings that pages need: the council, its branding, retention periods.

use form_engine::language::Language;

/// The council as named in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    /// The name, such as "Northmere Council".
    pub name: String,
    /// The number to call during office hours.
    pub phone: String,
    /// The number to call at other times.
    pub out_of_hours: String,
    /// The email address for questions about the service.
    pub email: String,
    /// The postal address, in one line.
    pub address: String,
    /// The address of the council's own website.
    pub website: String,
}

impl Council {
    /// Fills the council's own facts into a text of a form or page.
    pub fn fill(&self, text: &str) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let fact = [
            ("{council}", &self.name),
            ("{phone}", &self.phone),
            ("{out_of_hours}", &self.out_of_hours),
            ("{email}", &self.email),
            ("{address}", &self.address),
        ];
        fact.iter().fold(text.to_owned(), |text, (mark, value)| text.replace(mark, value))
    }
}

/// The settings that every page needs.
#[derive(Clone, Debug)]
pub struct Site {
    /// The council that provides the service.
    pub council: Council,
    /// The address at which people reach the service, without a path.
    pub public_url: String,
    /// Whether the service runs for developers: pages for them exist, and nothing is really sent.
    pub development: bool,
    /// A session ends after this long without activity.
    pub idle_minutes: i64,
    /// For how many days drafts are kept after the last change.
    pub draft_days: u16,
    /// For how many days copies are kept.
    pub copy_days: u16,
    /// The languages on offer.
    pub languages: Vec<Language>,
    /// The addresses of the style sheet and the WASM loader, with their hashed names.
    pub assets: Assets,
    /// The council's colours, logo and icons.
    pub look: CouncilBranding,
}

/// The council's branding. Its colours are in style sheets.
#[derive(Clone, Debug, Default)]
pub struct CouncilBranding {
    /// The brand colour, for the browser's address bar.
    pub colour: String,
    /// The style sheet with the council's colours; without one the built style sheet has them.
    pub sheet: Option<String>,
    /// The council's logo; without one the mark of the service is drawn.
    pub logo: Option<Picture>,
    /// The icons that pages link to.
    pub icons: Vec<Icon>,
    /// The picture for link previews.
    pub preview: Option<&'static str>,
}

/// A picture, with its size so that the page doesn't shift when it loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// The path it is served under.
    pub address: String,
    /// In CSS pixels.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
}

/// An icon for the browser tab or the home screen of a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    /// The `rel` of its link.
    pub rel: &'static str,
    /// The path it is served under.
    pub address: String,
    /// Its media type.
    pub kind: Option<&'static str>,
    /// Its `sizes`, such as "48x48" or "any".
    pub sizes: Option<String>,
}

/// The hashed names of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    /// The style sheet.
    pub css: String,
    /// The script that loads the WASM.
    pub js: String,
    /// The WASM.
    pub wasm: String,
    /// The script of GOV.UK Frontend; empty if it wasn't built.
    pub behaviours: String,
}

impl Assets {
    /// The style sheet for the writing direction of a language.
    pub fn style_sheet(&self, language: Language) -> String {
        match (language.direction(), self.css.strip_suffix(".css")) {
            ("rtl", Some(stem)) => format!("{stem}.rtl.css"),
            _ => self.css.clone(),
        }
    }
}
