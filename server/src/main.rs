//! `care-online`: one binary, a command for each thing there is to do.

// A page's view is one nested type; its layout is deeper than the default allows.
#![recursion_limit = "256"]

use clap::Parser;
use server::commands::{Cli, run};
use std::{
    env,
    os::unix::process::CommandExt as _,
    process::{Command, ExitCode},
};

#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How long mimalloc keeps memory that is free before the system gets it back, in milliseconds.
const KEEP_FREE_MEMORY: (&str, &str) = ("MIMALLOC_PURGE_DELAY", "0");

fn main() -> ExitCode {
    give_free_memory_back();
    command()
}

/// Of what a password hash takes for a tenth of a second, 46 MiB, and of what pages are made in, 20 MiB, mimalloc would
/// keep most for a next time. It reads its settings from the environment before this line is reached, and has no safe
/// call that changes them later: the program starts itself once more, in the same process. Whoever has set it is obeyed.
fn give_free_memory_back() {
    let (name, value) = KEEP_FREE_MEMORY;
    if env::var_os(name).is_some() {
        return;
    }
    let Ok(program) = env::current_exe() else { return };
    let error = Command::new(program).args(env::args_os().skip(1)).env(name, value).exec();
    // More memory is used than needs to be; nothing else is different.
    eprintln!("care-online: can't start again with {name}={value}: {error}");
}

#[tokio::main]
async fn command() -> ExitCode {
    match run(Cli::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("care-online: {error}");
            ExitCode::FAILURE
        }
    }
}
