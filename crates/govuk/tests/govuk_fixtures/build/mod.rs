//! Makes our properties from the options of a fixture.

mod around;
mod choices;
mod inputs;
mod lists;
mod text;

use crate::options::Options;
use leptos::prelude::*;

/// Renders the component with these options.
pub fn component(name: &str, options: &Options<'_>) -> AnyView {
    match name {
        "back-link" => text::back_link(options),
        "button" => text::button(options),
        "character-count" => inputs::character_count(options),
        "checkboxes" => choices::checkboxes(options),
        "cookie-banner" => around::cookie_banner(options),
        "date-input" => choices::date_input(options),
        "details" => text::details(options),
        "error-message" => text::error_message(options),
        "error-summary" => lists::error_summary(options),
        "exit-this-page" => text::exit_this_page(options),
        "fieldset" => inputs::fieldset(options),
        "file-upload" => inputs::file_upload(options),
        "footer" => around::footer(options),
        "generic-header" => around::generic_header(options),
        "hint" => text::hint(options),
        "input" => inputs::input(options),
        "inset-text" => text::inset_text(options),
        "label" => inputs::label(options),
        "language-navigation" => around::language_navigation(options),
        "notification-banner" => text::notification_banner(options),
        "pagination" => around::pagination(options),
        "panel" => text::panel(options),
        "password-input" => inputs::password_input(options),
        "phase-banner" => text::phase_banner(options),
        "radios" => choices::radios(options),
        "select" => inputs::select(options),
        "service-navigation" => around::service_navigation(options),
        "skip-link" => text::skip_link(options),
        "summary-list" => lists::summary_list(options),
        "table" => lists::table(options),
        "tag" => text::tag(options),
        "task-list" => lists::task_list(options),
        "textarea" => inputs::textarea(options),
        "warning-text" => text::warning_text(options),
        other => panic!("this crate has no {other}"),
    }
}
