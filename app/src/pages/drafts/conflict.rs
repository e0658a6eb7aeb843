//! Conflicts with newer answers, and pages that could not be saved: what was typed is shown until the matter is
//! resolved, so nothing is lost.

use crate::api::drafts::KeepSaved;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
    },
    context,
    location::Location,
    paths, unsaved,
};
use form_engine::{
    definition::{Form, Question},
    fields::Fields,
    journey::Journey,
    kept::{KeptText, PageOfDraft},
    record::in_words,
};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{Draft, NotSaved};

/// The choice on a page: the saved answers, and what else was typed.
pub struct Conflict {
    pub at: PageOfDraft,
    pub saved_fields: Fields,
    /// Oldest first; the inputs show the last.
    pub typed: Vec<KeptText>,
}

impl Conflict {
    /// `None` if nothing else was typed there.
    pub fn of(draft: &Draft, at: PageOfDraft, saved_fields: Fields) -> Option<Self> {
        let typed: Vec<KeptText> = draft.kept.at(&at).cloned().collect();
        (!typed.is_empty()).then_some(Self { at, saved_fields, typed })
    }

    pub fn newest(&self) -> Fields {
        self.typed.last().map(|kept| kept.typed.clone()).unwrap_or_default()
    }
}

/// A conflict between two tabs or devices: the saved answers, and the two ways to resolve it.
pub fn choice(draft: &Draft, choice: &Conflict, questions: &[Question]) -> impl IntoView + use<> {
    let t = context::messages();
    let saved_fields = lines(questions, &choice.saved_fields);
    let nothing = saved_fields.is_none().then(|| view! { <p class="govuk-body">{t.changed_nothing()}</p> });
    let before = choice.typed.iter().rev().skip(1).filter_map(|kept| lines(questions, &kept.typed));
    let before = before.map(|lines| view! { <p class="govuk-body">{t.changed_also()}</p> {lines} }).collect_view();
    let inner = choice.at.inner.as_ref().map(|(list, inner)| {
        view! { <Hidden name="list" value=list.clone()/> <Hidden name="inner" value=inner.clone()/> }
    });
    let keep = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <Hidden name="page" value=choice.at.page.clone()/>
        {choice.at.item.clone().map(|item| view! { <Hidden name="item" value=item/> })}
        {inner}
        <Hidden name="revision" value=draft.revision.to_string()/>
        <Button text=t.changed_keep() weight=Weight::Secondary/>
    };
    let keep = post_form(KeepSaved::PATH, keep);
    view! {
        <div class="care-alert care-alert--urgent" role="alert" id="changed">
            <h2 class="govuk-heading-m">{t.changed_title()}</h2>
            <p class="govuk-body">{t.changed_text()}</p>
            {saved_fields}
            {nothing}
            {before}
            <p class="govuk-body">{t.changed_use()}</p>
            {keep}
        </div>
    }
}

/// The answers of a page, one per line; `None` if there are none.
fn lines(questions: &[Question], fields: &Fields) -> Option<impl IntoView + use<>> {
    let text = context::messages();
    let rows: Vec<_> = questions
        .iter()
        .map(|question| (question.label.clone(), in_words(question, fields, &text).join(", ")))
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(question, answer)| view! { <li><strong>{question}</strong> " " {answer}</li> })
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="govuk-list govuk-list--bullet">{rows}</ul> })
}

/// The pages of a draft with unresolved conflicts, each with its address.
pub fn waiting(draft: &Draft, journey: &Journey<'_>) -> Vec<(String, Location)> {
    let waiting = draft.kept.waiting(&draft.form, journey, &draft.answers).into_iter();
    waiting.filter_map(|at| Some((title(&draft.form, at)?, address(&draft.id, at)))).collect()
}

fn title(form: &Form, at: &PageOfDraft) -> Option<String> {
    let page = form.page(&at.page)?;
    let list = at.inner.as_ref().and_then(|(list, _)| page.list()?.inner(list));
    Some(list.map_or_else(|| page.task().to_owned(), |list| list.title.clone()))
}

fn address(draft: &str, at: &PageOfDraft) -> Location {
    match (&at.item, &at.inner) {
        (Some(item), Some((list, inner))) => paths::draft_inner_item(draft, &at.page, item, list, inner),
        (Some(item), None) => paths::draft_item(draft, &at.page, item),
        (None, _) => paths::draft_page(draft, &at.page),
    }
}

/// A notice on the task list, and before submitting, that some pages have unresolved conflicts.
pub fn unresolved_notice(pages: Vec<(String, Location)>) -> impl IntoView + use<> {
    let t = context::messages();
    (!pages.is_empty()).then(|| {
        let links = pages.into_iter().map(|(title, href)| view! { <li><a class="govuk-link" href=href>{title}</a></li> });
        view! {
            <div class="care-alert care-alert--urgent" id="waiting">
                <h2 class="govuk-heading-m">{t.waiting_title()}</h2>
                <p class="govuk-body">{t.waiting_text()}</p>
                <ul class="govuk-list govuk-list--bullet">{links.collect_view()}</ul>
            </div>
        }
    })
}

/// If this is the response to a failed save: a notice that the page is not saved, and why.
pub fn unsaved_notice() -> impl IntoView {
    let t = context::messages();
    unsaved::current().map(|unsaved| {
        let why = match unsaved.why {
            NotSaved::TooLong => t.unsaved_too_long().to_owned(),
            NotSaved::Full => t.unsaved_full().to_owned(),
            NotSaved::ListFull(most) => t.unsaved_list_full(most),
            NotSaved::TooMuch => t.unsaved_too_much().to_owned(),
            NotSaved::Busy => t.unsaved_busy().to_owned(),
        };
        view! {
            <div class="care-alert care-alert--urgent" role="alert" id="unsaved">
                <h2 class="govuk-heading-m">{t.unsaved_title()}</h2>
                <p class="govuk-body">{why}</p>
            </div>
        }
    })
}
