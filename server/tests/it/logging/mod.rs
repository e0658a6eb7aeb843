//! What is logged of what people do.

mod events;
