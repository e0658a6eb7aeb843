//! The service's own components, made of GOV.UK Frontend's (the crate `govuk`).

pub mod answers;
pub mod button;
pub mod facts;
pub mod form;
pub mod icons;
pub mod problems;
pub mod question;
pub mod rich_text;
pub mod slow;
