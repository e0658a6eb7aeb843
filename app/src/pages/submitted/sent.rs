//! The page after sending. It can be opened again for as long as the copy is kept.

use super::file_link;
use crate::{
    components::{
        govuk::{
            Content,
            panel::{Panel, panel},
        },
        rich_text::rich_text,
    },
    context,
    error::ApiError,
    pages::{
        frame::{Frame, load},
        recover::until,
    },
    routes,
};
use leptos::prelude::*;

#[component]
pub fn Sent() -> impl IntoView {
    let reference = context::param("reference");
    load(async move {
        let (ports, resident) = (context::ports()?, context::resident()?);
        let copy =
            ports.submissions.open(&resident.account, &reference, context::language()).await?.ok_or(ApiError::NotFound)?;
        let path = routes::copy(&copy.reference);
        let next = rich_text(&copy.form.after.next);
        let thanks = format!("Thank you. We have sent the reference to {}.", resident.email);
        let kept = format!(" until {}. Then it is deleted.", until(copy.until));
        let done = panel(Panel {
            title: "We have your form".into(),
            content: Content::view(view! { "Your reference is " <strong>{copy.reference.clone()}</strong> }),
            ..Panel::default()
        });
        Ok(view! {
            <Frame title="We have your form">
                <div class="care-question">
                    {done}
                    <p class="govuk-body"><strong>{copy.form.name.clone()}</strong></p>
                    <p class="govuk-body">{thanks}</p>
                    <h2 class="govuk-heading-m">"What happens next"</h2>
                    {next}
                    <h2 class="govuk-heading-m">"Your copy"</h2>
                    <p class="govuk-body">
                        "You can open, print and download it under " <a class="govuk-link" href="/submitted">"Submitted forms"</a> {kept}
                    </p>
                    <div class="care-actions">
                        {file_link("Download PDF", format!("{path}/pdf"))}
                        <a class="govuk-link" href=path>"See what you sent"</a>
                    </div>
                    <p class="govuk-body"><a class="govuk-link" href="/account">"Go to My Account"</a></p>
                </div>
            </Frame>
        })
    })
}
