//! The web app manifest, for installing the service on a device.

use super::{colours::Colours, files::File};
use i18n::Messages;
use ports::Icon;
use serde_json::{Value, json};

/// The manifest for the council with this name, in its own language.
pub fn of(t: Messages, council: &str, colours: Colours, icons: &[Icon], is_sample: bool) -> File {
    let icons = if is_sample { sample_icons() } else { icons.iter().map(own_icon).collect() };
    let manifest = json!({
        "id": "/",
        "name": format!("{} – {council}", t.service_name()),
        "short_name": "Care Online",
        "description": t.about_service(),
        "lang": t.language().tag(),
        "dir": t.language().direction(),
        "scope": "/",
        "start_url": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui", "browser"],
        "theme_color": colours.brand.to_string(),
        "background_color": "#ffffff",
        "categories": ["government", "health"],
        "prefer_related_applications": false,
        "shortcuts": [{
            "name": t.recover(),
            "short_name": t.recover(),
            "description": t.about_recover(),
            "url": "/recover",
            "icons": icons.iter().take(1).collect::<Vec<_>>(),
        }],
        "icons": icons,
    });
    File::new("/manifest.webmanifest", "application/manifest+json", manifest.to_string().into_bytes())
}

fn own_icon(icon: &Icon) -> Value {
    json!({ "src": icon.address, "sizes": icon.sizes, "type": icon.kind, "purpose": "any" })
}

fn sample_icons() -> Vec<Value> {
    vec![
        json!({ "src": "/icon-192.png", "sizes": "192x192", "type": "image/png", "purpose": "any" }),
        json!({ "src": "/icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any" }),
        json!({ "src": "/icon-maskable-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable" }),
        json!({ "src": "/mark.svg", "sizes": "any", "type": "image/svg+xml", "purpose": "monochrome" }),
    ]
}
