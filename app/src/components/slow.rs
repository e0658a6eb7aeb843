//! Warns when texts or calls are slow, and names the alternative.

use crate::context;
use govuk::inset_text::{InsetText, inset_text};
use leptos::prelude::*;
use ports::{ApiError, Channel};

/// The warning, or `None` if nothing is slow. `can_text`: whether the person can choose a text.
pub async fn slow_channels_warning(can_text: bool) -> Result<Option<AnyView>, ApiError> {
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
