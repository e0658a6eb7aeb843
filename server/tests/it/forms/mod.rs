//! What a form may hold beyond questions, and taking other forms into use.

mod commands;
mod engine;
mod fuzz;
mod publishing;
pub mod small;
pub mod versions;
