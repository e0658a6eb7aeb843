//! What is wrong on the page, above everything else, each leading to its input.

use leptos::prelude::*;

/// The messages with the inputs they are about; nothing where there are none.
pub fn error_summary(problems: Vec<(String, String)>) -> Option<AnyView> {
    (!problems.is_empty()).then(|| {
        view! {
            <div class="govuk-error-summary" id="error-summary" tabindex="-1" data-module="govuk-error-summary" autofocus>
                <div role="alert">
                    <h2 class="govuk-error-summary__title">"There is a problem"</h2>
                    <div class="govuk-error-summary__body">
                        <ul class="govuk-list govuk-error-summary__list">
                            {problems
                                .into_iter()
                                .map(|(field, message)| view! { <li><a href=format!("#{field}")>{message}</a></li> })
                                .collect_view()}
                        </ul>
                    </div>
                </div>
            </div>
        }
        .into_any()
    })
}
