//! GOV.UK Frontend components as Leptos views, one file each, and the few of our own that stand on them.

pub mod button;
pub mod choices;
pub mod date_input;
pub mod error_summary;
pub mod facts;
pub mod form;
pub mod form_group;
pub mod govuk;
pub mod icons;
pub mod question;
pub mod rich_text;
pub mod summary_list;
pub mod text_input;
pub mod textarea;
