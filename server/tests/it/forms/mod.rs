//! What a form may hold beyond questions, and taking other forms into use.

mod commands;
mod engine;
mod publishing;
mod small;
mod versions;
