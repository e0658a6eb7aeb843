//! The service's own components, built on GOV.UK Frontend's (the crate `govuk`).

pub mod answers;
pub mod button;
pub mod facts;
pub mod form;
pub mod icons;
pub mod problems;
pub mod question;
pub mod rich_text;
pub mod slow;
