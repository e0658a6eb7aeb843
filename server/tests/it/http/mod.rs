//! What every request passes through.

mod design_system;
mod sessions;
mod surface;
