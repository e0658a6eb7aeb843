//! A list item: its questions, and removing it. The list may be a nested one.

use super::{
    conflict::{Conflict, choice, unsaved_notice},
    journey, open,
    page::{FormEnd, SAVE_PAGE, checked, kept_slips, questions_view},
    progress::captions,
    today,
};
use crate::api::drafts::RemoveItem;
use crate::{
    api::drafts::saved_line,
    components::{
        button::{Button, Weight},
        form::{Hidden, page_form, post_form},
        problems::error_summary_of,
    },
    context,
    field_error::shown_errors,
    find_address::FoundAddresses,
    from_check::{FROM, FromCheck},
    location::Location,
    pages::frame::{FrameContent, Scripts, back, framed, hide_unasked, load},
    paths,
    segment::PathSegment,
    unsaved,
};
use form_engine::{
    answers::{Answers, ItemPath, ListItem, retain_known},
    definition::{Form, InnerList, ListDef, Page},
    journey::{ItemJourney, Journey, PageRules},
    kept::PageOfDraft,
    record::item_name_of,
};
use i18n::args;
use islands::{FormHelper, PageFacts};
use leptos::prelude::*;
use leptos::server_fn::ServerFn as _;
use ports::{ApiError, Draft, DraftId};

/// The address: the page, the item, and for a nested list that list and its item.
struct ItemAddress {
    draft: DraftId,
    slug: PathSegment,
    item: PathSegment,
    inner: Option<(PathSegment, PathSegment)>,
}

/// The address resolved in the form.
struct ItemLocation<'a> {
    page: &'a Page,
    outer: &'a ListDef,
    inner: Option<&'a InnerList>,
    path: ItemPath<'a>,
}

impl ItemAddress {
    fn of_request() -> Result<Self, ApiError> {
        let (list, inner) = (context::optional_param("list")?, context::optional_param("inner")?);
        Ok(Self {
            draft: context::draft_id()?,
            slug: context::param("page")?,
            item: context::param("item")?,
            inner: list.zip(inner),
        })
    }

    fn place<'a>(&'a self, form: &'a Form) -> Option<ItemLocation<'a>> {
        let page = form.page(&self.slug)?;
        let outer = page.list()?;
        let inner = match &self.inner {
            None => None,
            Some((list, _)) => Some(outer.inner(list)?),
        };
        let inner_path = self.inner.as_ref().map(|(list, id)| (&**list, &**id));
        Some(ItemLocation { page, outer, inner, path: ItemPath { list: &outer.key, id: &self.item, inner: inner_path } })
    }
}

impl ItemLocation<'_> {
    /// The item's page, as the key for kept texts.
    fn at(&self) -> PageOfDraft {
        let inner = self.path.inner.map(|(list, id)| (list.to_owned(), id.to_owned()));
        PageOfDraft { page: self.page.slug.clone(), item: Some(self.path.id.to_owned()), inner }
    }

    /// The list that the item belongs to.
    fn list(&self) -> &ListDef {
        self.inner.map_or(self.outer, |inner| &inner.list)
    }

    /// The items of that list.
    fn items<'a>(&self, answers: &'a Answers) -> &'a [ListItem] {
        let outer = answers.items(&self.outer.key);
        match self.path.inner {
            None => outer,
            Some((list, _)) => outer.iter().find(|item| item.id == self.path.id).map_or(&[], |item| item.items(list)),
        }
    }

    fn list_title(&self) -> &str {
        self.inner.map_or(&self.page.title, |inner| &inner.title)
    }

    /// The page of the list that the item belongs to.
    fn list_page(&self, draft: &str) -> Location {
        match self.path.inner {
            None => paths::draft_page(draft, &self.page.slug),
            Some((list, _)) => paths::draft_inner_list(draft, &self.page.slug, self.path.id, list),
        }
    }

    /// The hidden inputs of forms about the item.
    fn hidden(&self, draft: &Draft) -> impl IntoView + use<> {
        let inner = self.path.inner.map(|(list, id)| {
            view! { <Hidden name="list" value=list.to_owned()/> <Hidden name="inner" value=id.to_owned()/> }
        });
        view! {
            <Hidden name="draft" value=draft.id.clone()/>
            <Hidden name="page" value=self.page.slug.clone()/>
            <Hidden name="item" value=self.path.id.to_owned()/>
            {inner}
            <Hidden name="revision" value=draft.revision.to_string()/>
        }
    }
}

