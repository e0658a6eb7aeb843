//! `care-online`: one binary, a command for each thing there is to do.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

use clap::Parser;
use server::commands::{Cli, run};
use std::process::ExitCode;

/// Gives free memory back at once only where `MIMALLOC_PURGE_DELAY=0` is set: see "Memory" in `docs/operations.md`. It has
/// no safe call for that.
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
