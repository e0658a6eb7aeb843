//! Pages of a form that were opened from "Check your answers" lead back there, to the answer that was to be changed.

use crate::{context, location::Location, paths, segment::PathSegment};
use ports::DraftId;

/// The name in the query, and of the hidden input.
pub const FROM: &str = "from";
/// Its value if no answer is named; otherwise a hyphen and the answer follow.
const CHECK: &str = "check";
/// The name in the query of "Check your answers" for the answer that somebody comes back to: its section is open. The
/// browser doesn't send the id at the end of the address.
pub const BACK_AT: &str = "row";
/// The prefix of an answer's id on "Check your answers".
const ROW: &str = "row-";

/// That a page was opened from "Check your answers", and for which answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FromCheck(PathSegment);

impl FromCheck {
    /// From the query or a hidden input. `None` if the page was opened from elsewhere.
    pub fn parse(text: &str) -> Option<Self> {
        let is_known = text == CHECK || text.strip_prefix(CHECK).is_some_and(|row| row.starts_with('-'));
        text.parse().ok().filter(|_| is_known).map(Self)
    }

    /// From the address of the page that is being rendered.
    pub fn of_page() -> Option<Self> {
        Self::parse(&context::query(FROM)?)
    }

    /// The value of the hidden input.
    pub fn value(from: Option<&Self>) -> String {
        from.map(|from| from.0.clone().into()).unwrap_or_default()
    }

    /// A page, opened from there.
    pub fn mark(&self, page: Location) -> Location {
        page.pair(FROM, &self.0)
    }

    /// "Check your answers", at the answer.
    pub fn back(&self, draft: &DraftId) -> Location {
        let check = paths::check(draft);
        match self.0.strip_prefix(CHECK).and_then(|row| row.strip_prefix('-')) {
            Some(row) => check.pair(BACK_AT, row).at(&format!("{ROW}{row}")),
            None => check,
        }
    }
}

/// The id of an answer on "Check your answers": of a question, or of one of a list item.
pub fn row_id(item: Option<&str>, key: &str) -> String {
    format!("{ROW}{}", row(item, key))
}

/// The link from an answer on "Check your answers" to its question.
pub fn change_link(page: Location, item: Option<&str>, key: &str) -> Location {
    page.pair(FROM, &format!("{CHECK}-{}", row(item, key))).at(key)
}

/// The link from "Check your answers" to a whole page.
pub fn page_link(page: Location) -> Location {
    page.pair(FROM, CHECK)
}

/// An answer on "Check your answers": of a question, or of one of a list item.
pub fn row(item: Option<&str>, key: &str) -> String {
    item.map_or_else(|| key.to_owned(), |item| format!("{item}-{key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_answer_leads_back_to_its_row() {
        let page = Location::of(&["drafts", "abc", "medicines", "m1"]);
        let link = change_link(page, Some("m1"), "drug_name");
        assert_eq!(link.as_str(), "/drafts/abc/medicines/m1?from=check-m1-drug_name#drug_name");
        let from = FromCheck::parse("check-m1-drug_name").unwrap();
        assert_eq!(from.back(&DraftId("abc".into())).as_str(), "/drafts/abc/check?row=m1-drug_name#row-m1-drug_name");
        assert_eq!(row_id(Some("m1"), "drug_name"), "row-m1-drug_name");
        assert_eq!(FromCheck::parse("check").unwrap().back(&DraftId("abc".into())).as_str(), "/drafts/abc/check");
        for other in ["", "checked", "check-a b", "task-list", "check-\"><script>"] {
            assert_eq!(FromCheck::parse(other), None, "{other}");
        }
    }
}
