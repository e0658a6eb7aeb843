//! The three lists that people maintain: `avoid.toml`, `familiar.toml` and `allowed.toml`.

use crate::{
    Error, Rule,
    avoid::{Avoid, any_of},
    files,
};
use serde::{Deserialize, de::DeserializeOwned};
use std::path::Path;

/// Words to avoid, terms that count as familiar, and findings that are allowed.
#[derive(Debug, Clone)]
pub struct Lists {
    pub(crate) avoid: Vec<Avoid>,
    pub(crate) familiar: Vec<String>,
    pub(crate) allowed: Vec<Allowed>,
}

/// A finding that is allowed, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowed {
    pub file: String,
    pub key: String,
    pub rule: Rule,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AvoidFile {
    avoid: Vec<RawAvoid>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawAvoid {
    words: Vec<String>,
    instead: String,
    because: Option<String>,
    #[serde(default)]
    unless: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FamiliarFile {
    familiar: Vec<Familiar>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Familiar {
    #[expect(dead_code, reason = "every entry needs a reason, which only people read")]
    because: String,
    terms: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AllowedFile {
    allowed: Vec<Allowed>,
}

impl Lists {
    /// The lists of this repository.
    pub fn built_in() -> Result<Self, Error> {
        Self::parse(
            include_str!("../lists/avoid.toml"),
            include_str!("../lists/familiar.toml"),
            include_str!("../lists/allowed.toml"),
        )
    }

    /// Reads the lists in a folder.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        let [avoid, familiar, allowed] =
            ["avoid.toml", "familiar.toml", "allowed.toml"].map(|name| files::read(folder, name));
        Self::parse(&avoid?, &familiar?, &allowed?)
    }

    pub fn parse(avoid: &str, familiar: &str, allowed: &str) -> Result<Self, Error> {
        let AvoidFile { avoid } = list("avoid.toml", avoid)?;
        let FamiliarFile { familiar } = list("familiar.toml", familiar)?;
        let AllowedFile { allowed } = list("allowed.toml", allowed)?;
        Ok(Self {
            avoid: avoid.into_iter().map(RawAvoid::ready).collect::<Result<_, _>>()?,
            familiar: familiar.into_iter().flat_map(|familiar| familiar.terms).collect(),
            allowed,
        })
    }
}

impl RawAvoid {
    fn ready(self) -> Result<Avoid, Error> {
        let any_of = |phrases: &[String]| any_of(phrases).map_err(|error| Error::of_file("avoid.toml", error));
        Ok(Avoid {
            words: any_of(&self.words)?,
            unless: if self.unless.is_empty() { None } else { Some(any_of(&self.unless)?) },
            instead: self.because.map_or(self.instead.clone(), |because| format!("{}. {because}", self.instead)),
        })
    }
}

fn list<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| Error::of_toml(file, text, &error))
}

/// The entries of a list that has one per line, without comments.
pub fn lines(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: [&str; 3] = ["avoid = []", "familiar = []", "allowed = []"];

    #[test]
    fn the_built_in_lists_are_valid() {
        let lists = Lists::built_in().unwrap();
        assert!(lists.avoid.len() > 40 && lists.familiar.len() > 70 && !lists.allowed.is_empty());
    }

    #[test]
    fn an_entry_without_a_reason_is_named() {
        let [avoid, _, allowed] = NONE;
        let error = Lists::parse(avoid, "[[familiar]]\nterms = [\"a\"]\n", allowed).unwrap_err();
        assert_eq!(error.to_string(), "familiar.toml:1: missing field `because`");
    }

    #[test]
    fn an_unknown_rule_is_named() {
        let [avoid, familiar, _] = NONE;
        let allowed = "[[allowed]]\nfile = \"f\"\nkey = \"k\"\nrule = \"not-needed\"\nbecause = \"b\"\n";
        let error = Lists::parse(avoid, familiar, allowed).unwrap_err();
        assert!(error.to_string().starts_with("allowed.toml:4: unknown variant `not-needed`, expected one of"), "{error}");
    }
}
