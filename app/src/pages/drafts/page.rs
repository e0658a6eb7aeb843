//! A page of a form: its questions, errors, and "Continue".

use super::{
    account_details::known,
    changes::newer_notice,
    conflict::{Conflict, choice, unsaved_notice},
    journey, list, open,
    progress::captions,
    today,
};
use crate::api::drafts::SavePage;
use crate::{
    api::drafts::saved_line,
    components::{
        button::{Button, Weight},
        form::{Hidden, page_form},
        icons::Tick,
        problems::error_summary_of,
        question::{QuestionContext, question},
        rich_text::rich_text,
    },
    context,
    field_error::{FieldError, shown_errors},
    find_address::FoundAddresses,
    flash::KEPT,
    from_check::{FROM, FromCheck},
    pages::frame::{FrameContent, Scripts, framed, hide_unasked, load},
    paths, unsaved,
};
use form_engine::{
    charge::ChargeOutcome,
    definition::{Content, Page, Question},
    fields::Fields,
    journey::{Journey, PageRules},
    kept::PageOfDraft,
    reuse::prefilled,
};
use islands::{FormHelper, PageFacts};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, Draft};

/// The address that every page of a form is posted to.
pub const SAVE_PAGE: &str = SavePage::PATH;

#[component]
pub fn FormPage() -> impl IntoView {
    let (id, slug) = (context::draft_id(), context::param("page"));
    load(async move {
        let (id, slug) = (id?, slug?);
        let mut draft = open(&id).await?;
        let form = draft.form.clone();
        let page = form.page(&slug).ok_or(ApiError::NotFound)?;
        let known = known(page).await?;
        let choice = show_unsaved(&mut draft, page);
        let addresses = FoundAddresses::of_page(page.questions(), &draft.answers.of_page(page)).await?;
        let today = today()?;
        let saved = saved_line(&draft)?;
        let journey = journey(&draft, today);
        if !journey.has_page(&slug) {
            // The page is no longer asked, because of another answer. The task list shows what is.
            context::redirect(paths::draft(&id));
        }
        let filled =
            prefilled(&journey, page, (&draft.answers, &draft.saved_pages), &|what, question| known.fields(what, question));
        let asked = QuestionPage { draft: &draft, journey: &journey, page, saved, filled, choice, addresses };
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
    /// Prefilled values of empty questions.
    filled: Fields,
    /// In a conflict: the saved answers, while the page shows what else was typed.
    choice: Option<Conflict>,
    /// The addresses that were looked up for one of the questions.
    addresses: Option<FoundAddresses>,
}

/// For showing only, replaces the saved answers by typed ones that aren't saved: those of a failed save, or those in
/// conflict. In the latter case it returns the conflict.
fn show_unsaved(draft: &mut Draft, page: &Page) -> Option<Conflict> {
    if let Some(unsaved) = unsaved::current() {
        draft.answers.replace_page(page, &unsaved.save.typed);
        // So that the page keeps the revision of the save that failed.
        draft.revision = unsaved.save.revision;
        return None;
    }
    let choice = Conflict::of(draft, PageOfDraft::of_form(&page.slug), draft.answers.of_page(page))?;
    draft.answers.replace_page(page, &choice.newest());
    Some(choice)
}

impl QuestionPage<'_> {
    /// "Back": the previous page, or the task list.
    fn back(&self) -> (String, String) {
        let before = self.journey.before(&self.page.slug);
        let href = before.map_or_else(|| paths::draft(&self.draft.id), |page| paths::draft_page(&self.draft.id, &page.slug));
        (href.into(), context::messages().back().into())
    }

    fn all_pages(&self) -> (String, String) {
        (paths::draft(&self.draft.id).into(), context::messages().all_pages().into())
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
            back_form: None,
            has_page_form: true,
        }
    }

    /// Where one is, the heading, and the text above the questions.
    pub fn heading(&self) -> impl IntoView + use<> {
        view! {
            {unsaved_notice()}
            {newer_notice(self.draft)}
            {captions(self.journey, self.page)}
            <h1 class="govuk-heading-l">{self.page.title.clone()}</h1>
            {self.page.intro.as_deref().map(rich_text)}
        }
    }

    /// The hidden inputs of every form of the draft.
    pub fn hidden(&self) -> impl IntoView + use<> {
        let from = FromCheck::value(FromCheck::of_page().as_ref());
        view! {
            <Hidden name="draft" value=self.draft.id.clone()/>
            <Hidden name="page" value=self.page.slug.clone()/>
            <Hidden name="revision" value=self.draft.revision.to_string()/>
            <Hidden name=FROM value=from/>
            {checked()}
        }
    }
}

