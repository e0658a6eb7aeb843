//! The home page, in the order of need: whom to call in danger, what somebody has begun, signing in, help with choosing a
//! form, the forms, and other ways to get help.

mod other_ways;

use super::{
    carry_on,
    drafts::progress::left,
    frame::{PageTitle, load, notice},
    recover::{last_saved, name_of, pages_done},
};
use crate::{
    components::{
        button::{LinkButton, Weight},
        facts::facts,
        icons::Clock,
        rich_text::rich_line,
    },
    context,
    last_attempt::LastAttempt,
    paths,
};
use form_engine::definition::{Form, HomeGroup};
use leptos::prelude::*;
use other_ways::other_ways;
use ports::{DraftSummary, Forms, LocalClock};

#[component]
pub fn Home() -> impl IntoView {
    load(async move {
        let ports = context::ports()?;
        let (is_resumed, welcome) = match context::caller().resident() {
            None => (false, welcome(carry_on::card(&carry_on::unfinished(None).await?, &*ports.clock)).into_any()),
            Some(resident) => {
                let drafts = ports.drafts.list(&resident.account, context::language()).await?;
                match drafts.iter().max_by_key(|draft| draft.saved) {
                    Some(newest) => (true, resume(newest, drafts.len(), &*ports.clock).into_any()),
                    None => (false, no_drafts().into_any()),
                }
            }
        };
        let groups: Vec<_> = HomeGroup::ALL.into_iter().filter_map(|group| forms_of(group, &*ports.forms)).collect();
        Ok(view! {
            <PageTitle text=context::messages().service_name()/>
            <main class="care-page" id="main-content">
                <div class="care-welcome">
                    <div class="govuk-width-container">
                        {notice(LastAttempt::take().notice())}
                        <h1 class="govuk-heading-xl">{context::messages().service_name()}</h1>
                        {(!is_resumed).then(|| view! { <p class="care-lead">{context::messages().home_lead()}</p> })}
                        {danger(&*ports.forms)}
                        {welcome}
                    </div>
                </div>
                <div class="govuk-width-container govuk-main-wrapper">
                    <h2 class="govuk-heading-l" id="forms">{context::messages().home_forms()}</h2>
                    {help_me_choose(&*ports.forms)}
                    {groups}
                    {other_ways()}
                </div>
            </main>
        })
    })
}

/// Whom to call in danger, and the forms about it, in a line or two. It is above everything that may be below the fold of
/// a phone.
fn danger(forms: &dyn Forms) -> impl IntoView + use<> {
    let link = |form: &Form| {
        view! { " " <a class="govuk-link" href=paths::form(&form.key)>{form.name.clone()}</a> }
    };
    let links: Vec<_> = forms.in_group(HomeGroup::Safe, context::language()).iter().map(|form| link(form)).collect();
    view! { <p class="care-welcome__danger">{rich_line(context::messages().home_danger())} {links}</p> }
}

/// The way to the questions that lead to a form, if the council has them.
fn help_me_choose(forms: &dyn Forms) -> Option<impl IntoView + use<>> {
    forms.help_me_choose(context::language())?;
    let t = context::messages();
    Some(view! {
        <p class="care-choose">
            {t.home_choose()} " " <a class="govuk-link" href=paths::HELP_ME_CHOOSE>{t.help_me_choose()}</a>
        </p>
    })
}

/// For somebody who isn't signed in: the form begun in this browser, and the two ways to sign in.
fn welcome(begun: Option<AnyView>) -> impl IntoView {
    let t = context::messages();
    view! {
        {begun}
        <div class="care-welcome__actions">
            <LinkButton text=t.sign_in() href="/sign-in".into()/>
            <LinkButton text=t.create_an_account() href="/create-account".into() weight=Weight::Secondary/>
        </div>
        <p class="care-welcome__note">{t.home_without_login()}</p>
    }
}

/// For a resident without drafts.
fn no_drafts() -> impl IntoView {
    let t = context::messages();
    view! {
        <p class="care-welcome__note">{rich_line(t.home_nothing_begun())}</p>
    }
}

/// For a resident: the draft saved last.
fn resume(draft: &DraftSummary, count: usize, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let t = context::messages();
    let page = draft.named.as_ref().map(|named| {
        let page = match &named.page {
            Some(page) => t.home_next_page(page.as_str()),
            None => t.home_all_filled_in().to_owned(),
        };
        view! { <p class="care-resume__page">{page}</p> }
    });
    let name = name_of(draft);
    let mut pairs = vec![(t.recover_done(), pages_done(draft.done))];
    pairs.extend(left(draft.left).map(|left| (t.recover_left(), left)));
    pairs.push((t.recover_last_saved(), last_saved(draft.saved, clock)));
    pairs.push((t.available_until(), t.end_of(draft.until)));
    view! {
        <section class="care-resume" aria-labelledby="resume-title">
            <h2 class="govuk-heading-m" id="resume-title">{t.home_carry_on()}</h2>
            <p class="care-resume__form">{name.clone()}</p>
            {page}
            {facts(pairs)}
            <div class="care-resume__actions">
                <LinkButton text=t.button_continue() href=paths::draft(&draft.id).into() about=name/>
                <a class="govuk-link" href="/recover">{t.home_see_saved(count)}</a>
            </div>
        </section>
    }
}

/// A group with its forms; `None` if the council has published none.
fn forms_of(group: HomeGroup, forms: &dyn Forms) -> Option<impl IntoView + use<>> {
    let id = match group {
        HomeGroup::Me => "group-me",
        HomeGroup::Caring => "group-caring",
        HomeGroup::Paying => "group-paying",
        HomeGroup::Safe => "group-safe",
        HomeGroup::About => "group-about",
    };
    let found = forms.in_group(group, context::language());
    let items: Vec<_> = found.iter().map(|form| entry(form)).collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="care-group" aria-labelledby=id>
                <h3 class="govuk-heading-m" id=id>{context::messages().group(group)}</h3>
                <ul class="care-forms">{items}</ul>
            </section>
        }
    })
}

fn entry(form: &Form) -> impl IntoView + use<> {
    view! {
        <li class="care-forms__item">
            <a class="govuk-link care-forms__link" href=paths::form(&form.key)>{form.name.clone()}</a>
            <p class="care-forms__about">{form.summary.clone()}</p>
            <p class="care-time"><Clock/> " " <span>{context::messages().home_takes(form.time.as_str())}</span></p>
        </li>
    }
}
