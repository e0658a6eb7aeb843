//! The council's pages in languages that the service isn't in.

use super::frame::{FrameContent, back, framed, load};
use crate::{components::rich_text::rich_text, context, paths};
use form_engine::language_page::LanguagePage;
use leptos::prelude::*;
use ports::ApiError;

#[component]
pub fn OtherLanguage() -> impl IntoView {
    let tag = context::param("language");
    load(async move {
        let tag = tag?;
        let pages = context::ports()?.forms.other_languages();
        let page = pages.into_iter().find(|page| page.tag == *tag).ok_or(ApiError::NotFound)?;
        let content = view! {
            <div class="care-question care-other-language" lang=page.tag.clone() dir=page.direction()>
                <h1 class="govuk-heading-xl">{page.title.clone()}</h1>
                {rich_text(&page.body)}
            </div>
        };
        Ok(framed(FrameContent { title: page.title.clone(), back: back("/"), ..FrameContent::default() }, content))
    })
}

/// Links to the pages, each by the name of its language in the language itself; `None` if there are none.
pub fn language_links() -> Option<AnyView> {
    let pages = context::provided()?.forms.other_languages();
    let link = |page: &LanguagePage| {
        let (href, tag, name) = (paths::other_language(&page.tag), page.tag.clone(), page.name.clone());
        view! { <li><a class="govuk-link" href=href lang=tag.clone() hreflang=tag dir=page.direction()>{name}</a></li> }
    };
    let links: Vec<_> = pages.iter().map(|page| link(page)).collect();
    (!links.is_empty()).then(|| view! { <ul class="govuk-list care-language-links">{links}</ul> }.into_any())
}
