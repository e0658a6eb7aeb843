//! One page of a form: its questions, what is wrong with the answers, and the way on.

use super::{journey, list, open, today};
use crate::{
    api::drafts::saved_words,
    components::{
        button::{Button, Weight},
        form::{Hidden, post_form},
        icons::Tick,
        problems::problem_summary,
        question::question,
        rich_text::rich_text,
    },
    context,
    error::ApiError,
    islands::form_page::{FormHelper, PageFacts},
    pages::frame::{Framed, Scripts, framed, load},
    ports::Draft,
    routes,
};
use domain::{
    answers::Fields,
    definition::{Content, Page, Question},
    journey::{Asks, Journey},
    record::in_words,
    validate::Problem,
};
use leptos::prelude::*;

/// Where every page of a form is sent.
pub const SAVE_PAGE: &str = "/api/drafts/save-page";

#[component]
pub fn FormPage() -> impl IntoView {
    let (id, slug) = (context::param("id"), context::param("page"));
    load(async move {
        let mut draft = open(&id).await?;
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let stood = draft.answers.of_page(page);
        let conflict = context::flagged("changed") && typed_elsewhere(&mut draft, page);
        let today = today()?;
        let saved = saved_words(&draft)?;
        let journey = journey(&draft, today);
        if !journey.has_page(&slug) {
            // Another answer took the page away; the task list shows what there is.
            context::redirect(&routes::draft(&id));
        }
        let asked = Asked { draft: &draft, journey: &journey, page, saved, stood: conflict.then_some(stood) };
        Ok(match &page.content {
            Content::List(group) => list::view(&asked, group).into_any(),
            Content::Questions(questions) => view(&asked, questions).into_any(),
            Content::Text(body) => content(&asked, body).into_any(),
        })
    })
}

/// A page with everything its view needs.
pub struct Asked<'a> {
    pub draft: &'a Draft,
    pub journey: &'a Journey<'a>,
    pub page: &'a Page,
    pub saved: String,
    /// Where two devices differ: the answers that stand now, while the page shows what was typed here.
    stood: Option<Fields>,
}

/// Puts what was typed on an old page in place of the newer answers, for showing. Returns whether there is any.
fn typed_elsewhere(draft: &mut Draft, page: &Page) -> bool {
    let Some(conflict) = draft.conflict.clone().filter(|conflict| conflict.page == page.slug) else { return false };
    draft.answers.replace_page(page, &conflict.typed);
    true
}

impl Asked<'_> {
    /// "Back": the page before, or the task list.
    fn back(&self) -> (String, String) {
        let before = self.journey.before(&self.page.slug);
        let href =
            before.map_or_else(|| routes::draft(&self.draft.id), |page| routes::draft_page(&self.draft.id, &page.slug));
        (href, "Back".into())
    }

    fn all_pages(&self) -> (String, String) {
        (routes::draft(&self.draft.id), "All pages of this form".into())
    }

    /// The frame of the page.
    pub fn frame(&self, problem: bool) -> Framed {
        let (back, aside) = (Some(self.back()), Some(self.all_pages()));
        Framed { title: self.page.title.clone(), problem, back, aside, about: None }
    }

    /// Which form and which part of it, the heading, and the words above the questions.
    pub fn heading(&self) -> impl IntoView + use<> {
        let section = self.journey.section_of(&self.page.slug).unwrap_or_default();
        view! {
            <span class="govuk-caption-l">{format!("{}: {section}", self.draft.form.name)}</span>
            <h1 class="govuk-heading-l">{self.page.title.clone()}</h1>
            {self.page.intro.as_deref().map(rich_text)}
        }
    }

    /// What every form of the draft carries unseen.
    pub fn hidden(&self) -> impl IntoView + use<> {
        let from = context::query("from").filter(|from| from == "check").unwrap_or_default();
        view! {
            <Hidden name="draft" value=self.draft.id.clone()/>
            <Hidden name="page" value=self.page.slug.clone()/>
            <Hidden name="revision" value=self.draft.revision.to_string()/>
            <Hidden name="from" value=from/>
        }
    }
}

/// The saved line, which says too what a wait of more than a second is for and that a save came to nothing, with "Continue" and "Save for later": the end of every page of a form.
#[component]
pub fn FormEnd(saved: String) -> impl IntoView {
    view! {
        <div class="care-form-end">
            <p class="care-saved" role="status">
                <Tick/>
                " "
                <span data-saved="line" data-wait="Saving…" data-trouble="Not saved yet. What you typed is still on this page.">{saved}</span>
            </p>
            <div class="govuk-button-group">
                <Button words="Continue" name="go" value="continue"/>
                <Button words="Save for later" name="go" value="later" weight=Weight::Secondary/>
            </div>
        </div>
    }
}

fn view(asked: &Asked<'_>, questions: &[Question]) -> impl IntoView + use<> {
    let fields = &asked.draft.answers.fields;
    let problems = if context::flagged("check") { asked.journey.problems(asked.page) } else { Vec::new() };
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let facts = PageFacts {
        asks: questions.iter().map(Asks::from).collect(),
        outside: asked.journey.outside(questions),
        save_to: SAVE_PAGE.into(),
    };
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = post_form(SAVE_PAGE, view! { {asked.hidden()} {questions_view(questions, fields, &problems)} {end} });
    let content = view! {
        <div class="care-question">
            {problem_summary(summary)}
            {conflict(asked)}
            {asked.heading()}
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(asked.frame(!problems.is_empty()), content)
}

/// The questions of a page, asked or not: the browser hides those that aren't, and without it they are all there.
pub fn questions_view(questions: &[Question], fields: &Fields, problems: &[Problem]) -> impl IntoView + use<> {
    questions.iter().map(|asked| question(asked, fields, problems)).collect_view()
}

fn content(asked: &Asked<'_>, body: &str) -> impl IntoView + use<> {
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = post_form(SAVE_PAGE, view! { {asked.hidden()} {end} });
    framed(asked.frame(false), view! { <div class="care-question">{asked.heading()} {rich_text(body)} {form}</div> })
}

/// Where two tabs or devices differ: what stands now, and the two ways out. Nothing is lost by either.
fn conflict(asked: &Asked<'_>) -> impl IntoView + use<> {
    let stood = asked.stood.as_ref()?;
    let rows: Vec<_> = asked
        .page
        .questions()
        .iter()
        .map(|question| (question.label.clone(), in_words(question, stood).join(", ")))
        .filter(|(_, answer)| !answer.is_empty())
        .map(|(question, answer)| view! { <li><strong>{question}</strong> " " {answer}</li> })
        .collect();
    let keep = view! {
        <Hidden name="draft" value=asked.draft.id.clone()/>
        <Hidden name="page" value=asked.page.slug.clone()/>
        <Button words="Keep the saved answers" weight=Weight::Secondary/>
    };
    let keep = post_form("/api/drafts/keep-saved", keep);
    let nothing = rows.is_empty().then_some("Nothing is saved on this page.");
    Some(view! {
        <div class="care-alert care-alert--urgent" role="alert" id="changed">
            <h2 class="govuk-heading-m">"These answers were changed somewhere else"</h2>
            <p class="govuk-body">
                "After you opened this page, it was saved in another tab or on another device. What you typed here is below and is not lost. \
                 These answers are saved now:"
            </p>
            <ul class="govuk-list govuk-list--bullet">{rows}</ul>
            <p class="govuk-body">{nothing}</p>
            <p class="govuk-body">"To use what you typed here instead, choose “Continue” at the end of this page."</p>
            {keep}
        </div>
    })
}
