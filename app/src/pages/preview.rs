//! The preview of a public page when somebody shares its link.

use super::layout::may_be_shared;
use crate::context;
use leptos::prelude::*;
use leptos_meta::Meta;
use ports::Site;

/// Title, description and picture, for public pages only: no other page may reveal anything.
pub fn preview(title: &str, about: Option<String>) -> impl IntoView + use<> {
    let (path, site) = (context::path(), context::site());
    may_be_shared(&path).then(|| {
        view! {
            <Meta property="og:title" content=title.to_owned()/>
            <Meta property="og:description" content=about.unwrap_or_else(|| context::messages().about_service().to_owned())/>
            <Meta property="og:type" content="website"/>
            <Meta property="og:site_name" content=site.council.name.clone()/>
            <Meta property="og:url" content=format!("{}{path}", site.public_url)/>
            {picture(&site)}
        }
    })
}

fn picture(site: &Site) -> impl IntoView + use<> {
    let address = site.look.preview.map(|path| format!("{}{path}", site.public_url));
    address.map(|address| view! { <Meta property="og:image" content=address/> })
}
