//! What every request passes through.

mod sessions;
mod surface;
