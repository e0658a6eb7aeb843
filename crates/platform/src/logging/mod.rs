//! The log on standard error: as text for people, or one JSON object per line. Security events are always JSON.

pub mod escape;
mod json;

use crate::{
    config::{LogFormat, Profile, Settings},
    request_context,
    security_events::{FIELD, TARGET},
};
use escape::escape;
use form_engine::clock::Clock;
use json::JsonLines;
use std::{fmt, panic::PanicHookInfo, sync::Arc};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    EnvFilter, Layer, Registry,
    fmt::{
        FmtContext, FormatEvent, FormatFields, MakeWriter,
        format::{Format, Full, Writer},
        time::FormatTime,
    },
    layer::SubscriberExt,
    registry::LookupSpan,
    util::SubscriberInitExt,
};

/// The filter if `RUST_LOG` isn't set: warnings of libraries, and information from our own crates.
pub const USUAL: &str =
    "warn,server=info,accounts=info,drafts=info,listener=info,notifications=info,platform=info,store=info";

/// Starts logging. An invalid `RUST_LOG` is ignored.
pub fn start(settings: &Settings, clock: Arc<dyn Clock>) {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(USUAL));
    let log = layer(settings.log.format, clock, std::io::stderr).with_filter(complete(filter));
    // Fails if logging was started before: then that continues.
    let _ = tracing_subscriber::registry().with(log).try_init();
    if settings.profile == Profile::Production {
        std::panic::set_hook(Box::new(log_panic_location));
    }
}

/// Only the location of a panic is logged. Its message may quote what somebody typed.
fn log_panic_location(panic: &PanicHookInfo<'_>) {
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, "a thread panicked");
}

/// Security events, and which request a line is about, are logged whatever the filter says.
fn complete(filter: EnvFilter) -> EnvFilter {
    let always = [TARGET, request_context::TARGET].into_iter().filter_map(|target| format!("{target}=trace").parse().ok());
    always.fold(filter, EnvFilter::add_directive)
}

type LogLayer = Box<dyn Layer<Registry> + Send + Sync>;

/// Writes log lines to `out`.
pub fn layer<W>(format: LogFormat, clock: Arc<dyn Clock>, out: W) -> LogLayer
where
    W: for<'a> MakeWriter<'a> + Send + Sync + 'static,
{
    let layer = tracing_subscriber::fmt::layer().with_writer(out).with_ansi(false);
    match format {
        LogFormat::Text => {
            let text: Format<Full, Time> = Format::default().with_ansi(false).with_timer(Time(clock));
            layer.event_format(Lines(text)).boxed()
        }
        LogFormat::Json => layer.event_format(Lines(JsonLines(clock))).boxed(),
    }
}

/// Takes the time from the service's clock.
struct Time(Arc<dyn Clock>);

impl FormatTime for Time {
    fn format_time(&self, out: &mut Writer<'_>) -> fmt::Result {
        write!(out, "{:.3}", self.0.now())
    }
}

/// Each event is one line: a control character in a field can't start another one or change what a terminal shows.
struct Lines<F>(F);

impl<S, N, F> FormatEvent<S, N> for Lines<F>
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
    F: FormatEvent<S, N>,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        if event.metadata().target() == TARGET {
            let mut found = WholeLine::default();
            event.record(&mut found);
            return writeln!(out, "{}", found.0);
        }
        let mut line = String::new();
        self.0.format_event(context, Writer::new(&mut line), event)?;
        writeln!(out, "{}", escape(line.trim_end_matches('\n')))
    }
}

/// The finished line that a security event contains.
#[derive(Default)]
struct WholeLine(String);

impl Visit for WholeLine {
    fn record_str(&mut self, field: &Field, value: &str) {
        if field.name() == FIELD {
            value.clone_into(&mut self.0);
        }
    }

    fn record_debug(&mut self, _: &Field, _: &dyn fmt::Debug) {}
}

#[cfg(test)]
mod tests;
