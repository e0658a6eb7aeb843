//! Which fields of form files residents read.

const READ: [&str; 21] = [
    // Form.
    "name",
    "summary",
    "time",
    "answer_within",
    "changes",
    // Pages before and after the form, and data use.
    "who",
    "ready",
    "next",
    "urgent",
    "words",
    // Sections and pages.
    "title",
    "task",
    "intro",
    "body",
    // Questions, options and calculations.
    "label",
    "hint",
    "missing",
    "statement",
    "unit",
    // Lists.
    "item",
    "none",
];

const NOT_READ: [&str; 28] = [
    "accept",
    "account",
    "article",
    // A question or a result of "Help me choose".
    "ask",
    "autocomplete",
    "fact",
    "forms",
    "from",
    "group",
    "key",
    // For council staff, next to the text for residents.
    "law",
    "legal_basis",
    "named_by",
    "often",
    "old_drafts",
    "purpose",
    "result",
    "retention",
    "rules",
    "shows",
    "slug",
    "to",
    "tone",
    "type",
    "unlisted_by",
    "use",
    "value",
    "when_is",
];

/// Tables that have only names, values and sums.
pub const SKIPPED: [&str; 9] = ["when", "where", "own", "prefill", "carry", "count", "sum", "charging", "someone_else"];

/// Lists whose entries have a slug, key or value of their own.
pub const ENTRIES_WITH_NAMES: [&str; 7] = ["sections", "pages", "questions", "options", "lists", "calculations", "results"];

/// Whether residents read this field of an entry of this list. `None` if the field is in neither list.
pub fn is_read(field: &str, list: &str) -> Option<bool> {
    match (field, list) {
        // "money" or "number" here, but a text in a question.
        ("unit", "calculations") => Some(false),
        _ if READ.contains(&field) => Some(true),
        _ if NOT_READ.contains(&field) => Some(false),
        _ => None,
    }
}
