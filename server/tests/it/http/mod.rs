//! What every request passes through.

mod design_system;
mod exit;
mod language;
mod sessions;
mod surface;
