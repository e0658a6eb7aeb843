//! Everything that is logged on a test's own thread, for tests of what is not.

use std::{
    io,
    sync::{Arc, Mutex},
};
use tracing_subscriber::{filter::LevelFilter, fmt::MakeWriter};

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens on this thread, for as long as what is given beside the log lives.
    pub fn listen() -> (Self, impl Sized) {
        let log = Self::default();
        let everything = tracing_subscriber::fmt().with_max_level(LevelFilter::TRACE).with_writer(log.clone()).finish();
        // While there is only one listener, a place in the code that another test's thread comes by first is taken to be
        // of interest to nobody.
        let second = tracing::Dispatch::new(tracing_subscriber::registry());
        (log, (tracing::subscriber::set_default(everything), second))
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
