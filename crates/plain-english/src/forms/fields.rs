//! The fields of the language of forms: which residents read.

const READ: [&str; 21] = [
    // The form.
    "name",
    "summary",
    "time",
    "answer_within",
    "changes",
    // The pages before and after it, and what the answers are for.
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

const NOT_READ: [&str; 23] = [
    "accept",
    "account",
    "article",
    "autocomplete",
    "fact",
    "from",
    "group",
    "key",
    // For officers, beside the words for residents.
    "law",
    "legal_basis",
    "old_drafts",
    "purpose",
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

/// Tables of names, values and sums only.
pub const SKIPPED: [&str; 7] = ["when", "where", "prefill", "carry", "count", "sum", "charging"];

/// Lists whose entries have a slug, key or value of their own.
pub const ENTRIES_WITH_NAMES: [&str; 6] = ["sections", "pages", "questions", "options", "lists", "calculations"];

/// Do residents read this field of an entry of this list? Nothing if nobody has said so yet.
pub fn is_read(field: &str, list: &str) -> Option<bool> {
    match (field, list) {
        // "money" or "number", where a question has words.
        ("unit", "calculations") => Some(false),
        _ if READ.contains(&field) => Some(true),
        _ if NOT_READ.contains(&field) => Some(false),
        _ => None,
    }
}
