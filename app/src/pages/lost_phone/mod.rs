//! Another login phone for somebody who can't use the old one: asking for it, following the request, saying that it was
//! somebody else, and registering the new number.

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
