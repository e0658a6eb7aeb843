//! Forms: start, save, add to lists, send, delete.
//!
//! Every function takes the form's `token` and drops it: the HTTP layer has compared it before the function runs.

#![expect(clippy::too_many_arguments, reason = "a server function takes the inputs of its form")]

use crate::error::ApiError;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[cfg(feature = "ssr")]
use crate::{
    context,
    cookies::Cookie,
    flash,
    pages::languages::SWITCH,
    ports::{Caller, Draft, Drafts, Flash, How, Owner, Save, Saved, Started, Submitted},
    routes,
};
#[cfg(feature = "ssr")]
use domain::{
    definition::Content,
    journey::{Journey, Next},
    language::Language,
};

/// What a script is told of a save.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedNow {
    pub revision: i64,
    /// The line that says when it was saved and until when it is kept.
    pub words: String,
}

/// Starts a form, with or without a login.
#[server(endpoint = "drafts/start")]
pub async fn start(form: String, #[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    start_form(&form).await.map_err(context::refuse)
}

/// Saves a page of a form, whatever is on it.
#[server(endpoint = "drafts/save-page")]
pub async fn save_page(
    draft: String,
    page: String,
    #[server(default)] item: Option<String>,
    revision: i64,
    #[server(default)] go: String,
    #[server(default)] from: String,
    #[server(default)] checked: String,
    #[server(default)] token: String,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<SavedNow, ApiError> {
    drop(token);
    let how = match go.as_str() {
        "later" => How::Later,
        "aside" => How::Aside,
        go if go.starts_with(SWITCH) => How::Aside,
        _ => How::Continue,
    };
    let save = Save { draft, page, item, revision, typed: answers, how, language: context::language() };
    if let Some(language) = go.strip_prefix(SWITCH).and_then(Language::from_tag) {
        return save_and_say_in(save, language, from == "check", checked == "yes").await.map_err(context::refuse);
    }
    save_and_go_on(save, from == "check").await.map_err(context::refuse)
}

/// Removes a thing from a list.
#[server(endpoint = "drafts/remove-item")]
pub async fn remove_item(
    draft: String,
    page: String,
    item: String,
    revision: i64,
    #[server(default)] token: String,
) -> Result<(), ApiError> {
    drop(token);
    remove(&draft, &page, &item, revision).await.map_err(context::refuse)
}

/// Lets the newer answers stand, where two devices differ.
#[server(endpoint = "drafts/keep-saved")]
pub async fn keep_saved(draft: String, page: String, #[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    settle(&draft, &page).await.map_err(context::refuse)
}

/// Sends a form.
#[server(endpoint = "drafts/submit")]
pub async fn submit(draft: String, #[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    send(&draft).await.map_err(context::refuse)
}

/// Deletes a draft.
#[server(endpoint = "drafts/delete")]
pub async fn delete(draft: String, #[server(default)] token: String) -> Result<(), ApiError> {
    drop(token);
    delete_draft(&draft).await.map_err(context::refuse)
}

#[cfg(feature = "ssr")]
fn drafts() -> Result<std::sync::Arc<dyn Drafts>, ApiError> {
    Ok(context::ports()?.drafts)
}

#[cfg(feature = "ssr")]
async fn start_form(form: &str) -> Result<(), ApiError> {
    match drafts()?.start(&context::caller(), form).await?.ok_or(ApiError::NotFound)? {
        Started::Draft { id, visitor_token } => {
            if let Some(token) = visitor_token {
                context::set_cookie(Cookie::Visitor, &token);
            }
            context::redirect(&routes::draft(&id));
        }
        Started::TooMany { most } => {
            let say = context::words();
            let is_resident = context::resident().is_ok();
            let words = if is_resident { say.start_too_many(most) } else { say.start_too_many_visitor(most) };
            flash::back(&Flash { page: routes::form(form), problems: vec![("start".into(), words)], ..Flash::default() });
        }
    }
    Ok(())
}

#[cfg(feature = "ssr")]
async fn save_and_go_on(save: Save, from_check: bool) -> Result<SavedNow, ApiError> {
    let (how, page, item) = (save.how, save.page.clone(), save.item.clone());
    let id = save.draft.clone();
    let owner = context::owner()?;
    if let (Owner::Visitor(_), Some(token)) = (&owner, context::cookie(Cookie::Visitor)) {
        // A day from the last save, as for the draft itself.
        context::set_cookie(Cookie::Visitor, &token);
    }
    match drafts()?.save(&owner, save).await?.ok_or(ApiError::NotFound)? {
        Saved::Stale if how == How::Aside => Err(ApiError::Stale),
        Saved::Stale => {
            let path = item.map_or_else(|| routes::draft_page(&id, &page), |item| routes::draft_item(&id, &page, &item));
            context::redirect(&format!("{path}?changed"));
            Ok(SavedNow { revision: 0, words: String::new() })
        }
        Saved::Kept(draft) => {
            match how {
                How::Aside => context::answered(),
                How::Later => leave(&draft, &page).await?,
                How::Continue => context::redirect(&onward(&draft, &page, item.as_deref(), from_check)),
            }
            Ok(SavedNow { revision: draft.revision, words: saved_words(&draft)? })
        }
    }
}

