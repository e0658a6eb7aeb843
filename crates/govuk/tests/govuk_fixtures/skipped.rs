//! Fixtures that differ on purpose, with the reason. One that passes, or no longer exists, fails the test.

pub struct Skip {
    pub component: &'static str,
    pub fixture: &'static str,
    pub reason: &'static str,
}

/// The Nunjucks templates count falsy items, such as null; our `Vec` has only real items.
const NO_EMPTY_ITEMS: &str =
    "a missing item still counts in the ids of the items after it; ours can't be given a missing item";

pub const SKIPPED: &[Skip] = &[
    Skip { component: "checkboxes", fixture: "with falsy values", reason: NO_EMPTY_ITEMS },
    Skip { component: "radios", fixture: "with falsy items", reason: NO_EMPTY_ITEMS },
    Skip { component: "task-list", fixture: "with empty values", reason: NO_EMPTY_ITEMS },
    Skip {
        component: "summary-list",
        fixture: "as a summary card with a html header",
        reason: "the title of a card is text only, because every action of the card repeats it for screen readers",
    },
];
