//! Every text of the service that isn't part of a form, in all its languages.
//!
//! The texts are in Fluent files, `crates/i18n/LANGUAGE/*.ftl`, so that translation tools can read them. The build
//! script makes a function of each English message: `t.recover_title()`, or with its argument, `t.date_end(day)`.
//! Two or more arguments have names: `t.moment(args::Moment { date, time })`. A message that a language doesn't have yet
//! is shown in English; a test lists them.
//!
//! # Dependencies
//!
//! `form-engine`, `charging` and `values`, whose results it puts into words. It isn't sent to browsers: the server
//! renders every text. Pages, messages and PDFs take [`Messages`] as a parameter, usually called `t`.
//!
//! # Where to start
//!
//! 1. [`Messages`]: the texts of one language. Everything else is a method of it.
//! 2. `crates/i18n/en-GB`: the messages, in a file for each part of the service, and `crates/i18n/build.rs`, which
//!    makes the functions.
//! 3. [`catalogue`]: how messages are found and formatted.
//! 4. [`problems`]: the message for each error of validation; [`charges`]: the sentence for each line of an estimate.
//! 5. [`days`]: dates and times as people read them.
//!
//! # When you change it
//!
//! Residents read these texts: `docs/plain-english.md` says what is measured, and `docs/texts.md` how they are
//! written. Add each message in English and in Welsh. A text never contains anything a person typed, unless it is one
//! of its values.

#![warn(missing_docs)]

mod catalogue;
mod charges;
mod days;
mod devices;
mod group;
mod measures;
mod mirror;
mod problems;

use fluent_bundle::{FluentArgs, FluentValue};
use form_engine::charge::ChargeOutcome;
pub use form_engine::language::Language;
pub use mirror::mirrored;

/// The texts of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Messages {
    language: Language,
}

impl Messages {
    /// The texts of a language.
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// The language of the texts.
    pub const fn language(self) -> Language {
        self.language
    }

    /// A message without arguments, formatted once and kept.
    fn fixed(self, index: usize) -> &'static str {
        catalogue::fixed(self.language, index)
    }

    fn filled<'v, const N: usize>(self, index: usize, args: [(&'v str, FluentValue<'v>); N]) -> String {
        let args: FluentArgs<'v> = args.into_iter().collect();
        catalogue::t(self.language, index, Some(&args))
    }
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl form_engine::record::RecordTexts for Messages {
    fn yes(&self) -> String {
        self.answer_yes().to_owned()
    }

    fn no(&self) -> String {
        self.answer_no().to_owned()
    }

    fn not_provided(&self) -> String {
        self.answer_not_provided().to_owned()
    }

    fn this(&self, item: &str) -> String {
        self.list_this(item)
    }

    fn date(&self, date: jiff::civil::Date) -> String {
        (*self).day(date)
    }

    fn length(&self, millimetres: i64) -> String {
        (*self).length(millimetres)
    }

    fn weight(&self, grams: i64) -> String {
        (*self).weight(grams)
    }

    fn charge(&self, outcome: &ChargeOutcome) -> Vec<String> {
        let result = match outcome {
            ChargeOutcome::Pays(found) => self.charge_result(found),
            ChargeOutcome::Claims(found) => self.charge_counts(found),
        };
        let lines = outcome.lines().iter().map(|line| self.charge_line(line));
        std::iter::once(result).chain(lines).chain([self.charge_by(outcome.rules())]).collect()
    }

    fn papers(&self) -> String {
        self.file_on_copy().to_owned()
    }
}
