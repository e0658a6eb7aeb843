//! Questions with a one-line answer.

use form_engine::definition::QuestionKind;
use govuk::input::Input;

/// The input properties that depend on the question type.
pub(super) fn line(kind: &QuestionKind) -> Input {
    let width = |width: &str| format!("govuk-input--width-{width}");
    let own = Input::default();
    match kind {
        QuestionKind::Text { width: chars, autocomplete, .. } => Input {
            classes: chars.map(|chars| width(&chars.to_string())).unwrap_or_default(),
            autocomplete: autocomplete.clone().unwrap_or_default(),
            ..own
        },
        QuestionKind::Number { unit, .. } => {
            Input { inputmode: "numeric".into(), classes: width("5"), suffix: unit.clone().map(Into::into), ..own }
        }
        QuestionKind::Money { .. } => {
            Input { inputmode: "decimal".into(), classes: width("10"), prefix: Some("£".into()), ..own }
        }
        QuestionKind::Email { autocomplete } => Input {
            kind: "email".into(),
            autocomplete: autocomplete.clone().unwrap_or_default(),
            spellcheck: Some(false),
            ..own
        },
        QuestionKind::Phone { autocomplete } => {
            Input { kind: "tel".into(), autocomplete: autocomplete.clone().unwrap_or_default(), classes: width("20"), ..own }
        }
        QuestionKind::NationalInsurance => {
            Input { classes: format!("{} {SPACED}", width("10")), spellcheck: Some(false), ..own }
        }
        QuestionKind::NhsNumber => {
            Input { classes: format!("{} {SPACED}", width("10")), inputmode: "numeric".into(), ..own }
        }
        // People type "45 cm" or "5 ft 4", so the phone must show a full keyboard.
        QuestionKind::Length { .. } => Input { classes: format!("{} care-length", width("10")), ..own },
        QuestionKind::Weight { .. } => Input { classes: format!("{} care-weight", width("10")), ..own },
        _ => own,
    }
}

/// For numbers that people read digit by digit.
const SPACED: &str = "govuk-input--extra-letter-spacing";
