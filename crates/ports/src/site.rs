//! The settings that pages need: the council, its branding, retention periods.

use form_engine::language::Language;

/// The council as named in the settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Council {
    pub name: String,
    pub phone: String,
    pub out_of_hours: String,
    pub email: String,
    pub address: String,
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
    pub council: Council,
    pub public_url: String,
    pub development: bool,
    pub idle_minutes: i64,
    pub draft_days: u16,
    pub copy_days: u16,
    /// The languages on offer.
    pub languages: Vec<Language>,
    /// The addresses of the style sheet and the WASM loader, with their hashed names.
    pub assets: Assets,
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
    pub icons: Vec<Icon>,
    /// The picture for link previews.
    pub preview: Option<&'static str>,
}

/// A picture, with its size so that the page doesn't shift when it loads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub address: String,
    pub width: u32,
    pub height: u32,
}

/// An icon for the browser tab or the home screen of a device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Icon {
    pub rel: &'static str,
    pub address: String,
    pub kind: Option<&'static str>,
    pub sizes: Option<String>,
}

/// The hashed names of the built files.
#[derive(Clone, Debug, Default)]
pub struct Assets {
    pub css: String,
    pub js: String,
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
