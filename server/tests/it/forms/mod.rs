//! What forms may have besides questions, and publishing new forms.

mod commands;
mod engine;
mod fuzz;
mod help_me_choose;
mod other_languages;
mod publishing;
pub mod small;
pub mod versions;
