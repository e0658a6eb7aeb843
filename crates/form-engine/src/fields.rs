//! Typed values by input name, as a form posts them.

use std::collections::BTreeMap;
use values::characters::trimmed;

/// Typed values by input name. Only tick boxes have more than one value.
pub type Fields = BTreeMap<String, Vec<String>>;

/// The first value typed for an input, trimmed; empty if there is none, or only invisible characters.
pub fn typed<'a>(fields: &'a Fields, name: &str) -> &'a str {
    fields.get(name).and_then(|values| values.first()).map_or("", |value| trimmed(value))
}

/// Every value given for a question, whether typed into one input or into parts (`key-day`, `key-line1`).
pub fn given<'a>(fields: &'a Fields, key: &str) -> Vec<&'a str> {
    let parts = format!("{key}-");
    let own = fields.get(key).into_iter();
    let of_parts = fields.range(parts.clone()..).take_while(move |(name, _)| name.starts_with(&parts)).map(|(_, v)| v);
    own.chain(of_parts).flatten().map(|value| trimmed(value)).filter(|value| !value.is_empty()).collect()
}
