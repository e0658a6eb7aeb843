//! What somebody sees after a page of a form was saved: the line about it, or the page that they leave for.

use crate::{context, cookies::Cookie, flash, paths};
use i18n::args;
use ports::{ApiError, Caller, Draft, ReturnEmail};

/// After "Save for later": residents see that the draft is saved, visitors are asked to sign in.
pub fn leave(draft: &Draft, page: &str) {
    let t = context::messages();
    if let Caller::Resident(_) = context::caller() {
        let until = draft.until.map(|day| t.end_of(day)).unwrap_or_default();
        let text = match draft.return_email {
            ReturnEmail::Sent => t.recover_saved_emailed(until),
            ReturnEmail::SentRecently => t.recover_saved_emailed_lately(until),
            ReturnEmail::NotSent => t.recover_saved(until),
        };
        flash::redirect_with_notice("/recover", &text);
    } else {
        context::set_cookie(Cookie::Next, paths::draft_page(&draft.id, page).as_str());
        flash::redirect_with_notice("/sign-in", t.sign_in_to_save());
    }
}

/// For example "Saved today at 9:42pm. Kept until 10 August 2026." Empty while nothing was saved on any page.
pub fn saved_line(draft: &Draft) -> Result<String, ApiError> {
    if draft.saved_pages.is_empty() {
        return Ok(String::new());
    }
    let (clock, t) = (context::ports()?.clock.clone(), context::messages());
    let (day, time) = (clock.day(draft.saved), &*t.time(clock.time(draft.saved)));
    let date = &*t.day(day);
    Ok(match (day == clock.today(), draft.until.map(|until| t.end_of(until))) {
        (true, Some(until)) => t.saved_today(args::SavedToday { time, until: &until }),
        (true, None) => t.saved_today_visitor(time),
        (false, Some(until)) => t.saved_on(args::SavedOn { date, time, until: &until }),
        (false, None) => t.saved_on_visitor(args::SavedOnVisitor { date, time }),
    })
}