/// Remembers which answers were asked about as a slip, so that "Continue" keeps them.
pub fn kept_slips(problems: &[FieldError]) -> impl IntoView + use<> {
    let slips: Vec<&str> = problems.iter().filter_map(|problem| problem.slip.as_deref()).collect();
    (!slips.is_empty()).then(|| view! { <Hidden name=KEPT value=slips.join("\n")/> })
}

/// Remembers that errors are shown, for when the page comes back in another language.
pub fn checked() -> impl IntoView {
    context::flagged("check").then(|| view! { <Hidden name="checked" value="yes"/> })
}

/// The end of every page of a form: the saved line with "Continue" and "Save for later". The line is empty until
/// something was saved. It also explains waits of more than a second, and says when a save has failed. Saves by
/// themselves are read out the first time only, and when one fails: the region for that is separate from the line.
#[component]
pub fn FormEnd(saved: String) -> impl IntoView {
    let t = context::messages();
    let class = if saved.is_empty() { "care-saved care-saved--none" } else { "care-saved" };
    view! {
        <div class="care-form-end">
            <noscript><p class="govuk-hint">{t.saved_by_buttons()}</p></noscript>
            <p class=class>
                <Tick/>
                " "
                <span data-saved="line" data-wait=t.saving_now() data-trouble=t.saving_failed()>{saved}</span>
            </p>
            <p class="govuk-visually-hidden" role="status" data-announce></p>
            <div class="govuk-button-group">
                <Button text=t.button_continue() name="go" value="continue"/>
                <Button text=t.save_for_later() name="go" value="later" weight=Weight::Secondary/>
            </div>
        </div>
    }
}

fn view(asked: &QuestionPage<'_>, questions: &[Question]) -> impl IntoView + use<> {
    let mut fields = asked.draft.answers.of_page(asked.page);
    fields.extend(asked.filled.clone());
    let told_of = (!asked.filled.is_empty())
        .then(|| view! { <p class="govuk-inset-text care-filled">{context::messages().page_filled()}</p> });
    for question in questions.iter().filter(|question| !question.is_typed()) {
        fields
            .extend(asked.draft.answers.fields.get_key_value(&question.key).map(|(key, said)| (key.clone(), said.clone())));
    }
    let problems =
        shown_errors(questions, || [asked.journey.problems(asked.page), asked.journey.slips(asked.page)].concat());
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let (rules, slips) = (asked.journey.rules(questions), kept_slips(&problems));
    let charge = asked.journey.charge();
    let outside = (charge.as_deref(), asked.addresses.as_ref());
    let questions = asked.journey.with_own_details(questions);
    let questions = questions_view(&questions, &fields, &problems, &rules, outside);
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = page_form(SAVE_PAGE, view! { {asked.hidden()} {slips} {questions} {end} });
    let facts = PageFacts { rules, save_to: SAVE_PAGE.into() };
    let content = view! {
        <div class="care-question">
            {error_summary_of(summary)}
            {asked.choice.as_ref().map(|two| choice(asked.draft, two, asked.page.questions()))}
            {asked.heading()}
            {told_of}
            {hide_unasked()}
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(asked.frame(!problems.is_empty() || unsaved::current().is_some()), content)
}

/// All questions of a page, with the charge and the addresses that were looked up. The browser hides those that aren't
/// asked; without scripts all are visible that an answer on the page could bring up.
pub fn questions_view(
    questions: &[Question],
    fields: &Fields,
    problems: &[FieldError],
    rules: &PageRules,
    (charge, addresses): (Option<&ChargeOutcome>, Option<&FoundAddresses>),
) -> impl IntoView + use<> {
    let followed = rules.follow(fields);
    let ruled_out = rules.ruled_out();
    let (asked, amounts) = (&*followed.asked, &followed.amounts);
    let around = QuestionContext { fields, problems, asked, ruled_out: &ruled_out, amounts, charge, addresses };
    questions.iter().map(|asked| question(asked, around)).collect_view()
}

fn content(asked: &QuestionPage<'_>, body: &str) -> impl IntoView + use<> {
    let end = view! { <FormEnd saved=asked.saved.clone()/> };
    let form = page_form(SAVE_PAGE, view! { {asked.hidden()} {end} });
    framed(asked.frame(false), view! { <div class="care-question">{asked.heading()} {rich_text(body)} {form}</div> })
}

/// A page that ends the form. What was typed is kept, and there is no "Continue".
fn stop(asked: &QuestionPage<'_>, body: &str) -> impl IntoView + use<> {
    let frame = FrameContent { has_page_form: false, ..asked.frame(false) };
    framed(frame, view! { <div class="care-question">{asked.heading()} {rich_text(body)}</div> })
}
