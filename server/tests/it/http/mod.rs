//! What every request passes through.

mod design_system;
mod exit;
mod identity;
mod language;
mod security;
mod sessions;
mod surface;
