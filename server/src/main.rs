//! `care-online`: one binary for the server and all commands.

// A page's view is one nested type, deeper than the default limit.
#![recursion_limit = "256"]

use clap::Parser;
use server::commands::{Cli, run};
use std::process::ExitCode;

/// Returns free memory at once only if `MIMALLOC_PURGE_DELAY=0` is set, as there is no safe call for that: see "Memory"
/// in `docs/operations.md`.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("care-online: {error}");
            ExitCode::FAILURE
        }
    }
}
