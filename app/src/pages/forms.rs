//! Before a form starts: who it is for, how long it takes, what to have ready, what happens afterwards.

use super::{
    carry_on,
    frame::{FrameContent, back, framed, load},
};
use crate::api::start::Start;
use crate::{
    components::{
        facts::facts,
        form::{Hidden, post_form},
        rich_text::rich_text,
    },
    context,
    last_attempt::LastAttempt,
    paths::{BEGUN, CARRY},
    segment::PathSegment,
};
use form_engine::{
    definition::{DataUse, Form, NamedText},
    text::capitalised,
};
use govuk::{
    Choice, Content,
    button::{Button, button},
    checkboxes::{Checkboxes, checkboxes},
    details::{Details, details},
    fieldset::Fieldset,
    hint::Hint,
    radios::{Radios, radios},
};
use i18n::args;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, LocalClock, ReuseOffer};
use std::{collections::BTreeSet, sync::Arc};

#[component]
pub fn BeforeYouStart() -> impl IntoView {
    let key = context::param("form");
    load(async move {
        let key = key?;
        let ports = context::ports()?;
        let form = ports.forms.get(&key, context::language()).ok_or(ApiError::NotFound)?;
        let begun = carry_on::unfinished(Some(&form.key)).await?;
        if let Some(newest) = begun.first().filter(|_| context::flagged(BEGUN)) {
            return Ok(carry_on::question(&form, newest, in_query(CARRY).map(String::from), &*ports.clock));
        }
        let earlier = match context::caller().owner() {
            Some(owner) => {
                let from = in_query("from");
                ports.drafts.earlier(&owner, &form.key, from.as_deref(), context::language()).await?
            }
            None => Vec::new(),
        };
        let card = carry_on::card(&begun, &*ports.clock);
        Ok(page(&form, &LastAttempt::take(), card, offer(&same_person_first(earlier), &*ports.clock)).into_any())
    })
}

/// A draft or copy named in the address.
fn in_query(name: &str) -> Option<PathSegment> {
    context::query(name)?.parse().ok()
}

/// Earlier forms with those about the same person first: whom the linked form is about, or the resident.
fn same_person_first(mut earlier: Vec<ReuseOffer>) -> Vec<ReuseOffer> {
    let linked = context::query("from").and_then(|from| earlier.iter().find(|offer| offer.id == from));
    let person = match (linked, context::caller().resident()) {
        (Some(linked), _) => linked.about.clone(),
        (None, Some(resident)) => resident.name.clone(),
        (None, None) => String::new(),
    };
    earlier.sort_by_key(|offer| offer.about != person);
    earlier
}

/// Offers to reuse the answers of an earlier form. Nothing is taken over unless one is chosen.
fn offer(earlier: &[ReuseOffer], clock: &dyn LocalClock) -> Option<AnyView> {
    let t = context::messages();
    let day = |earlier: &ReuseOffer| t.day(clock.day(earlier.at));
    let about =
        |earlier: &ReuseOffer| (!earlier.about.is_empty()).then(|| Hint::from(t.start_carry_about(earlier.about.as_str())));
    let hint = Some(Hint::from(t.start_carry_hint()));
    if let [only] = earlier {
        return Some(checkboxes(Checkboxes {
            name: CARRY.into(),
            items: vec![Choice { hint: about(only), ..Choice::new(only.id.clone(), t.start_carry_use()) }],
            fieldset: Some(Fieldset::medium(t.start_carry(args::StartCarry { day: &day(only), form: &only.form }))),
            hint,
            ..Checkboxes::default()
        }));
    }
    let item = |earlier: &ReuseOffer| {
        let label = t.start_carry_form(args::StartCarryForm { day: &day(earlier), form: &earlier.form });
        Choice { hint: about(earlier), ..Choice::new(earlier.id.clone(), label) }
    };
    let none = Choice::new(NONE, t.start_carry_none());
    (!earlier.is_empty()).then(|| {
        radios(Radios {
            name: CARRY.into(),
            items: earlier.iter().map(item).chain([none]).collect(),
            fieldset: Some(Fieldset::medium(t.start_carry_several())),
            hint,
            ..Radios::default()
        })
    })
}

/// The value for no earlier form. No draft or copy has this id.
const NONE: &str = "none";

/// The purpose, legal basis and retention of the answers.
fn data_uses(form: &Form) -> AnyView {
    let t = context::messages();
    let uses: BTreeSet<DataUse> =
        form.all_questions().filter(|question| question.is_typed()).map(|question| form.data_of(question)).collect();
    let label = |label: Option<&NamedText>| label.map(|found| found.words.clone()).unwrap_or_default();
    let line = |data: DataUse| {
        let named = |name: &Option<String>| name.clone().unwrap_or_default();
        let purpose = label(form.uses.purposes.get(&named(&data.purpose)));
        let kept = label(form.uses.retention.get(&named(&data.retention)));
        let law = form.uses.legal_bases.get(&named(&data.legal_basis)).map(|basis| basis.words.clone()).unwrap_or_default();
        view! { <li>{t.start_data_use(purpose)} " " {law} " " {t.start_data_keep(kept)}</li> }
    };
    let lines = uses.into_iter().map(line).collect_view();
    details(Details {
        summary: t.start_data().into(),
        content: Content::view(view! {
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            {rich_text(t.start_data_more())}
        }),
        ..Details::default()
    })
}

fn page(form: &Arc<Form>, shown: &LastAttempt, card: Option<AnyView>, offer: Option<AnyView>) -> impl IntoView + use<> {
    let (site, t) = (context::site(), context::messages());
    let before = &form.before;
    let ready = before.ready.clone();
    let urgent = before
        .urgent
        .as_deref()
        .map(|text| view! { <div class="care-alert care-alert--urgent care-measure">{rich_text(text)}</div> });
    let start =
        button(Button { content: t.start_now().into(), id: "start".into(), is_start_button: true, ..Button::default() });
    let start = view! {
        <Hidden name="form" value=form.key.clone()/>
        {offer}
        {start}
    };
    let to_hand = (!ready.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{t.start_ready()}</h2>
            <ul class="govuk-list govuk-list--bullet">{ready.into_iter().map(|item| view! { <li>{item}</li> }).collect_view()}</ul>
        }
    });
    let content = view! {
        {shown.summary()}
        <h1 class="govuk-heading-xl">{form.name.clone()}</h1>
        <p class="care-lead">{form.summary.clone()}</p>
        {card}
        <div class="care-panel care-measure">
            {facts(vec![(t.start_takes(), capitalised(&form.time)), (t.start_answer(), t.start_within(form.answer_within.as_str()))])}
        </div>
        {urgent}
        <div class="care-measure">
            <h2 class="govuk-heading-m">{t.start_who()}</h2>
            {rich_text(&before.who)}
            {to_hand}
            <h2 class="govuk-heading-m">{t.start_next()}</h2>
            {rich_text(&before.next)}
            {rich_text(&t.start_saving(site.draft_days))}
            {data_uses(form)}
            {post_form(Start::PATH, start)}
        </div>
    };
    let about = Some(form.summary.clone());
    framed(
        FrameContent {
            title: form.name.clone(),
            back: back("/"),
            problem: shown.is_wrong(),
            about,
            ..FrameContent::default()
        },
        content,
    )
}
