//! Fixtures that differ on purpose, each with its reason. One that would pass, or that isn't there any more, fails the test.

pub struct Skip {
    pub component: &'static str,
    pub fixture: &'static str,
    pub reason: &'static str,
}

/// Nunjucks counts the items that a template was given as nothing; a `Vec` of ours holds only items.
const NO_EMPTY_ITEMS: &str =
    "an item that isn't there still counts in the identifiers of those after it; ours can't be given one";

pub const SKIPPED: &[Skip] = &[
    Skip { component: "checkboxes", fixture: "with falsy values", reason: NO_EMPTY_ITEMS },
    Skip { component: "radios", fixture: "with falsy items", reason: NO_EMPTY_ITEMS },
    Skip { component: "task-list", fixture: "with empty values", reason: NO_EMPTY_ITEMS },
    Skip {
        component: "summary-list",
        fixture: "as a summary card with a html header",
        reason: "the title of a card is words only, because every action of the card repeats it for screen readers",
    },
];
