//! Questions and answers, with the way to change each.

use domain::record::Entry;
use leptos::prelude::*;

/// The answers of a page. With `change`, each leads to where it is typed.
pub fn answers(entries: Vec<Entry>, change: Option<String>) -> impl IntoView {
    view! {
        <dl class="govuk-summary-list">
            {entries.into_iter().map(|entry| row(entry, change.as_deref())).collect_view()}
        </dl>
    }
}

fn row(entry: Entry, change: Option<&str>) -> impl IntoView + use<> {
    let action = change.map(|href| {
        view! {
            <dd class="govuk-summary-list__actions">
                <a class="govuk-link" href=format!("{href}#{}", entry.key)>
                    "Change"
                    <span class="govuk-visually-hidden">{format!(" your answer to: {}", entry.question)}</span>
                </a>
            </dd>
        }
    });
    view! {
        <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{entry.question}</dt>
            <dd class="govuk-summary-list__value">{lines(entry.answer)}</dd>
            {action}
        </div>
    }
}

/// The lines of an answer, as they were typed.
pub fn lines(answer: Vec<String>) -> impl IntoView {
    answer
        .into_iter()
        .enumerate()
        .map(|(index, line)| view! { {(index > 0).then(|| view! { <br/> })} {line} })
        .collect_view()
}
