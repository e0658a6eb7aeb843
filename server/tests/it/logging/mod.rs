//! What is logged about what people do, and what never is.

mod canaries;
mod events;
mod journeys;
mod references;
mod writings;
