//! Forms: save, list items, submit, delete.
//!
//! The HTTP layer checks the form token before a function runs.

#![expect(clippy::too_many_arguments, reason = "a server function takes the inputs of its form")]

pub use super::after_save::saved_line;
use super::{
    after_save::leave,
    next_page::{next_location, path_of},
};
use crate::{
    components::form::SWITCH_LANGUAGE,
    context,
    cookies::Cookie,
    error::WireError,
    find_address::{FIND, Press, USE, fill_in_if_empty},
    flash,
    from_check::FromCheck,
    location::Location,
    pages::layout::signed_out_line,
    paths,
    segment::PathSegment,
    sent_draft::{redirect_to_copy, redirect_unsaved_to_copy},
    unsaved::Unsaved,
};
use form_engine::{kept::PageOfDraft, language::Language};
use i18n::{Messages, args};
use islands::SaveResponse;
use leptos::prelude::*;
use ports::{ApiError, DraftId, Drafts, ItemRemoval, Owner, ResolvedConflict, Save, SaveMode, Saved, Submitted};
use std::collections::BTreeMap;

/// The prefix in the value of a button that leads into another form; the form's key follows.
const FORM: &str = "form:";

/// Saves a page of a form, whatever its content.
#[server(endpoint = "drafts/save-page")]
pub async fn save_page(
    draft: PathSegment,
    page: PathSegment,
    #[server(default)] item: Option<PathSegment>,
    #[server(default)] list: Option<PathSegment>,
    #[server(default)] inner: Option<PathSegment>,
    revision: i64,
    #[server(default)] go: String,
    #[server(default)] from: String,
    #[server(default)] checked: String,
    #[server(default)] kept: String,
    #[server(default)] found: String,
    #[server(default)] address: String,
    #[server(default)] answers: BTreeMap<String, Vec<String>>,
) -> Result<SaveResponse, WireError> {
    let how = match go.as_str() {
        "later" => SaveMode::Later,
        "aside" => SaveMode::Autosave,
        go if [SWITCH_LANGUAGE, FORM, FIND, USE].iter().any(|prefix| go.starts_with(prefix)) => SaveMode::Autosave,
        _ => SaveMode::Continue,
    };
    let [item, list, inner] = [item, list, inner].map(|segment| segment.map(String::from));
    let (draft, page, typed) = (draft.into(), page.into(), answers);
    let (language, network) = (context::language(), context::network());
    let mut save = Save { draft, page, item, list, inner, revision, typed, how, language, network };
    if let Some(form) = go.strip_prefix(FORM) {
        return Ok(save_and_go_to(save, form).await?);
    }
    let (from, is_checked) = (FromCheck::parse(&from), checked == "yes");
    if let Some(language) = go.strip_prefix(SWITCH_LANGUAGE).and_then(Language::from_tag) {
        context::set_cookie(Cookie::Language, language.tag());
        return Ok(save_and_show_again(save, Messages::of(language), (from, is_checked), |page| page).await?);
    }
    if let Some(press) = Press::parse(&go, &address) {
        let is_filled_in = press.fill_in(&mut save.typed).await?;
        let place = |page| press.place(page, is_filled_in);
        return Ok(save_and_show_again(save, context::messages(), (from, is_checked), place).await?);
    }
    if how != SaveMode::Autosave {
        fill_in_if_empty(&mut save.typed, &found, &address).await?;
    }
    Ok(save_and_go_on(save, &kept, from).await?)
}

/// Removes a list item.
#[server(endpoint = "drafts/remove-item")]
pub async fn remove_item(
    draft: PathSegment,
    page: PathSegment,
    item: PathSegment,
    #[server(default)] list: Option<PathSegment>,
    #[server(default)] inner: Option<PathSegment>,
    revision: i64,
) -> Result<(), WireError> {
    let inner = list.zip(inner).map(|(list, inner)| (list.into(), inner.into()));
    let removed = ItemRemoval { draft: draft.into(), page: page.into(), item: item.into(), inner, revision };
    Ok(remove(removed).await?)
}

