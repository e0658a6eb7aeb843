//! The council's branding, built once from the settings `[council]`: colours, logo, icons, and what pages need of
//! them. The defaults are those of the sample council.
//!
//! # Dependencies
//!
//! `platform` for the settings, `ports` for [`CouncilBranding`], which pages use, and `i18n` for the name of the
//! service in the web app manifest. It only makes files; `server/src/http/identity.rs` serves them.
//!
//! # Where to start
//!
//! 1. [`Identity::of`]: from the settings to everything below, or to a [`BrandingError`].
//! 2. [`colours`]: the style sheet with the council's colours, and the contrasts that it refuses.
//! 3. [`picture`] and [`svg`]: reading a logo or an icon, and what an SVG must not contain.
//! 4. [`manifest`]: the web app manifest.
//! 5. [`File`]: a file with its type and an address that changes with its content.
//!
//! # When you change it
//!
//! A council that sets a colour can't make the service inaccessible: contrast is computed and refused if it is too
//! low. An SVG is a document that may contain scripts or load something from elsewhere, so it is checked and used as
//! it is or refused.

#![warn(missing_docs)]

mod colour;
mod colours;
mod files;
mod manifest;
mod picture;
mod svg;

pub use files::File;

use colour::{Colour, MIN_CONTRAST};
use colours::Colours;
use i18n::Messages;
use picture::Picture;
use platform::config::{CouncilSettings, DEFAULT_COLOUR, Settings};
use ports::{CouncilBranding, Icon, Picture as Shown};
use std::path::PathBuf;
use thiserror::Error;

/// A branding setting that can't be used. The message is for the operator.
#[derive(Debug, Error)]
pub enum BrandingError {
    /// A setting isn't a colour.
    #[error("the setting council.{0} is no colour: write it like \"{DEFAULT_COLOUR}\"")]
    ColourError(&'static str),
    #[error(
        "the setting council.colour can't be \"{0}\": white words on it have a contrast of {ratio} and need {least}, so choose a darker colour",
        ratio = ratio(*.1),
        least = ratio(MIN_CONTRAST)
    )]
    /// White text on the brand colour isn't readable: the colour and the contrast.
    Pale(Colour, f64),
    #[error(
        "the setting council.tint can't be \"{0}\": black words and links in council.colour on it have a contrast of {ratio} and need {least}, so choose a lighter tint or none",
        ratio = ratio(*.1),
        least = ratio(MIN_CONTRAST)
    )]
    /// Text or links on the tint aren't readable: the tint and the contrast.
    Dim(Colour, f64),
    /// A picture can't be used: the setting, the file and the reason.
    #[error("the setting council.{0} can't be \"{path}\": {2}", path = .1.display())]
    Picture(&'static str, PathBuf, String),
}

/// A contrast ratio as text, rounded down, so that a failing one never looks sufficient.
fn ratio(contrast: f64) -> String {
    format!("{:.2}:1", (contrast * 100.0).floor() / 100.0)
}

/// What is wrong with the branding settings.
pub fn problems(settings: &Settings) -> Vec<String> {
    let found = Identity::of(&settings.council, Messages::of(settings.own_language()));
    found.err().map(|unfit| unfit.to_string()).into_iter().collect()
}

/// The council's branding, and the files for it.
pub struct Identity {
    /// What pages need.
    pub look: CouncilBranding,
    /// Files to serve in addition to the built ones.
    pub files: Vec<File>,
}

impl Identity {
    /// Reads and checks the settings and the pictures they name. `t` is in the council's own language.
    pub fn of(council: &CouncilSettings, t: Messages) -> Result<Self, BrandingError> {
        let colours = Colours::of(council)?;
        let logo = Picture::read("logo", &council.logo)?;
        let favicon = Picture::read("favicon", &council.favicon)?;
        Ok(Self::with(council, t, colours, [logo, favicon]))
    }

