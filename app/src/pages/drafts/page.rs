//! One page of a form: its questions, what is wrong with the answers, and the way on.

use super::{
    FieldError,
    account_details::known,
    changes::newer_notice,
    conflict::{Conflict, choice, unsaved_notice},
    journey, list, open, today, told,
};
use crate::api::drafts::SavePage;
use crate::{
    api::drafts::saved_words,
    components::{
        button::{Button, Weight},
        form::{Hidden, page_form},
        icons::Tick,
        problems::problem_summary,
        question::{QuestionContext, question},
        rich_text::rich_text,
    },
    context,
    pages::frame::{FrameContent, Scripts, framed, load},
    routes, unsaved,
};
use form_engine::{
    answers::Fields,
    charge::ChargeOutcome,
    definition::{Content, Page, Question},
    journey::{Journey, PageRules},
    kept::PageOfDraft,
    reuse::prefilled,
};
use islands::{FormHelper, PageFacts};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, Draft};

/// Where every page of a form is sent.
pub const SAVE_PAGE: &str = SavePage::PATH;

#[component]
pub fn FormPage() -> impl IntoView {
    let (id, slug) = (context::param("id"), context::param("page"));
    load(async move {
        let (id, slug) = (id?, slug?);
        let mut draft = open(&id).await?;
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let known = known(page).await?;
        let choice = typed_elsewhere(&mut draft, page);
        let today = today()?;
        let saved = saved_words(&draft)?;
        let journey = journey(&draft, today);
        if !journey.has_page(&slug) {
            // Another answer took the page away; the task list shows what there is.
            context::redirect(routes::draft(&id));
        }
        let filled = prefilled(&journey, page, &draft.answers, &|what, question| known.fields(what, question));
        let asked = QuestionPage { draft: &draft, journey: &journey, page, saved, filled, choice };
        Ok(match &page.content {
            Content::List(list_def) => list::view(&asked, list_def).into_any(),
            Content::Questions(questions) => view(&asked, questions).into_any(),
            Content::Text(body) => content(&asked, body).into_any(),
            Content::Stop(body) => stop(&asked, body).into_any(),
        })
    })
}

/// A page with everything its view needs.
pub struct QuestionPage<'a> {
    pub draft: &'a Draft,
    pub journey: &'a Journey<'a>,
    pub page: &'a Page,
    pub saved: String,
    /// What stands in empty questions at first.
    filled: Fields,
    /// Where two devices differ: the answers that stand now, while the page shows what else was typed.
    choice: Option<Conflict>,
}

/// Puts what was typed and isn't saved in place of the answers, for showing: what could not be saved just now, or what was
/// typed on an older page. Returns what there is to choose between then.
fn typed_elsewhere(draft: &mut Draft, page: &Page) -> Option<Conflict> {
    if let Some(unsaved) = unsaved::current() {
        draft.answers.replace_page(page, &unsaved.save.typed);
        // The page is as old as the one that it shows again.
        draft.revision = unsaved.save.revision;
        return None;
    }
    let choice = Conflict::of(draft, PageOfDraft::of_form(&page.slug), draft.answers.of_page(page))?;
    draft.answers.replace_page(page, &choice.newest());
    Some(choice)
}

impl QuestionPage<'_> {
    /// "Back": the page before, or the task list.
    fn back(&self) -> (String, String) {
        let before = self.journey.before(&self.page.slug);
        let href =
            before.map_or_else(|| routes::draft(&self.draft.id), |page| routes::draft_page(&self.draft.id, &page.slug));
        (href.into(), context::messages().back().into())
    }

    fn all_pages(&self) -> (String, String) {
        (routes::draft(&self.draft.id).into(), context::messages().all_pages().into())
    }

    /// The frame of the page.
    pub fn frame(&self, problem: bool) -> FrameContent {
        FrameContent {
            title: self.page.title.clone(),
            problem,
            back: Some(self.back()),
            aside: Some(self.all_pages()),
            quick_exit: self.page.quick_exit,
            about: None,
        }
    }

    /// Which form and which part of it, the heading, and the words above the questions.
    pub fn heading(&self) -> impl IntoView + use<> {
        let section = self.journey.section_of(&self.page.slug).unwrap_or_default();
        view! {
            {unsaved_notice()}
            {newer_notice(self.draft)}
            <span class="govuk-caption-l">{context::messages().page_caption(self.draft.form.name.as_str(), section)}</span>
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
            {checked()}
        }
    }
}

