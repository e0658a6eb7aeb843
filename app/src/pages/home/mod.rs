//! The first page: what the service is, the way in or the form left off, the forms, and other ways to get help.

mod other_ways;

use super::{
    frame::{PageTitle, load},
    recover::{last_saved, pages_done, until},
};
use crate::{
    components::{
        button::{LinkButton, Weight},
        facts::facts,
        icons::Clock,
    },
    context,
    ports::{DraftSummary, Forms, LocalClock},
    routes,
};
use domain::definition::{Form, HomeGroup};
use leptos::prelude::*;
use other_ways::other_ways;

const WHAT_IT_IS: &str =
    "Ask us for care and support, for yourself or somebody else, in your own time and from your own home.";

#[component]
pub fn Home() -> impl IntoView {
    load(async move {
        let ports = context::ports()?;
        let welcome = match context::caller().resident() {
            None => way_in().into_any(),
            Some(resident) => {
                let drafts = ports.drafts.list(&resident.account, context::language()).await?;
                match drafts.iter().max_by_key(|draft| draft.saved) {
                    Some(newest) => resume(newest, drafts.len(), &*ports.clock).into_any(),
                    None => nothing_begun().into_any(),
                }
            }
        };
        let groups: Vec<_> = HomeGroup::ALL.into_iter().filter_map(|group| forms_of(group, &*ports.forms)).collect();
        Ok(view! {
            <PageTitle words=context::words().service_name()/>
            <main class="care-page" id="main-content">
                <div class="care-welcome">
                    <div class="govuk-width-container">
                        <h1 class="govuk-heading-xl">{context::words().service_name()}</h1>
                        {welcome}
                    </div>
                </div>
                <div class="govuk-width-container govuk-main-wrapper">
                    <h2 class="govuk-heading-l" id="forms">"Forms"</h2>
                    {groups}
                    {other_ways()}
                </div>
            </main>
        })
    })
}

/// For somebody who isn't signed in: what this is, and the two ways in.
fn way_in() -> impl IntoView {
    view! {
        <p class="care-lead">{WHAT_IT_IS}</p>
        <div class="care-welcome__actions">
            <LinkButton words="Sign in" href="/sign-in".into()/>
            <LinkButton words="Create an account" href="/create-account".into() weight=Weight::Secondary/>
        </div>
        <p class="care-welcome__note">"You can start any form without signing in. You need to sign in to save it or send it."</p>
    }
}

/// For somebody signed in who has nothing saved.
fn nothing_begun() -> impl IntoView {
    view! {
        <p class="care-lead">{WHAT_IT_IS}</p>
        <p class="care-welcome__note">
            "You have no saved forms. Choose a form below to start, or go to " <a class="govuk-link" href="/account">"My Account"</a> "."
        </p>
    }
}

/// For somebody signed in: the form saved last.
fn resume(draft: &DraftSummary, count: usize, clock: &dyn LocalClock) -> impl IntoView + use<> {
    let page = match &draft.page {
        Some(page) => format!("The next page is “{page}”."),
        None => "Everything is filled in. Check your answers, then send the form.".to_owned(),
    };
    let all = match count {
        1 => "See your saved form".to_owned(),
        count => format!("See all {count} saved forms"),
    };
    let pairs = vec![
        ("Done so far", pages_done(draft.done)),
        ("Last saved", last_saved(draft, clock)),
        ("Available until", until(draft.until)),
    ];
    view! {
        <section class="care-resume" aria-labelledby="resume-title">
            <h2 class="govuk-heading-m" id="resume-title">"Carry on where you left off"</h2>
            <p class="care-resume__form">{draft.form.clone()}</p>
            <p class="care-resume__page">{page}</p>
            {facts(pairs)}
            <div class="care-resume__actions">
                <LinkButton words="Continue" href=routes::draft(&draft.id) about=draft.form.clone()/>
                <a class="govuk-link" href="/recover">{all}</a>
            </div>
        </section>
    }
}

/// A group with its forms; nothing where the council has published none.
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
                <h3 class="govuk-heading-m" id=id>{context::words().group(group)}</h3>
                <ul class="care-forms">{items}</ul>
            </section>
        }
    })
}

fn entry(form: &Form) -> impl IntoView + use<> {
    view! {
        <li class="care-forms__item">
            <a class="govuk-link care-forms__link" href=routes::form(&form.key)>{form.name.clone()}</a>
            <p class="care-forms__about">{form.summary.clone()}</p>
            <p class="care-time"><Clock/> " " <span>{format!("Takes {}", form.time)}</span></p>
        </li>
    }
}
