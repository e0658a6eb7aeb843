//! The page after submitting. It can be opened for as long as the copy is kept.

use super::{copy::waiting, file_link};
use crate::{
    components::rich_text::{rich_line, rich_text},
    context,
    last_attempt::LastAttempt,
    offer::Offer,
    pages::{
        account::offer_view,
        frame::{Frame, load, notice},
    },
    paths,
};
use form_engine::definition::Form;
use govuk::panel::{Panel, panel};
use i18n::args;
use leptos::prelude::*;
use ports::{ApiError, Forms};

#[component]
pub fn Sent() -> impl IntoView {
    let reference = context::param("reference");
    load(async move {
        let reference = reference?;
        let (ports, resident, t) = (context::ports()?, context::resident()?, context::messages());
        let copy =
            ports.submissions.open(&resident.account, &reference, context::language()).await?.ok_or(ApiError::NotFound)?;
        let details = ports.details.details(&resident.account).await?.ok_or(ApiError::SignedOut)?;
        let thanks =
            if details.wants_emails() { t.sent_thanks(details.email.as_str()) } else { t.sent_thanks_unsent().into() };
        let path = paths::copy(&copy.reference);
        let (date, time) = (&t.day(ports.clock.day(copy.sent)), &t.time(ports.clock.time(copy.sent)));
        let sent_on = t.sent_on(args::SentOn { date, time });
        let next = rich_text(&copy.form.after.next);
        let often = often(&copy.form, &*ports.forms);
        let offer = Offer::of_copy(&copy, &details, &*ports.clock).map(|offer| offer_view(offer, "sent"));
        let done = panel(Panel {
            title: t.sent_title().into(),
            content: rich_line(&t.sent_reference(copy.reference.as_str())).into(),
            ..Panel::default()
        });
        Ok(view! {
            <Frame title=t.sent_title()>
                <div class="care-question">
                    {notice(LastAttempt::take().notice())}
                    {done}
                    <p class="govuk-body"><strong>{copy.form.name.clone()}</strong></p>
                    <p class="govuk-body">{sent_on}</p>
                    <p class="govuk-body">{thanks}</p>
                    <h2 class="govuk-heading-m">{t.sent_next()}</h2>
                    {next}
                    {waiting(&copy)}
                    {offer}
                    {often}
                    <h2 class="govuk-heading-m">{t.sent_copy()}</h2>
                    <p class="govuk-body">{rich_line(&t.sent_copy_text(t.end_of(copy.until)))}</p>
                    <div class="care-actions">
                        {file_link(t.copy_pdf(), format!("{path}/pdf"))}
                        {file_link(t.copy_large_print(), format!("{path}/large-print"))}
                        {file_link(t.copy_text(), format!("{path}/text"))}
                        <a class="govuk-link" href=path>{t.sent_see()}</a>
                    </div>
                    <p class="govuk-body"><a class="govuk-link" href="/account">{t.sent_account()}</a></p>
                </div>
            </Frame>
        })
    })
}

/// Links to the forms that people often need next, of those that are published.
fn often(form: &Form, forms: &dyn Forms) -> Option<impl IntoView + use<>> {
    let language = context::language();
    let found: Vec<_> = form.after.often.iter().filter_map(|key| forms.get(key, language)).collect();
    let link = |form: &Form| view! { <li><a class="govuk-link" href=paths::form(&form.key)>{form.name.clone()}</a></li> };
    (!found.is_empty()).then(|| {
        view! {
            <h2 class="govuk-heading-m">{context::messages().sent_often()}</h2>
            <ul class="govuk-list">{found.iter().map(|form| link(form)).collect_view()}</ul>
        }
    })
}