/// Saves the page and shows it again in another language, with the same answers and what was said of them.
#[cfg(feature = "ssr")]
async fn save_and_say_in(save: Save, language: Language, from_check: bool, is_checked: bool) -> Result<SavedNow, ApiError> {
    context::set_cookie(Cookie::Language, language.tag());
    let (id, page, item) = (save.draft.clone(), save.page.clone(), save.item.clone());
    let path = item.map_or_else(|| routes::draft_page(&id, &page), |item| routes::draft_item(&id, &page, &item));
    // An empty page about a new thing adds nothing.
    let is_blank = save.item.is_some() && save.typed.values().flatten().all(String::is_empty);
    let is_stale =
        !is_blank && matches!(drafts()?.save(&context::owner()?, save).await?.ok_or(ApiError::NotFound)?, Saved::Stale);
    let flags = [(is_stale, "changed"), (is_checked, "check"), (from_check, "from=check")];
    let flags: Vec<&str> = flags.into_iter().filter_map(|(is_set, flag)| is_set.then_some(flag)).collect();
    let sign = if flags.is_empty() { "" } else { "?" };
    context::redirect(&format!("{path}{sign}{}", flags.join("&")));
    Ok(SavedNow { revision: 0, words: String::new() })
}

/// After "Save for later": a resident sees that it is saved, a visitor is asked to sign in.
#[cfg(feature = "ssr")]
async fn leave(draft: &Draft, page: &str) -> Result<(), ApiError> {
    let say = context::words();
    if let Caller::Resident(resident) = context::caller() {
        let until = draft.until.map(|day| say.end_of(day)).unwrap_or_default();
        let details = context::ports()?.accounts.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let told = if details.takes_emails() { say.recover_saved_emailed(until) } else { say.recover_saved(until) };
        flash::tell("/recover", &told);
    } else {
        context::set_cookie(Cookie::Next, &routes::draft_page(&draft.id, page));
        flash::tell("/sign-in", say.sign_in_to_save());
    }
    Ok(())
}

/// Where "Continue" leads: back to the page if something on it is wrong, else onward.
#[cfg(feature = "ssr")]
fn onward(draft: &Draft, slug: &str, item: Option<&str>, from_check: bool) -> String {
    let today = context::ports().map(|ports| ports.clock.today()).unwrap_or_default();
    let journey = Journey::new(&draft.form, &draft.answers, today);
    let Some(page) = draft.form.page(slug) else { return routes::draft(&draft.id) };
    let back = if from_check { "&from=check" } else { "" };
    if let (Content::List(group), Some(item)) = (&page.content, item) {
        let wrong =
            draft.answers.item(&group.key, item).is_some_and(|item| !journey.item_problems(group, &item.fields).is_empty());
        return if wrong {
            format!("{}?check{back}", routes::draft_item(&draft.id, slug, item))
        } else {
            format!("{}{}", routes::draft_page(&draft.id, slug), if from_check { "?from=check" } else { "" })
        };
    }
    if !journey.problems(page).is_empty() {
        return format!("{}?check{back}", routes::draft_page(&draft.id, slug));
    }
    let next = if from_check { journey.first_open() } else { journey.after(slug) };
    match next {
        Next::Page(page) => {
            format!("{}{}", routes::draft_page(&draft.id, &page.slug), if from_check { "?from=check" } else { "" })
        }
        Next::Check => routes::check(&draft.id),
    }
}

/// "Saved today at 9:42pm. Kept until 10 August 2026."
#[cfg(feature = "ssr")]
pub fn saved_words(draft: &Draft) -> Result<String, ApiError> {
    let (clock, say) = (context::ports()?.clock, context::words());
    let (day, time) = (clock.day(draft.saved), say.time(clock.time(draft.saved)));
    Ok(match (day == clock.today(), draft.until) {
        (true, Some(until)) => say.saved_today(time, say.end_of(until)),
        (true, None) => say.saved_today_visitor(time),
        (false, Some(until)) => say.saved_on(say.day(day), time, say.end_of(until)),
        (false, None) => say.saved_on_visitor(say.day(day), time),
    })
}

#[cfg(feature = "ssr")]
async fn remove(draft: &str, page: &str, item: &str, revision: i64) -> Result<(), ApiError> {
    let saved = drafts()?.remove_item(&context::owner()?, draft, page, item, revision).await?;
    saved.ok_or(ApiError::NotFound)?;
    context::redirect(&routes::draft_page(draft, page));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn settle(draft: &str, page: &str) -> Result<(), ApiError> {
    drafts()?.settle(&context::owner()?, draft).await?.ok_or(ApiError::NotFound)?;
    context::redirect(&routes::draft_page(draft, page));
    Ok(())
}

#[cfg(feature = "ssr")]
async fn send(draft: &str) -> Result<(), ApiError> {
    let account = match context::owner()? {
        Owner::Account(account) => account,
        Owner::Visitor(_) => {
            context::set_cookie(Cookie::Next, &routes::check(draft));
            flash::tell("/sign-in", context::words().sign_in_to_send());
            return Ok(());
        }
    };
    match drafts()?.submit(&account, draft, context::language()).await?.ok_or(ApiError::NotFound)? {
        Submitted::Sent { reference } => context::redirect(&format!("{}/sent", routes::copy(&reference))),
        Submitted::Incomplete => context::redirect(&routes::check(draft)),
    }
    Ok(())
}

#[cfg(feature = "ssr")]
async fn delete_draft(draft: &str) -> Result<(), ApiError> {
    drafts()?.delete(&context::resident()?.account, draft).await?.ok_or(ApiError::NotFound)?;
    flash::tell("/recover", context::words().recover_deleted());
    Ok(())
}
