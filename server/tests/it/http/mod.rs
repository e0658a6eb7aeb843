//! What every request passes through.

mod design_system;
mod language;
mod sessions;
mod surface;
