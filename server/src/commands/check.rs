//! `care-online check`: reports everything that would stop the server from starting.

use super::{Outcome, forms};
use crate::settings::CROSS_CHECKS;
use platform::{clock::SystemClock, config::Settings, files, logging};
use std::{collections::BTreeMap, path::Path, sync::Arc};

pub async fn run(file: &Path, environment: &BTreeMap<String, String>) -> Outcome {
    let (settings, mut wrong) = Settings::read(file, environment, &CROSS_CHECKS);
    if let Some(settings) = &settings {
        logging::start(settings, Arc::new(SystemClock));
        let found = [
            files::check_data_folder(&settings.data).map_err(Into::into),
            forms::check(settings, &settings.forms).await,
            fonts(&settings.pdf.fonts),
        ];
        wrong.extend(found.into_iter().filter_map(Result::err).map(|error| error.to_string()));
        if let Some(warning) = settings.warning() {
            println!("Warning: {warning}");
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

fn fonts(folder: &Path) -> Outcome {
    let count = pdf::check_fonts(folder)?;
    if count == 0 {
        println!("No fonts in {}: PDFs show letters beyond Latin, Greek and Cyrillic as boxes", folder.display());
    } else {
        println!("{count} fonts for PDFs are valid");
    }
    Ok(())
}
