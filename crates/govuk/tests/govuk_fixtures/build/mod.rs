//! Makes our properties from the options of a fixture.

mod around;
mod choices;
mod inputs;
mod lists;
mod words;

use crate::options::Options;
use leptos::prelude::*;

/// Renders the component with these options.
pub fn component(name: &str, options: &Options<'_>) -> AnyView {
    match name {
        "back-link" => words::back_link(options),
        "button" => words::button(options),
        "character-count" => inputs::character_count(options),
        "checkboxes" => choices::checkboxes(options),
        "cookie-banner" => around::cookie_banner(options),
        "date-input" => choices::date_input(options),
        "details" => words::details(options),
        "error-message" => words::error_message(options),
        "error-summary" => lists::error_summary(options),
        "exit-this-page" => words::exit_this_page(options),
        "fieldset" => inputs::fieldset(options),
        "file-upload" => inputs::file_upload(options),
        "footer" => around::footer(options),
        "generic-header" => around::generic_header(options),
        "hint" => words::hint(options),
        "input" => inputs::input(options),
        "inset-text" => words::inset_text(options),
        "label" => inputs::label(options),
        "language-navigation" => around::language_navigation(options),
        "notification-banner" => words::notification_banner(options),
        "pagination" => around::pagination(options),
        "panel" => words::panel(options),
        "password-input" => inputs::password_input(options),
        "phase-banner" => words::phase_banner(options),
        "radios" => choices::radios(options),
        "select" => inputs::select(options),
        "service-navigation" => around::service_navigation(options),
        "skip-link" => words::skip_link(options),
        "summary-list" => lists::summary_list(options),
        "table" => lists::table(options),
        "tag" => words::tag(options),
        "task-list" => lists::task_list(options),
        "textarea" => inputs::textarea(options),
        "warning-text" => words::warning_text(options),
        other => panic!("this crate has no {other}"),
    }
}
