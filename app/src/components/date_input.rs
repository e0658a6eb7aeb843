//! A date in three inputs.

use super::form_group::{ErrorMessage, Hint, described_by, group_class};
use domain::definition::DATE_PARTS;
use leptos::prelude::*;

#[derive(Clone, Default)]
pub struct DateInput {
    pub id: String,
    /// The names of the three inputs.
    pub names: [String; 3],
    pub legend: String,
    pub legend_class: &'static str,
    pub hint: Option<String>,
    pub error: Option<String>,
    /// Which part the error is about: all three if it names none.
    pub wrong: Vec<String>,
    pub values: [String; 3],
    pub birthday: bool,
}

pub fn date_input(date: DateInput) -> impl IntoView {
    let (hint, error) = (date.hint.is_some(), date.error.is_some());
    let described = described_by(&date.id, hint, error);
    let id = date.id.clone();
    let parts = DATE_PARTS.into_iter().zip(date.names).zip(date.values).map(move |((part, name), value)| {
        let part_id = format!("{id}-{part}");
        let wrong = error && (date.wrong.is_empty() || date.wrong.contains(&part_id));
        let width = if part == "year" { "govuk-input--width-4" } else { "govuk-input--width-2" };
        let class = format!("govuk-input govuk-date-input__input {width}{}", if wrong { " govuk-input--error" } else { "" });
        let label = match part {
            "day" => "Day",
            "month" => "Month",
            _ => "Year",
        };
        let autocomplete = date.birthday.then(|| format!("bday-{part}"));
        view! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    <label class="govuk-label govuk-date-input__label" for=part_id.clone()>{label}</label>
                    <input class=class id=part_id.clone() name=name type="text" inputmode="numeric" value=value autocomplete=autocomplete/>
                </div>
            </div>
        }
    });
    let parts = parts.collect_view();
    view! {
        <div class=group_class(error)>
            <fieldset class="govuk-fieldset" role="group" aria-describedby=described>
                <legend class=format!("govuk-fieldset__legend {}", date.legend_class).trim_end().to_owned()>{date.legend}</legend>
                {date.hint.map(|text| view! { <Hint id=date.id.clone() text=text/> })}
                {date.error.map(|text| view! { <ErrorMessage id=date.id.clone() text=text/> })}
                <div class="govuk-date-input" id=date.id.clone()>{parts}</div>
            </fieldset>
        </div>
    }
}
