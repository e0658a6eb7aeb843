//! What applies to every request.

mod activity;
mod connections;
mod cookies;
mod crawl;
mod deleting;
mod design_system;
mod developers;
mod documents;
mod exit;
mod growth;
mod headers;
mod identity;
mod injection;
mod language;
mod methods;
mod networks;
mod offers;
mod personal_details;
mod redirects;
mod security;
mod sessions;
mod surface;
