//! PDFs: what is in the files, read back by other programs.

mod downloads;
mod samples;
mod scripts;
mod structure;
mod support;
