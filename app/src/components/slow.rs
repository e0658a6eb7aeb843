//! The truth about codes: says when one way is slow, and which other there is.

use crate::context;
use govuk::inset_text::{InsetText, inset_text};
use leptos::prelude::*;
use ports::{ApiError, Channel};

/// What to say to somebody who may, or may not, choose a text. Nothing while all is well.
pub async fn slow_ways(can_text: bool) -> Result<Option<AnyView>, ApiError> {
    let (ports, t) = (context::ports()?, context::messages());
    let calls = ports.outbox.is_slow(Channel::Call).await;
    let texts = can_text && ports.outbox.is_slow(Channel::Text).await;
    let text = match (texts, calls) {
        (false, false) => return Ok(None),
        (true, false) => t.slow_text().to_owned(),
        (false, true) if can_text => t.slow_call().to_owned(),
        (_, true) => t.slow_ways(ports.site.council.phone.as_str()),
    };
    Ok(Some(inset_text(InsetText { content: text.into(), ..InsetText::default() })))
}
