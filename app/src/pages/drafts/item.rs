//! One thing of a list: its questions, and taking it away again. The list may be one that a thing of another list has.

use super::{
    journey,
    kept::{Choice, choice, unsaved_notice},
    open,
    page::{FormEnd, SAVE_PAGE, checked, questions_view},
    today, told,
};
use crate::{
    api::drafts::saved_words,
    components::{
        button::{Button, Weight},
        form::{Hidden, page_form, post_form},
        problems::problem_summary,
    },
    context,
    location::Location,
    pages::frame::{Framed, Scripts, back, framed, load},
    routes,
    segment::PathSegment,
    unsaved,
};
use form_engine::{
    answers::{Item, ItemPath, retain_known},
    definition::{Form, Group, InnerList, Page},
    journey::{Journey, PageRules, Thing},
    kept::PageOfDraft,
    record::item_name,
};
use islands::{FormHelper, PageFacts};
use leptos::prelude::*;
use ports::{ApiError, Draft};

/// What the address says: the page, the thing, and maybe the thing's own list and the thing in that.
struct Address {
    draft: PathSegment,
    slug: PathSegment,
    item: PathSegment,
    inner: Option<(PathSegment, PathSegment)>,
}

/// The same, found in the form.
struct Place<'a> {
    page: &'a Page,
    outer: &'a Group,
    inner: Option<&'a InnerList>,
    spot: ItemPath<'a>,
}

impl Address {
    fn of_request() -> Result<Self, ApiError> {
        let (list, inner) = (context::optional_param("list")?, context::optional_param("inner")?);
        Ok(Self {
            draft: context::param("id")?,
            slug: context::param("page")?,
            item: context::param("item")?,
            inner: list.zip(inner),
        })
    }

    fn place<'a>(&'a self, form: &'a Form) -> Option<Place<'a>> {
        let page = form.page(&self.slug)?;
        let outer = page.group()?;
        let inner = match &self.inner {
            None => None,
            Some((list, _)) => Some(outer.inner(list)?),
        };
        let inner_spot = self.inner.as_ref().map(|(list, id)| (&**list, &**id));
        Some(Place { page, outer, inner, spot: ItemPath { list: &outer.key, id: &self.item, inner: inner_spot } })
    }
}

impl Place<'_> {
    /// The page about the thing, as texts are kept for it.
    fn at(&self) -> PageOfDraft {
        let inner = self.spot.inner.map(|(list, id)| (list.to_owned(), id.to_owned()));
        PageOfDraft { page: self.page.slug.clone(), item: Some(self.spot.id.to_owned()), inner }
    }

    /// The list that the thing is in.
    fn group(&self) -> &Group {
        self.inner.map_or(self.outer, |inner| &inner.group)
    }

    fn list_title(&self) -> &str {
        self.inner.map_or(&self.page.title, |inner| &inner.title)
    }

    /// The page of the list that the thing is in.
    fn list_page(&self, draft: &str) -> Location {
        match self.spot.inner {
            None => routes::draft_page(draft, &self.page.slug),
            Some((list, _)) => routes::draft_inner_list(draft, &self.page.slug, self.spot.id, list),
        }
    }

    /// What a form about the thing carries unseen.
    fn hidden(&self, draft: &Draft) -> impl IntoView + use<> {
        let inner = self.spot.inner.map(|(list, id)| {
            view! { <Hidden name="list" value=list.to_owned()/> <Hidden name="inner" value=id.to_owned()/> }
        });
        view! {
            <Hidden name="draft" value=draft.id.clone()/>
            <Hidden name="page" value=self.page.slug.clone()/>
            <Hidden name="item" value=self.spot.id.to_owned()/>
            {inner}
            <Hidden name="revision" value=draft.revision.to_string()/>
        }
    }
}

