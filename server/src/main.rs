//! `care-online`: one binary, a command for each thing there is to do.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

use clap::Parser;
use server::commands::{Cli, run};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,server=info"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("care-online: {error}");
            ExitCode::FAILURE
        }
    }
}
