//! What every request passes through.

mod design_system;
mod identity;
mod sessions;
mod surface;
