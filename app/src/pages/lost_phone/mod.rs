//! Changing the login phone for somebody who can't use the old one: requesting it, following the request, reporting
//! that somebody else made it, and registering the new number.

mod ask;
mod register;
mod track;

pub use ask::{Ask, Begin, BeginSent};
pub use register::NewPhone;
pub use track::{Stop, Track};

use super::frame::FrameContent;

fn frame(title: &str, problem: bool, back: Option<(String, String)>) -> FrameContent {
    FrameContent { title: title.to_owned(), problem, back, ..FrameContent::default() }
}
