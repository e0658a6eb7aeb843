//! What a device needs to know to keep the service among its programs.

use super::{colours::Colours, files::File};
use app::ports::Icon;
use serde_json::{Value, json};
use words::{Language, Words};

/// The manifest for a council by its name.
pub fn of(council: &str, colours: Colours, icons: &[Icon], is_sample: bool) -> File {
    let icons = if is_sample { sample_icons() } else { icons.iter().map(own_icon).collect() };
    let manifest = json!({
        "id": "/",
        "name": format!("{} – {council}", Words::of(Language::English).service_name()),
        "short_name": "Care Online",
        "description": "Ask for care and support, tell us about somebody you look after, and come back to your forms when it suits you.",
        "lang": "en-GB",
        "dir": "ltr",
        "scope": "/",
        "start_url": "/",
        "display": "standalone",
        "display_override": ["standalone", "minimal-ui", "browser"],
        "theme_color": colours.brand.to_string(),
        "background_color": "#ffffff",
        "categories": ["government", "health"],
        "prefer_related_applications": false,
        "shortcuts": [{
            "name": "Recover a form",
            "short_name": "Recover a form",
            "description": "Carry on with a form you have saved",
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
