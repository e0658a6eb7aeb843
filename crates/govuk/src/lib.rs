//! GOV.UK Frontend's components, one per file: a struct of properties that follow the component's own, and a function
//! that makes the view. Written by us because no crate provides them: GOV.UK publishes Nunjucks templates only.
//!
//! # Dependencies
//!
//! `leptos`, and `form-engine` for a function on texts. A component knows nothing of the service: no ports, no routes,
//! no texts but those it is given. The service's own components, such as the question of a form, are in
//! `app::components`.
//!
//! # Where to start
//!
//! 1. [`button`](mod@button): a simple component from beginning to end.
//! 2. [`Content`]: text or a view, for properties that GOV.UK calls `text` and `html`. Text is always escaped.
//! 3. [`Attributes`]: further HTML attributes, as in GOV.UK's `attributes` property.
//! 4. [`form_group`]: what all fields share: label, hint, error message.
//! 5. [`summary_list`](mod@summary_list): a component with many parts.
//! 6. `crates/govuk/tests/govuk_fixtures`: compares each component with the fixtures that GOV.UK Frontend publishes.
//!
//! # When you change it
//!
//! The HTML must stay what GOV.UK Frontend renders, and every built-in text must be a property, so that it can be
//! translated. `docs/components.md` says how to add a component, and which fixtures are skipped and why.

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
