//! Contact preferences, and whether contact is safe.

use super::may_fill_in;
use crate::api::accounts::details::SetContact;
use crate::{
    components::{button::Button, form::MainForm, rich_text::rich_text},
    context,
    last_attempt::LastAttempt,
    pages::frame::{FrameContent, framed, load},
};
use form_engine::language::Language;
use govuk::{
    Choice,
    checkboxes::{Checkboxes, checkboxes},
    fieldset::Fieldset,
    label::Label,
    radios::{Radios, radios},
    textarea::{Textarea, textarea},
};
use i18n::Messages;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, ContactMethod, ContactPreferences};

#[component]
pub fn Preferences() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        if !may_fill_in(&resident)? {
            return Ok(().into_any());
        }
        let details = context::ports()?.details.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, t) = (LastAttempt::take(), context::messages());
        let chosen = PreferencesForm::of(&shown, details.contact);
        let (ways, safe, how) = (ways(&shown, &chosen), safe(&shown, &chosen), how(&shown, &chosen));
        let language = language(chosen.language);
        let content = view! {
            <div class="care-question">
                {shown.summary()}
                <h1 class="govuk-heading-l">{t.contact_title()}</h1>
                {rich_text(t.contact_text())}
                <MainForm action=SetContact::PATH>
                    {ways}
                    {safe}
                    {how}
                    {language}
                    <Button text=t.contact_save()/>
                </MainForm>
            </div>
        };
        let back = Some(("/account/details".to_owned(), t.back().to_owned()));
        let problem = shown.is_wrong();
        Ok(framed(FrameContent { title: t.contact_title().into(), problem, back, ..FrameContent::default() }, content))
    })
}

/// The values of the inputs: what was just sent, or else what is stored.
struct PreferencesForm {
    ways: Vec<ContactMethod>,
    safe: String,
    how: String,
    language: Language,
}

impl PreferencesForm {
    fn of(shown: &LastAttempt, kept: Option<ContactPreferences>) -> Self {
        if shown.typed("language").is_some() {
            return Self {
                ways: ContactMethod::ALL.into_iter().filter(|way| !shown.value(way.name()).is_empty()).collect(),
                safe: shown.value("safe"),
                how: shown.value("how"),
                language: Language::from_tag(&shown.value("language")).unwrap_or_else(context::language),
            };
        }
        match kept {
            Some(ContactPreferences { ways, is_safe, how, language }) => {
                Self { ways, safe: if is_safe { "yes" } else { "no" }.to_owned(), how, language }
            }
            None => Self { ways: Vec::new(), safe: String::new(), how: String::new(), language: context::language() },
        }
    }
}

/// The name of a contact method.
pub fn method_name(t: Messages, way: ContactMethod) -> &'static str {
    match way {
        ContactMethod::Email => t.contact_by_email(),
        ContactMethod::Text => t.text_message(),
        ContactMethod::Call => t.phone_call(),
        ContactMethod::Letter => t.contact_by_letter(),
    }
}

fn ways(shown: &LastAttempt, chosen: &PreferencesForm) -> AnyView {
    let t = context::messages();
    let item = |way: ContactMethod| Choice::new(way.name(), method_name(t, way));
    checkboxes(Checkboxes {
        id_prefix: "way".into(),
        name: "ways[]".into(),
        items: ContactMethod::ALL.into_iter().map(item).collect(),
        values: chosen.ways.iter().map(|way| way.name().to_owned()).collect(),
        fieldset: Some(Fieldset::medium(t.contact_ways())),
        hint: Some(t.contact_ways_hint().into()),
        error_message: shown.message("way"),
        ..Checkboxes::default()
    })
}

fn safe(shown: &LastAttempt, chosen: &PreferencesForm) -> AnyView {
    let t = context::messages();
    radios(Radios {
        name: "safe".into(),
        items: vec![Choice::new("yes", t.answer_yes()), Choice::new("no", t.answer_no())],
        value: chosen.safe.clone(),
        fieldset: Some(Fieldset::medium(t.contact_safe())),
        hint: Some(t.contact_safe_hint().into()),
        error_message: shown.message("safe"),
        ..Radios::default()
    })
}

/// Always shown: outside forms, inputs don't appear and disappear.
fn how(shown: &LastAttempt, chosen: &PreferencesForm) -> AnyView {
    let t = context::messages();
    textarea(Textarea {
        name: "how".into(),
        rows: Some(3),
        value: chosen.how.clone(),
        label: Label::medium(t.contact_how()),
        hint: Some(t.contact_how_hint().into()),
        error_message: shown.message("how"),
        ..Textarea::default()
    })
}

/// Asked only if there is more than one language.
fn language(chosen: Language) -> Option<AnyView> {
    let languages = context::site().languages.clone();
    if languages.len() < 2 {
        return None;
    }
    let item = |language: Language| Choice::new(language.tag(), language.own_name());
    Some(radios(Radios {
        name: "language".into(),
        items: languages.into_iter().map(item).collect(),
        value: chosen.tag().into(),
        fieldset: Some(Fieldset::medium(context::messages().contact_language())),
        ..Radios::default()
    }))
}
