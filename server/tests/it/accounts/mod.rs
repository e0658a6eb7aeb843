//! Accounts as the pages use them: through the port, with a clock that tests set and messages that they read.

mod alike;
mod budget;
mod codes;
mod commands;
mod contact;
mod details;
mod devices;
mod factors;
mod flows;
mod freezing;
mod given_up;
mod limits;
mod lost_phone;
mod messages;
mod networks;
mod notices;
mod owners;
mod parallel;
mod passwords;
mod registration;
mod repeats;
mod sign_in;
mod stored;
pub mod support;
mod tabs;
mod typed;
