//! What forms may have besides questions, and publishing new forms.

mod commands;
mod engine;
mod fuzz;
mod publishing;
pub mod small;
pub mod versions;
