//! Walks through forms with the server's code, printing one line per journey: `form-simulator FORMS.json COUNT`. At
//! the end, says on stderr which pages no journey has reached.

use form_simulator::digest::{Forms, read};
use std::{env, fs, io::Write, process::ExitCode};

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("form-simulator: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [file, count] = arguments.as_slice() else { return Err("usage: form-simulator FORMS.json COUNT".into()) };
    let count: u64 = count.parse().map_err(|_| format!("\"{count}\" isn't a number of journeys"))?;
    let json = fs::read_to_string(file).map_err(|error| format!("{file} can't be read: {error}"))?;
    let forms = read(&json)?;
    let mut known = Forms::new(&forms);
    let mut out = std::io::stdout().lock();
    for seed in 0..count {
        let line = known.line(seed)?;
        writeln!(out, "{line}").map_err(|error| error.to_string())?;
    }
    let missed = known.missed();
    if !missed.is_empty() {
        return Err(format!("no journey reached: {}", missed.join(", ")));
    }
    eprintln!("{count} journeys through {} forms: every one of {} pages reached", forms.len(), known.pages());
    Ok(())
}