/// Resolves a conflict by keeping the saved answers.
#[server(endpoint = "drafts/keep-saved")]
pub async fn keep_saved(
    draft: PathSegment,
    page: PathSegment,
    #[server(default)] item: Option<PathSegment>,
    #[server(default)] list: Option<PathSegment>,
    #[server(default)] inner: Option<PathSegment>,
    #[server(default)] revision: Option<i64>,
) -> Result<(), WireError> {
    // Pages from before this field existed show everything.
    let revision = revision.unwrap_or(i64::MAX);
    let inner = list.zip(inner).map(|(list, inner)| (list.into(), inner.into()));
    let at = PageOfDraft { page: page.into(), item: item.map(String::from), inner };
    Ok(resolve_conflict(ResolvedConflict { draft: draft.into(), at, revision }).await?)
}

/// Moves the draft to the newest version of the form.
#[server(endpoint = "drafts/use-new")]
pub async fn use_new(draft: PathSegment) -> Result<(), WireError> {
    Ok(decide(&draft.into(), true).await?)
}

/// Keeps the version that the draft was started with.
#[server(endpoint = "drafts/keep-old")]
pub async fn keep_old(draft: PathSegment) -> Result<(), WireError> {
    Ok(decide(&draft.into(), false).await?)
}

/// Submits a form.
#[server(endpoint = "drafts/submit")]
pub async fn submit(draft: PathSegment) -> Result<(), WireError> {
    Ok(send(&draft.into()).await?)
}

/// Deletes a draft.
#[server(endpoint = "drafts/delete")]
pub async fn delete(draft: PathSegment) -> Result<(), WireError> {
    Ok(delete_draft(&draft.into()).await?)
}

fn drafts() -> Result<std::sync::Arc<dyn Drafts>, ApiError> {
    Ok(context::ports()?.drafts.clone())
}

/// Saves a page. If it can't be saved, the response to the post shows it again. `None` if there is no such draft.
async fn put(save: Save, from_check: Option<FromCheck>) -> Result<Option<Saved>, ApiError> {
    match drafts()?.save(&context::owner()?, save.clone()).await? {
        Some(Saved::Rejected(why)) => {
            let unsaved = Unsaved { address: path_of(&save), save, why, from_check };
            Err(unsaved.show_again())
        }
        saved => Ok(saved),
    }
}

/// The end of a change to a draft that isn't there: leads its owner to the copy if it was sent.
async fn gone(draft: &DraftId) -> Result<(), ApiError> {
    if redirect_to_copy(draft).await? { Ok(()) } else { Err(ApiError::NotFound) }
}

/// The same for a page that was to be saved, with the texts of the next page.
async fn gone_unsaved(draft: &DraftId, t: Messages) -> Result<SaveResponse, ApiError> {
    if redirect_unsaved_to_copy(draft, t).await? { Ok(SaveResponse::default()) } else { Err(ApiError::NotFound) }
}

async fn save_and_go_on(save: Save, kept: &str, from_check: Option<FromCheck>) -> Result<SaveResponse, ApiError> {
    let (how, page, left) = (save.how, save.page.clone(), save.clone());
    let owner = context::owner()?;
    if let (Owner::Visitor(_), Some(token)) = (&owner, context::cookie(Cookie::Visitor)) {
        // Kept for a day from the last save, like the draft itself.
        context::set_cookie(Cookie::Visitor, &token);
    }
    match put(save, from_check.clone()).await? {
        // A script stays on its page, which keeps what was typed.
        None if how == SaveMode::Autosave => Err(ApiError::NotFound),
        None => gone_unsaved(&left.draft, context::messages()).await,
        Some(Saved::Rejected(_)) => Err(ApiError::Internal),
        Some(Saved::Stale) if how == SaveMode::Autosave => Err(ApiError::Stale),
        Some(Saved::Stale) => {
            context::redirect(path_of(&left).flag("changed"));
            Ok(SaveResponse::default())
        }
        Some(Saved::Kept(draft)) => {
            match how {
                SaveMode::Autosave => context::mark_redirected(),
                SaveMode::Later => leave(&draft, &page),
                SaveMode::Continue => context::redirect(next_location(&draft, &left, kept, from_check.as_ref())),
            }
            let (saved_line, signed_out_line) = (saved_line(&draft)?, signed_out_line());
            Ok(SaveResponse { revision: draft.revision, saved_line, signed_out_line })
        }
    }
}

