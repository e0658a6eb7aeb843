//! The published forms, with every version that answers need.

mod catalogue;

pub use catalogue::{Catalogue, CatalogueError};
