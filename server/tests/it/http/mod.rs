//! What every request passes through.

mod activity;
mod connections;
mod deleting;
mod design_system;
mod developers;
mod exit;
mod headers;
mod identity;
mod language;
mod networks;
mod personal_details;
mod redirects;
mod security;
mod sessions;
mod surface;