/// Saves the page and shows it again, with the same answers and errors: in another language, or at another place.
async fn save_and_show_again(
    save: Save,
    t: Messages,
    (from_check, is_checked): (Option<FromCheck>, bool),
    place: impl FnOnce(Location) -> Location + Send,
) -> Result<SaveResponse, ApiError> {
    let (path, draft) = (path_of(&save), save.draft.clone());
    let Some(saved) = put(save, from_check.clone()).await? else { return gone_unsaved(&draft, t).await };
    let is_stale = matches!(saved, Saved::Stale);
    let flags = [(is_stale, "changed"), (is_checked, "check")];
    let path = flags.into_iter().filter(|(is_set, _)| *is_set).fold(path, |path, (_, flag)| path.flag(flag));
    context::redirect(place(from_check.map_or(path.clone(), |from| from.mark(path))));
    Ok(SaveResponse::default())
}

/// Saves the page and goes to another form, which may reuse these answers.
async fn save_and_go_to(save: Save, form: &str) -> Result<SaveResponse, ApiError> {
    let (path, draft) = (path_of(&save), save.draft.clone());
    let known = context::ports()?.forms.get(form, context::language()).ok_or(ApiError::NotFound)?;
    match put(save, None).await? {
        None => return gone_unsaved(&draft, context::messages()).await,
        Some(Saved::Rejected(_)) => return Err(ApiError::Internal),
        Some(Saved::Stale) => context::redirect(path.flag("changed")),
        Some(Saved::Kept(_)) => context::redirect(paths::form(&known.key).pair("from", &draft)),
    }
    Ok(SaveResponse::default())
}

async fn remove(removed: ItemRemoval) -> Result<(), ApiError> {
    let draft = removed.draft.clone();
    let list = match &removed.inner {
        None => paths::draft_page(&draft, &removed.page),
        Some((list, _)) => paths::draft_inner_list(&draft, &removed.page, &removed.item, list),
    };
    if drafts()?.remove_item(&context::owner()?, removed).await?.is_none() {
        return gone(&draft).await;
    }
    context::redirect(list);
    Ok(())
}

async fn decide(draft: &DraftId, is_new: bool) -> Result<(), ApiError> {
    let (drafts, owner) = (drafts()?, context::owner()?);
    let decided =
        if is_new { drafts.move_to_newest(&owner, draft).await? } else { drafts.keep_version(&owner, draft).await? };
    if decided.is_none() {
        return gone(draft).await;
    }
    context::redirect(paths::draft(draft));
    Ok(())
}

async fn resolve_conflict(resolved: ResolvedConflict) -> Result<(), ApiError> {
    let (draft, page) = (resolved.draft.clone(), resolved.at.page.clone());
    let to = match (&resolved.at.item, &resolved.at.inner) {
        (Some(item), Some((list, _))) => paths::draft_inner_list(&draft, &page, item, list),
        _ => paths::draft_page(&draft, &page),
    };
    if drafts()?.resolve_conflict(&context::owner()?, resolved).await?.is_none() {
        return gone(&draft).await;
    }
    context::redirect(to);
    Ok(())
}

async fn send(draft: &DraftId) -> Result<(), ApiError> {
    let account = match context::owner()? {
        Owner::Account(account) => account,
        Owner::Visitor(_) => {
            context::set_cookie(Cookie::Next, paths::check(draft).as_str());
            flash::redirect_with_notice("/sign-in", context::messages().sign_in_to_send());
            return Ok(());
        }
    };
    match drafts()?.submit(&account, draft, context::language()).await?.ok_or(ApiError::NotFound)? {
        Submitted::Sent { reference } => context::redirect(paths::sent(&reference)),
        Submitted::Incomplete => context::redirect(paths::check(draft)),
        Submitted::Outdated => context::redirect(paths::changes(draft)),
        Submitted::TooMany { from } => {
            let (clock, t) = (context::ports()?.clock.clone(), context::messages());
            let (date, time) = (&t.day(clock.day(from)), &t.time(clock.time(from)));
            flash::redirect_with_notice("/recover", &t.submit_too_many(args::SubmitTooMany { date, time }));
        }
    }
    Ok(())
}

async fn delete_draft(draft: &DraftId) -> Result<(), ApiError> {
    let owner = context::owner()?;
    if drafts()?.delete(&owner, draft).await?.is_none() {
        return gone(draft).await;
    }
    flash::redirect_with_notice(paths::saved_forms(&owner), context::messages().recover_deleted());
    Ok(())
}
