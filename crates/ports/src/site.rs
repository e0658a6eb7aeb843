//! What pages must know of the settings: the council, its look, what is kept for how long.

use form_engine::language::Language;

/// The council as its settings name it.
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
    /// Puts the council's own facts into a text of a form or page.
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

/// What every page needs to know of the settings.
#[derive(Clone, Debug)]
pub struct Site {
    pub council: Council,
    pub public_url: String,
    pub development: bool,
    pub idle_minutes: i64,
    pub draft_days: u16,
    pub copy_days: u16,
    /// The languages people may choose from.
    pub languages: Vec<Language>,
    /// Where the style sheet and the WASM loader are, by their hashed names.
    pub assets: Assets,
    pub look: CouncilBranding,
}

/// How the council looks, as far as pages must know. Its colours are in style sheets.
#[derive(Clone, Debug, Default)]
pub struct CouncilBranding {
    /// The brand colour, for the browser's own bar.
    pub colour: String,
    /// The style sheet with the council's own colours; without one the built one has them.
    pub sheet: Option<String>,
    /// Its logo; without one the mark of the service is drawn.
    pub logo: Option<Picture>,
    pub icons: Vec<Icon>,
    /// The picture that goes with a link to the service.
    pub preview: Option<&'static str>,
}

/// A picture, with the size that keeps its place free until it is there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub address: String,
    pub width: u32,
    pub height: u32,
}

/// A small picture for the browser's tab or a device's list of programs.
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
    /// What GOV.UK Frontend adds to a page; empty if it wasn't built.
    pub behaviours: String,
}

impl Assets {
    /// The style sheet for the way a language is written.
    pub fn style_sheet(&self, language: Language) -> String {
        match (language.direction(), self.css.strip_suffix(".css")) {
            ("rtl", Some(stem)) => format!("{stem}.rtl.css"),
            _ => self.css.clone(),
        }
    }
}
