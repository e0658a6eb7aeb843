//! Writes the forms of a folder as one JSON list: `forms-as-json FOLDER`. `scripts/journeys.sh` walks through them
//! with the server's code and with the browser's.

use form_files::read_folder;
use std::{env, io, path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let folder = PathBuf::from(env::args_os().nth(1).unwrap_or_else(|| "forms".into()));
    let forms = match read_folder(&folder) {
        Ok(forms) => forms,
        Err(errors) => {
            eprintln!("{errors}");
            return ExitCode::FAILURE;
        }
    };
    let forms: Vec<_> = forms.iter().map(|publication| &publication.form).collect();
    match serde_json::to_writer(io::stdout().lock(), &forms) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
