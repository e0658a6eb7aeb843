//! GOV.UK Frontend's components (`govuk`), and the service's own that are made of them.

pub mod answers;
pub mod button;
pub mod facts;
pub mod form;
pub mod govuk;
pub mod icons;
pub mod problems;
pub mod question;
pub mod rich_text;
pub mod slow;