#[component]
pub fn ItemPage() -> impl IntoView {
    let address = ItemAddress::of_request();
    load(async move {
        let address = address?;
        let mut draft = open(&address.draft).await?;
        let form = draft.form.clone();
        let place = address.place(&form).ok_or(ApiError::NotFound)?;
        let unsaved = unsaved::current();
        if let Some(unsaved) = &unsaved {
            // So that the page keeps the revision of the save that failed.
            draft.revision = unsaved.save.revision;
        }
        let (today, saved) = (today()?, saved_line(&draft)?);
        let there = draft.answers.list_item(place.path);
        let mut item = there.cloned().unwrap_or_else(|| ListItem::new(place.path.inner.map_or(place.path.id, |(_, id)| id)));
        let is_unsaved = unsaved.is_some();
        let choice = match &unsaved {
            Some(_) => None,
            None => Conflict::of(&draft, place.at(), item.fields.clone()),
        };
        if let Some(typed) = unsaved.map(|unsaved| unsaved.save.typed.clone()).or_else(|| Some(choice.as_ref()?.newest())) {
            item.fields = retain_known(&place.list().questions, &typed);
        }
        // What was typed about an item is shown even if the item around it was removed.
        let around = draft.answers.item(place.path.list, place.path.id).cloned();
        let around = around.or_else(|| (is_unsaved || choice.is_some()).then(|| ListItem::new(place.path.id)));
        let addresses = FoundAddresses::of_page(&place.list().questions, &item.fields).await?;
        let journey = journey(&draft, today);
        let shown = ItemView { place: &place, journey: &journey, exists: there.is_some(), choice, saved, addresses };
        Ok(match place.inner {
            None => {
                let rules = journey.rules_of(&journey, &place.outer.questions, Some((&place.outer.key, &item)));
                view(&draft, &shown, &journey.list_item(place.outer, &item), rules).into_any()
            }
            Some(inner) => inner_view(&draft, &shown, &around.ok_or(ApiError::NotFound)?, inner, &item),
        })
    })
}

fn inner_view(draft: &Draft, shown: &ItemView<'_>, outer: &ListItem, inner: &InnerList, item: &ListItem) -> AnyView {
    let around = shown.journey.list_item(shown.place.outer, outer);
    let rules = shown.journey.rules_of(&around, &inner.list.questions, None);
    view(draft, shown, &around.inner(inner, item), rules).into_any()
}

/// What the page of an item shows besides its answers.
struct ItemView<'a> {
    place: &'a ItemLocation<'a>,
    journey: &'a Journey<'a>,
    exists: bool,
    choice: Option<Conflict>,
    saved: String,
    addresses: Option<FoundAddresses>,
}

fn view(draft: &Draft, shown: &ItemView<'_>, list_item: &ItemJourney<'_>, rules: PageRules) -> impl IntoView + use<> {
    let (t, place, list_def) = (context::messages(), shown.place, shown.place.list());
    let problems = shown_errors(&list_def.questions, || [list_item.problems(), list_item.slips()].concat());
    let slips = kept_slips(&problems);
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let title = if shown.exists {
        t.list_change_title(list_def.item.as_str())
    } else {
        t.list_add_title(args::ListAddTitle { article: &list_def.article, item: &list_def.item })
    };
    let from = FromCheck::value(FromCheck::of_page().as_ref());
    let changed = shown.choice.as_ref().map(|two| choice(draft, two, &list_def.questions));
    let fields_of_form = view! {
        {place.hidden(draft)}
        <Hidden name=FROM value=from/>
        {checked()}
        {slips}
        {questions_view(&list_def.questions, list_item.fields(), &problems, &rules, (None, shown.addresses.as_ref()))}
        <FormEnd saved=shown.saved.clone()/>
    };
    let form = page_form(SAVE_PAGE, fields_of_form);
    let frame = FrameContent {
        title: title.clone(),
        problem: !problems.is_empty() || unsaved::current().is_some(),
        back: back(place.list_page(&draft.id)),
        quick_exit: place.page.quick_exit,
        has_page_form: true,
        ..FrameContent::default()
    };
    let captions = captions(shown.journey, place.page);
    let facts = PageFacts { rules, save_to: SAVE_PAGE.into() };
    let content = view! {
        <div class="care-question">
            {error_summary_of(summary)}
            {changed}
            {unsaved_notice()}
            {captions}
            <h1 class="govuk-heading-l">{title}</h1>
            {hide_unasked()}
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(frame, content)
}

#[component]
pub fn RemoveItem() -> impl IntoView {
    let address = ItemAddress::of_request();
    load(async move {
        let address = address?;
        let draft = open(&address.draft).await?;
        let form = draft.form.clone();
        let place = address.place(&form).ok_or(ApiError::NotFound)?;
        let there = draft.answers.list_item(place.path).ok_or(ApiError::NotFound)?;
        let t = context::messages();
        let title = t.list_remove_title(item_name_of(place.list(), place.items(&draft.answers), &there.id, &t));
        let list = place.list_page(&draft.id);
        let form = view! {
            {place.hidden(&draft)}
            <div class="govuk-button-group">
                <Button text=t.list_remove() weight=Weight::Warning/>
                <a class="govuk-link" href=list.clone()>{t.list_keep()}</a>
            </div>
        };
        let form = post_form(RemoveItem::PATH, form);
        let content = view! {
            <div class="care-question">
                <span class="govuk-caption-l">{place.list_title().to_owned()}</span>
                <h1 class="govuk-heading-l">{title.clone()}</h1>
                <p class="govuk-body">{t.list_remove_text()}</p>
                {form}
            </div>
        };
        Ok(framed(FrameContent { title, back: back(list), ..FrameContent::default() }, content).into_any())
    })
}
