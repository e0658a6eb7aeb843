//! What every request passes through.

mod deleting;
mod design_system;
mod exit;
mod identity;
mod language;
mod security;
mod sessions;
mod surface;