#[component]
pub fn ItemPage() -> impl IntoView {
    let address = Address::of_request();
    load(async move {
        let address = address?;
        let mut draft = open(&address.draft).await?;
        let form = draft.form.clone();
        let place = address.place(&form).ok_or(ApiError::NotFound)?;
        let unsaved = unsaved::current();
        if let Some(unsaved) = &unsaved {
            // The page is as old as the one that it shows again.
            draft.revision = unsaved.save.revision;
        }
        let (today, saved) = (today()?, saved_words(&draft)?);
        let journey = journey(&draft, today);
        let there = draft.answers.thing(place.spot);
        let mut item = there.cloned().unwrap_or_else(|| Item::new(place.spot.inner.map_or(place.spot.id, |(_, id)| id)));
        let choice = match &unsaved {
            Some(_) => None,
            None => Choice::of(&draft, place.at(), item.fields.clone()),
        };
        if let Some(typed) = unsaved.map(|unsaved| unsaved.save.typed.clone()).or_else(|| Some(choice.as_ref()?.newest())) {
            item.fields = retain_known(&place.group().questions, &typed);
        }
        let shown = Shown { place: &place, is_there: there.is_some(), choice, saved };
        Ok(match place.inner {
            None => {
                let sheet = journey.sheet_of(&journey, &place.outer.questions, Some((&place.outer.key, &item)));
                view(&draft, &shown, &journey.thing(place.outer, &item), sheet).into_any()
            }
            Some(inner) => {
                let outer = draft.answers.item(place.spot.list, place.spot.id).ok_or(ApiError::NotFound)?;
                inner_view(&draft, &shown, &journey, outer, inner, &item)
            }
        })
    })
}

fn inner_view(
    draft: &Draft,
    shown: &Shown<'_>,
    journey: &Journey<'_>,
    outer: &Item,
    inner: &InnerList,
    item: &Item,
) -> AnyView {
    let around = journey.thing(shown.place.outer, outer);
    let sheet = journey.sheet_of(&around, &inner.group.questions, None);
    view(draft, shown, &around.inner(inner, item), sheet).into_any()
}

/// What the page says of the thing beside its answers.
struct Shown<'a> {
    place: &'a Place<'a>,
    is_there: bool,
    choice: Option<Choice>,
    saved: String,
}

fn view(draft: &Draft, shown: &Shown<'_>, thing: &Thing<'_>, sheet: PageRules) -> impl IntoView + use<> {
    let (say, place, group) = (context::words(), shown.place, shown.place.group());
    let problems = told(&group.questions, || thing.problems());
    let summary = problems.iter().map(|problem| (problem.field.clone(), problem.message.clone())).collect();
    let title = if shown.is_there {
        say.list_change_title(group.item.as_str())
    } else {
        say.list_add_title(group.article.as_str(), group.item.as_str())
    };
    let from = context::query("from").filter(|from| from == "check").unwrap_or_default();
    let changed = shown.choice.as_ref().map(|two| choice(draft, two, &group.questions));
    let fields_of_form = view! {
        {place.hidden(draft)}
        <Hidden name="from" value=from/>
        {checked()}
        {questions_view(&group.questions, thing.fields(), &problems, &sheet, None)}
        <FormEnd saved=shown.saved.clone()/>
    };
    let form = page_form(SAVE_PAGE, fields_of_form);
    let frame = Framed {
        title: title.clone(),
        problem: !problems.is_empty() || unsaved::current().is_some(),
        back: back(place.list_page(&draft.id)),
        quick_exit: place.page.quick_exit,
        ..Framed::default()
    };
    let caption = place.list_title().to_owned();
    let facts = PageFacts { sheet, save_to: SAVE_PAGE.into() };
    let content = view! {
        <div class="care-question">
            {problem_summary(summary)}
            {changed}
            {unsaved_notice()}
            <span class="govuk-caption-l">{caption}</span>
            <h1 class="govuk-heading-l">{title}</h1>
            <FormHelper facts=facts>{form}</FormHelper>
        </div>
        <Scripts/>
    };
    framed(frame, content)
}

#[component]
pub fn RemoveItem() -> impl IntoView {
    let address = Address::of_request();
    load(async move {
        let address = address?;
        let draft = open(&address.draft).await?;
        let form = draft.form.clone();
        let place = address.place(&form).ok_or(ApiError::NotFound)?;
        let there = draft.answers.thing(place.spot).ok_or(ApiError::NotFound)?;
        let say = context::words();
        let title = say.list_remove_title(item_name(place.group(), there, &say));
        let list = place.list_page(&draft.id);
        let form = view! {
            {place.hidden(&draft)}
            <div class="govuk-button-group">
                <Button words=say.list_remove() weight=Weight::Warning/>
                <a class="govuk-link" href=list.clone()>{say.list_keep()}</a>
            </div>
        };
        let form = post_form("/api/drafts/remove-item", form);
        let content = view! {
            <div class="care-question">
                <span class="govuk-caption-l">{place.list_title().to_owned()}</span>
                <h1 class="govuk-heading-l">{title.clone()}</h1>
                <p class="govuk-body">{say.list_remove_text()}</p>
                {form}
            </div>
        };
        Ok(framed(Framed { title, back: back(list), ..Framed::default() }, content).into_any())
    })
}
