//! How somebody wants to be reached, and whether that is safe for them.

use super::may_fill_in;
use crate::{
    components::{button::Button, form::PostForm, rich_text::rich_text},
    context,
    pages::{
        frame::{Framed, framed, load},
        step_errors::Shown,
    },
};
use form_engine::language::Language;
use govuk::{
    checkboxes::{Checkbox, CheckboxItem, Checkboxes, checkboxes},
    fieldset::{Fieldset, Legend},
    label::Label,
    radios::{Radio, RadioItem, Radios, radios},
    textarea::{Textarea, textarea},
};
use i18n::Words;
use leptos::prelude::*;
use ports::{ApiError, ContactPreferences, Way};

#[component]
pub fn Preferences() -> impl IntoView {
    load(async move {
        let resident = context::resident()?;
        if !may_fill_in(&resident)? {
            return Ok(().into_any());
        }
        let details = context::ports()?.accounts.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let (shown, say) = (Shown::take(), context::words());
        let chosen = Chosen::of(&shown, details.contact);
        let (ways, safe, how) = (ways(&shown, &chosen), safe(&shown, &chosen), how(&shown, &chosen));
        let language = language(chosen.language);
        let content = view! {
            <div class="care-question">
                {shown.summary()}
                <h1 class="govuk-heading-l">{say.contact_title()}</h1>
                {rich_text(say.contact_text())}
                <PostForm action="/api/details/contact">
                    {ways}
                    {safe}
                    {how}
                    {language}
                    <Button words=say.contact_save()/>
                </PostForm>
            </div>
        };
        let back = Some(("/account/details".to_owned(), say.back().to_owned()));
        let problem = shown.is_wrong();
        Ok(framed(Framed { title: say.contact_title().into(), problem, back, ..Framed::default() }, content))
    })
}

/// What the inputs show: what was just sent, or else what is kept.
struct Chosen {
    ways: Vec<Way>,
    safe: String,
    how: String,
    language: Language,
}

impl Chosen {
    fn of(shown: &Shown, kept: Option<ContactPreferences>) -> Self {
        if shown.typed("language").is_some() {
            return Self {
                ways: Way::ALL.into_iter().filter(|way| !shown.value(way.name()).is_empty()).collect(),
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

/// What a way is called.
pub fn way_words(say: Words, way: Way) -> &'static str {
    match way {
        Way::Email => say.contact_by_email(),
        Way::Text => say.text_message(),
        Way::Call => say.phone_call(),
        Way::Letter => say.contact_by_letter(),
    }
}

fn ways(shown: &Shown, chosen: &Chosen) -> AnyView {
    let say = context::words();
    let item = |way: Way| {
        CheckboxItem::Item(Checkbox { content: way_words(say, way).into(), value: way.name().into(), ..Checkbox::default() })
    };
    checkboxes(Checkboxes {
        id_prefix: "way".into(),
        name: "ways[]".into(),
        items: Way::ALL.into_iter().map(item).collect(),
        values: chosen.ways.iter().map(|way| way.name().to_owned()).collect(),
        fieldset: Some(Fieldset { legend: Legend::medium(say.contact_ways()), ..Fieldset::default() }),
        hint: Some(say.contact_ways_hint().into()),
        error_message: shown.message("way"),
        ..Checkboxes::default()
    })
}

fn safe(shown: &Shown, chosen: &Chosen) -> AnyView {
    let say = context::words();
    let yes = Radio { content: say.answer_yes().into(), value: "yes".into(), ..Radio::default() };
    let no = Radio { content: say.answer_no().into(), value: "no".into(), ..Radio::default() };
    radios(Radios {
        id_prefix: "safe".into(),
        name: "safe".into(),
        items: vec![RadioItem::Item(yes), RadioItem::Item(no)],
        value: chosen.safe.clone(),
        fieldset: Some(Fieldset { legend: Legend::medium(say.contact_safe()), ..Fieldset::default() }),
        hint: Some(say.contact_safe_hint().into()),
        error_message: shown.message("safe"),
        ..Radios::default()
    })
}

/// Shown whatever was answered before: nothing outside forms appears and goes.
fn how(shown: &Shown, chosen: &Chosen) -> AnyView {
    let say = context::words();
    textarea(Textarea {
        id: "how".into(),
        name: "how".into(),
        rows: Some(3),
        value: chosen.how.clone(),
        label: Label::medium(say.contact_how()),
        hint: Some(say.contact_how_hint().into()),
        error_message: shown.message("how"),
        ..Textarea::default()
    })
}

/// Asked where there is more than one language.
fn language(chosen: Language) -> Option<AnyView> {
    let languages = context::site().languages.clone();
    if languages.len() < 2 {
        return None;
    }
    let item = |language: Language| {
        RadioItem::Item(Radio { content: language.own_name().into(), value: language.tag().into(), ..Radio::default() })
    };
    Some(radios(Radios {
        id_prefix: "language".into(),
        name: "language".into(),
        items: languages.into_iter().map(item).collect(),
        value: chosen.tag().into(),
        fieldset: Some(Fieldset { legend: Legend::medium(context::words().contact_language()), ..Fieldset::default() }),
        ..Radios::default()
    }))
}
