//! GOV.UK Frontend's components, one per file: a struct of properties that follow the component's own, and a function
//! that makes the view. `tests/govuk_fixtures` checks them against the fixtures that GOV.UK Frontend publishes.
//!
//! Written by us because no crate provides them: GOV.UK publishes Nunjucks templates only.

mod attributes;
mod choices;
mod content;
mod field;
mod form_group;

pub mod back_link;
pub mod button;
pub mod character_count;
pub mod checkboxes;
pub mod cookie_banner;
pub mod date_input;
pub mod details;
pub mod error_message;
pub mod error_summary;
pub mod exit_this_page;
pub mod fieldset;
pub mod file_upload;
pub mod footer;
pub mod generic_header;
pub mod hint;
pub mod input;
pub mod inset_text;
pub mod label;
pub mod language_navigation;
pub mod notification_banner;
pub mod pagination;
pub mod panel;
pub mod password_input;
pub mod phase_banner;
pub mod radios;
pub mod select;
pub mod service_navigation;
pub mod skip_link;
pub mod summary_list;
pub mod table;
pub mod tag;
pub mod task_list;
pub mod textarea;
pub mod warning_text;

pub use attributes::{Attributes, Plurals};
pub use choices::Choice;
pub use content::Content;
pub use form_group::{FormGroup, group};
