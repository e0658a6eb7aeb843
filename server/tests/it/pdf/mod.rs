//! Forms on paper: what is in the files, read back by other people's programs.

mod downloads;
mod samples;
mod scripts;
mod structure;
mod support;