/// Says with the page that its problems are told, for one that comes back in another language.
pub fn checked() -> impl IntoView {
    context::flagged("check").then(|| view! { <Hidden name="checked" value="yes"/> })
}

/// The saved line with "Continue" and "Save for later": the end of every page of a form. The line says too what a wait of
/// more than a second is for, and that nothing came of a save.
#[component]
pub fn FormEnd(saved: String) -> impl IntoView {
    let t = context::messages();
    view! {
        <div class="care-form-end">
            <p class="care-saved" role="status">
                <Tick/>
                " "
                <span data-saved="line" data-wait=t.saving_now() data-trouble=t.saving_failed()>{saved}</span>
            </p>
            <div class="govuk-button-group">
                <Button words=t.button_continue() name="go" value="continue"/>
                <Button words=t.save_for_later() name="go" value="later" weight=Weight::Secondary/>
            </div>
        </div>
    }
}

fn view(asked: &QuestionPage<'_>, questions: &[Question]) -> impl IntoView + use<> {
    let mut fields = asked.draft.answers.of_page(asked.page);
    fields.extend(asked.filled.clone());
    let told_of =
        (!asked.filled.is_empty()).then(|| view! { <p class="govuk-inset-text">{context::messages().page_filled()}</p> });
    for question in questions.iter().filter(|question| !question.is_typed()) {
        fields
            .extend(asked.draft.answers.fields.get_key_value(&question.key).map(|(key, said)| (key.clone(), said.clone())));
    }
    let problems = told(questions, || asked.journey.problems(asked.page));
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let rules = asked.journey.rules(questions);
    let charge = asked.journey.charge();
    let questions = questions_view(questions, &fields, &problems, &rules, charge.as_deref());
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = page_form(SAVE_PAGE, view! { {asked.hidden()} {questions} {end} });
    let facts = PageFacts { rules, save_to: SAVE_PAGE.into() };
    let content = view! {
        <div class="care-question">
            {problem_summary(summary)}
            {asked.choice.as_ref().map(|two| choice(asked.draft, two, asked.page.questions()))}
            {asked.heading()}
            {told_of}
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(asked.frame(!problems.is_empty() || unsaved::current().is_some()), content)
}

/// The questions of a page, asked or not: the browser hides those that aren't, and without it they are all there.
pub fn questions_view(
    questions: &[Question],
    fields: &Fields,
    problems: &[FieldError],
    rules: &PageRules,
    charge: Option<&ChargeOutcome>,
) -> impl IntoView + use<> {
    let amounts = rules.follow(fields).amounts;
    let around = QuestionContext { fields, problems, amounts: &amounts, charge };
    questions.iter().map(|asked| question(asked, around)).collect_view()
}

fn content(asked: &QuestionPage<'_>, body: &str) -> impl IntoView + use<> {
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = page_form(SAVE_PAGE, view! { {asked.hidden()} {end} });
    framed(asked.frame(false), view! { <div class="care-question">{asked.heading()} {rich_text(body)} {form}</div> })
}

/// A page that ends the form: what was typed stays, and there is no way on.
fn stop(asked: &QuestionPage<'_>, body: &str) -> impl IntoView + use<> {
    framed(asked.frame(false), view! { <div class="care-question">{asked.heading()} {rich_text(body)}</div> })
}
