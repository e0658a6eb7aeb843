//! `cargo run -p traceability` writes `docs/asvs.md` and prints the counts.

use std::process::ExitCode;

fn main() -> ExitCode {
    match traceability::asvs::write(&traceability::root()) {
        Ok(counts) => {
            println!("{counts}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