    fn with(council: &CouncilSettings, t: Messages, colours: Colours, [logo, favicon]: [Option<Picture>; 2]) -> Self {
        let is_sample = colours.are_default && logo.is_none() && favicon.is_none();
        let sheet = (!colours.are_default).then(|| File::new("/identity.css", "text/css", colours.sheet().into_bytes()));
        let favicon_size = favicon.as_ref().map_or_else(|| "any".to_owned(), Picture::sizes);
        let favicon = favicon.map_or_else(|| files::mark(colours), |picture| File::picture("/favicon", picture));
        let logo_size = logo.as_ref().map(|logo| (logo.width, logo.height));
        let logo = logo.map(|logo| File::picture("/logo", logo));
        let icons = icons(is_sample, &favicon, favicon_size);
        let manifest = manifest::of(t, &council.name, colours, &icons, is_sample);
        let look = CouncilBranding {
            colour: colours.brand.to_string(),
            sheet: sheet.as_ref().map(File::address),
            logo: logo.as_ref().zip(logo_size).map(|(logo, (width, height))| Shown {
                address: logo.address(),
                width,
                height,
            }),
            icons,
            // The sample council's picture shows its name.
            preview: (is_sample && council.name == CouncilSettings::default().name).then_some("/opengraph.png"),
        };
        Self { look, files: [sheet, logo, Some(favicon), Some(manifest)].into_iter().flatten().collect() }
    }
}

/// The icons that pages link to. Only the sample council's icon exists in every size.
fn icons(is_sample: bool, favicon: &File, size: String) -> Vec<Icon> {
    let own = Icon { rel: "icon", address: favicon.address(), kind: Some(favicon.media_type), sizes: Some(size) };
    if !is_sample {
        return vec![own];
    }
    let drawn = |rel, address: &str, sizes: Option<&str>| Icon {
        rel,
        address: address.into(),
        kind: None,
        sizes: sizes.map(Into::into),
    };
    vec![
        drawn("icon", "/favicon.ico", Some("48x48")),
        Icon { sizes: None, ..own },
        drawn("apple-touch-icon", "/apple-touch-icon.png", None),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn identity(council: CouncilSettings) -> Identity {
        Identity::of(&council, Messages::of(i18n::Language::English)).unwrap()
    }

    fn addresses(identity: &Identity) -> Vec<&str> {
        identity.files.iter().map(|file| file.path.as_str()).collect()
    }

    #[test]
    fn unusable_branding_settings_are_named() {
        let own = CouncilSettings::default;
        for (council, named) in [
            (CouncilSettings { colour: "#ffcc00".into(), ..own() }, "1.51:1"),
            (CouncilSettings { colour: "hush7Qq".into(), ..own() }, "council.colour is no colour"),
            (CouncilSettings { tint: "#808080".into(), ..own() }, "council.tint"),
            (CouncilSettings { logo: "nowhere.svg".into(), ..own() }, "nowhere.svg"),
            (CouncilSettings { favicon: "Cargo.toml".into(), ..own() }, "neither an SVG nor a PNG"),
        ] {
            let found = problems(&Settings { council, ..Settings::default() });
            assert!(found.len() == 1 && found[0].contains(named) && !found[0].contains(['\n', 'Q']), "{found:?}");
        }
        assert_eq!(problems(&Settings::default()), [""; 0]);
    }

    #[test]
    fn the_sample_council_needs_no_style_sheet_or_logo() {
        let sample = identity(CouncilSettings::default());
        assert_eq!(addresses(&sample), ["/favicon.svg", "/manifest.webmanifest"]);
        assert_eq!((sample.look.sheet, sample.look.logo), (None, None));
        assert_eq!((sample.look.icons.len(), sample.look.preview), (3, Some("/opengraph.png")));
    }

    #[test]
    fn another_council_shows_nothing_of_the_sample() {
        let logo = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/mark.svg").into();
        let favicon = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/icon-192.png").into();
        let own = identity(CouncilSettings { colour: "#6f1d46".into(), logo, favicon, ..CouncilSettings::default() });
        assert_eq!(addresses(&own), ["/identity.css", "/logo.svg", "/favicon.png", "/manifest.webmanifest"]);
        assert_eq!(own.look.icons.iter().map(|icon| icon.kind).collect::<Vec<_>>(), [Some("image/png")]);
        assert_eq!(own.look.preview, None);
        let renamed = identity(CouncilSettings { name: "Weirside Council".into(), ..CouncilSettings::default() });
        assert_eq!((renamed.look.preview, renamed.look.icons.len()), (None, 3));
    }

    #[test]
    fn the_address_of_a_file_changes_with_its_content() {
        let sheet =
            |colour: &str| identity(CouncilSettings { colour: colour.into(), ..CouncilSettings::default() }).look.sheet;
        assert_ne!(sheet("#6f1d46"), sheet("#005eb8"));
        assert_eq!(sheet("#6f1d46"), sheet("#6F1D46"));
    }
}
