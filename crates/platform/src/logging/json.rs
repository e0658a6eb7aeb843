//! Log lines for a collector: `{"time": …, "level": …, "target": …, "message": …}` with the fields of the event and of
//! the request, and the names of the spans.

use crate::request_context;
use form_engine::clock::Clock;
use serde_json::{Map, Value};
use std::{fmt, sync::Arc};
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
};
use tracing_subscriber::{
    fmt::{FmtContext, FormatEvent, FormatFields, format::Writer},
    registry::{LookupSpan, Scope},
};

pub struct JsonLines(pub Arc<dyn Clock>);

impl<S, N> FormatEvent<S, N> for JsonLines
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut out: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut fields = Fields::default();
        event.record(&mut fields);
        let mut line = fields.0;
        if let Some(request) = request_context::current() {
            line.insert("request".into(), request.id.0.as_str().into());
            line.insert("method".into(), request.method.into());
            line.insert("route".into(), request.route.as_str().into());
        }
        let spans = context.event_scope().into_iter().flat_map(Scope::from_root);
        let spans = spans.filter(|span| span.metadata().target() != request_context::TARGET);
        let spans: Vec<&str> = spans.map(|span| span.name()).collect();
        if !spans.is_empty() {
            line.insert("spans".into(), spans.join(":").into());
        }
        // Inserted last, so that no field of an event can replace one of these.
        let metadata = event.metadata();
        line.insert("time".into(), format!("{:.3}", self.0.now()).into());
        line.insert("level".into(), metadata.level().as_str().into());
        line.insert("target".into(), metadata.target().into());
        writeln!(out, "{}", Value::Object(line))
    }
}

/// The fields of an event.
#[derive(Default)]
struct Fields(Map<String, Value>);

impl Fields {
    fn put(&mut self, field: &Field, value: impl Into<Value>) {
        self.0.insert(field.name().to_owned(), value.into());
    }
}

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.put(field, value);
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.put(field, value);
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.put(field, value);
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.put(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.put(field, format!("{value:?}"));
    }
}
