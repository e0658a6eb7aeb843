//! A form that was published again since the draft was started: what changed, and the two ways to continue.

use super::open;
use crate::api::drafts::KeepOld;
use crate::api::drafts::UseNew;
use crate::{
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        rich_text::rich_text,
    },
    context,
    pages::frame::{FrameContent, back, framed, load},
    paths,
};
use form_engine::changes::Change;
use i18n::args;
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{Changes, Draft};

#[component]
pub fn Changed() -> impl IntoView {
    let id = context::draft_id();
    load(async move {
        let id = id?;
        let draft = open(&id).await?;
        let changes = context::ports()?.drafts.changes(&context::owner()?, &id, context::language()).await?;
        let Some(changes) = changes else {
            // There is no newer version, or the choice has been made.
            context::redirect(paths::draft(&id));
            return Ok(().into_any());
        };
        Ok(view(&draft, changes).into_any())
    })
}

fn view(draft: &Draft, found: Changes) -> impl IntoView + use<> {
    let t = context::messages();
    let lines: Vec<String> = found.changes.iter().map(description).collect();
    let nothing = lines.is_empty().then(|| view! { <p class="govuk-body">{t.newer_nothing()}</p> });
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect_view();
    let is_done = found.to_do.is_empty();
    let to_do = found.to_do.into_iter().map(|page| view! { <li>{page}</li> }).collect_view();
    let left = if is_done { t.newer_all_done() } else { t.newer_to_do() };
    let new = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <Button text=t.newer_use()/>
    };
    let old = view! {
        <Hidden name="draft" value=draft.id.clone()/>
        <Button text=t.newer_keep() weight=Weight::Secondary/>
    };
    let old = if found.must_move {
        view! { <p class="govuk-body">{t.newer_must()}</p> }.into_any()
    } else {
        post_form(KeepOld::PATH, old).into_any()
    };
    let content = view! {
        <div class="care-question">
            <span class="govuk-caption-l">{found.form}</span>
            <h1 class="govuk-heading-l">{t.newer_title()}</h1>
            <p class="govuk-body">{t.newer_text()}</p>
            {found.note.as_deref().map(rich_text)}
            <h2 class="govuk-heading-m">{t.newer_what()}</h2>
            {nothing}
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
            <h2 class="govuk-heading-m">{t.newer_answers()}</h2>
            <p class="govuk-body">{t.newer_kept(found.kept)}</p>
            <p class="govuk-body">{left}</p>
            <ul class="govuk-list govuk-list--bullet">{to_do}</ul>
            {post_form(UseNew::PATH, new)}
            {old}
        </div>
    };
    framed(
        FrameContent { title: t.newer_title().into(), back: back(paths::draft(&draft.id)), ..FrameContent::default() },
        content,
    )
}

fn description(change: &Change) -> String {
    let t = context::messages();
    match change {
        Change::PageAdded(page) => t.change_page_added(page.as_str()),
        Change::PageRemoved(page) => t.change_page_removed(page.as_str()),
        Change::QuestionAdded(question) => t.change_added(question.as_str()),
        Change::QuestionRemoved(question) => t.change_removed(question.as_str()),
        Change::Reworded { old, new } => t.change_reworded(args::ChangeReworded { new, old }),
        Change::Required(question) => t.change_required(question.as_str()),
        Change::Optional(question) => t.change_optional(question.as_str()),
        Change::OptionsAdded { question, options } => {
            t.change_options_added(args::ChangeOptionsAdded { options: &options.join(", "), question })
        }
        Change::OptionsRemoved { question, options } => {
            t.change_options_removed(args::ChangeOptionsRemoved { options: &options.join(", "), question })
        }
        Change::AnswerTypeChanged(question) => t.change_otherwise(question.as_str()),
        Change::CalculationsChanged => t.change_sums().to_owned(),
    }
}

/// A notice for the other pages of the draft that there is a newer version.
pub fn newer_notice(draft: &Draft) -> Option<AnyView> {
    let newer = draft.newer?;
    let t = context::messages();
    let must = newer.must_move.then(|| view! { " " {t.newer_must()} });
    let notice = view! {
        <div class="care-alert" id="newer">
            <p class="govuk-body">{t.newer_notice()} {must}</p>
            <p class="govuk-body"><a class="govuk-link" href=paths::changes(&draft.id)>{t.newer_see()}</a></p>
        </div>
    };
    Some(notice.into_any())
}
