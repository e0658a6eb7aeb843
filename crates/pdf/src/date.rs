//! Dates in the formats of a PDF file, in UTC.

use jiff::Timestamp;

/// The format of PDF dictionaries.
pub(super) fn for_pdf(seconds: i64) -> String {
    moment(seconds).strftime("D:%Y%m%d%H%M%SZ").to_string()
}

/// The format of XMP metadata (XML).
pub(super) fn for_xml(seconds: i64) -> String {
    moment(seconds).strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A date out of range becomes 1970: it is no reason to refuse somebody their copy.
fn moment(seconds: i64) -> Timestamp {
    Timestamp::from_second(seconds).unwrap_or(Timestamp::UNIX_EPOCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_have_the_form_that_readers_parse() {
        assert_eq!(for_pdf(1_785_683_045), "D:20260802150405Z");
        assert_eq!(for_xml(1_785_683_045), "2026-08-02T15:04:05Z");
        assert_eq!(for_xml(i64::MAX), "1970-01-01T00:00:00Z");
    }
}
