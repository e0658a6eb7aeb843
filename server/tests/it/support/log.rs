//! Everything logged on a test's own thread, for tests of what must not be logged.

use super::TestClock;
use platform::{config::LogFormat, logging};
use serde_json::Value;
use std::{
    io,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{fmt::MakeWriter, layer::SubscriberExt};

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens on this thread until the second value is dropped.
    pub fn listen() -> (Self, impl Sized) {
        let log = Self::default();
        let written = logging::layer(LogFormat::Text, Arc::new(TestClock::default()), log.clone());
        let everything = tracing::Dispatch::new(tracing_subscriber::registry().with(written));
        // With a single subscriber, a callsite that another test's thread reaches first would be cached as of no
        // interest.
        let second = tracing::Dispatch::new(tracing_subscriber::registry());
        (log, (tracing::dispatcher::set_default(&everything), second))
    }

    /// The security events so far.
    pub fn events(&self) -> Vec<Value> {
        let text = self.text();
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
        lines.filter(|line| line["target"] == "security").collect()
    }

    /// The names of the security events since the last call.
    pub fn names(&self) -> Vec<String> {
        let names = self.events().iter().map(|event| event["event"].as_str().unwrap().to_owned()).collect();
        self.0.lock().unwrap().clear();
        names
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
