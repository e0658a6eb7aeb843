//! Sample values for placeholders in texts: short and plain, so that they don't affect the measures.

const SAMPLES: [(&str, &str); 26] = [
    ("council", "the council"),
    ("phone", "01632 960 000"),
    ("out-of-hours", "01632 960 000"),
    ("email", EMAIL),
    ("name", "Ann"),
    ("form", "the form"),
    ("page", "the page"),
    ("reference", "1234"),
    ("item", "medicine"),
    ("question", "medicine"),
    ("option", "Yes"),
    ("parts", "day"),
    ("count", "2"),
    ("number", "2"),
    ("min", "1"),
    ("max", "200"),
    ("hour", "10"),
    ("minute", "42"),
    ("month", "May"),
    ("year", "2026"),
    ("minutes", "15"),
    ("hours", "24"),
    ("days", "90"),
    ("date", "3 May"),
    ("day", "3 May"),
    ("time", "10:42"),
];

/// Also replaces email addresses that are in a text.
pub const EMAIL: &str = "our email address";

/// The sample for a name such as `phone`, `out_of_hours` or `sent-date`: by the whole name, else by its last word.
pub fn sample(name: &str) -> &'static str {
    let name = name.to_lowercase().replace('_', "-");
    let last = name.rsplit('-').next().unwrap_or(&name);
    known(&name).or_else(|| known(last)).unwrap_or("this")
}

fn known(name: &str) -> Option<&'static str> {
    SAMPLES.iter().find(|(sampled, _)| *sampled == name).map(|(_, sample)| *sample)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_placeholder_is_known_by_its_name_or_last_word() {
        assert_eq!(sample("out_of_hours"), "01632 960 000");
        assert_eq!(sample("sent-date"), "3 May");
        assert_eq!(sample("colour"), "this");
    }
}
