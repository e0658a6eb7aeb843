//! Checks the council's SVG files. An SVG is a document and could contain scripts or fetch external resources.
//!
//! `svg-hush` would remove these silently. We report what is wrong instead, and use the file as it is or not at all.

use quick_xml::{
    Reader, XmlVersion,
    events::{BytesStart, Event},
};

/// Elements that are refused: scripts, animations, and anything that loads or embeds something else.
const REFUSED: [&str; 14] = [
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "handler",
    "listener",
    "link",
    "animate",
    "animatemotion",
    "animatetransform",
    "set",
];

/// Embedded pictures, as data URLs.
const DATA_URLS: [&str; 3] = ["data:image/png", "data:image/jpeg", "data:image/webp"];

const DAMAGED: &str = "it is a damaged SVG file, so export it again";
const FOREIGN: &str = "it fetches something from elsewhere, so export it with everything inside";
const SIZELESS: &str = "it has no size, so export it with a viewBox";

/// The size of a picture without scripts and external references, or why it can't be used.
pub fn checked_size(text: &str) -> Result<(u32, u32), String> {
    let mut reader = Reader::from_str(text);
    let (mut size, mut depth) = (None, 0_usize);
    // A style sheet is checked as a whole, because it may be split over several events.
    let mut style: Option<String> = None;
    loop {
        let event = reader.read_event().map_err(|_| DAMAGED)?;
        match event {
            Event::Start(_) | Event::Empty(_) | Event::GeneralRef(_) if style.is_some() => return Err(FOREIGN.into()),
            Event::Start(start) => {
                let name = harmless_element(&start)?;
                if depth == 0 {
                    size = root_size(&name, &start);
                }
                style = (name == "style").then(String::new);
                depth += 1;
            }
            Event::Empty(start) => drop(harmless_element(&start)?),
            Event::Text(words) => grow(&mut style, &words.decode().map_err(|_| DAMAGED)?),
            Event::CData(words) => grow(&mut style, &words.decode().map_err(|_| DAMAGED)?),
            Event::End(_) => {
                harmless_style(&style.take().unwrap_or_default())?;
                depth = depth.saturating_sub(1);
            }
            Event::PI(instruction) if instruction.target() == b"xml-stylesheet" => return Err(FOREIGN.into()),
            Event::DocType(kind) if kind.contains(&b'[') => {
                return Err("it defines its own entities (<!ENTITY>), so export it as plain SVG".into());
            }
            Event::Eof if depth == 0 => return size.ok_or_else(|| SIZELESS.into()),
            Event::Eof => return Err(DAMAGED.into()),
            _ => {}
        }
    }
}

fn grow(style: &mut Option<String>, words: &str) {
    if let Some(style) = style {
        style.push_str(words);
    }
}

/// The name of an element in lower case, without its prefix. An error if the element isn't allowed.
fn harmless_element(start: &BytesStart<'_>) -> Result<String, String> {
    let name = String::from_utf8_lossy(start.local_name().as_ref()).to_ascii_lowercase();
    if REFUSED.contains(&name.as_str()) {
        return Err(format!("it contains <{name}>, which isn't allowed, so export it as plain SVG"));
    }
    harmless_attributes(start)?;
    Ok(name)
}

fn harmless_attributes(start: &BytesStart<'_>) -> Result<(), String> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| DAMAGED)?;
        let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).to_ascii_lowercase();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| DAMAGED)?;
        let value = value.trim().to_ascii_lowercase();
        if name.starts_with("on") {
            return Err(format!("it contains a script ({name}), which isn't allowed, so export it as plain SVG"));
        }
        if matches!(name.as_str(), "href" | "src") && !stays_inside(&value) {
            return Err(FOREIGN.into());
        }
        // The URL of a namespace isn't fetched.
        if attribute.key.as_namespace_binding().is_none() {
            harmless_style(&value)?;
        }
    }
    Ok(())
}

/// Checks styles, and attributes with style values, such as `fill`.
fn harmless_style(style: &str) -> Result<(), String> {
    let style = style.to_ascii_lowercase();
    // A backslash could encode any letter by its number.
    let hidden = ["@import", "image-set(", "javascript:", "expression(", "\\"].iter().any(|bad| style.contains(bad));
    let mut addresses = style.split("url(").skip(1).map(|rest| rest.trim_start_matches(['"', '\'', ' ', '\t', '\r', '\n']));
    if hidden || !addresses.all(stays_inside) { Err(FOREIGN.into()) } else { Ok(()) }
}

fn stays_inside(address: &str) -> bool {
    address.is_empty() || address.starts_with('#') || DATA_URLS.iter().any(|kind| address.starts_with(kind))
}

/// Width and height of the picture, so that pages can reserve its space.
fn root_size(name: &str, root: &BytesStart<'_>) -> Option<(u32, u32)> {
    let value = |name: &str| {
        let attribute = root.try_get_attribute(name).ok()??;
        String::from_utf8(attribute.value.into_owned()).ok()
    };
    let by_box = || {
        let numbers = value("viewBox")?.split([' ', ',']).filter_map(|part| part.parse().ok()).collect::<Vec<f64>>();
        (numbers.len() == 4).then_some((*numbers.get(2)?, *numbers.get(3)?))
    };
    let by_side = || {
        let side = |name| value(name)?.trim_end_matches("px").parse::<f64>().ok();
        Some((side("width")?, side("height")?))
    };
    let (width, height) = by_box().or_else(by_side).filter(|_| name == "svg")?;
    Some((whole(width)?, whole(height)?))
}

fn whole(side: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 100 000")]
    (side > 0.0 && side <= 100_000.0).then(|| side.ceil() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The result for a picture with `inside` as its content.
    fn of(inside: &str) -> Result<(u32, u32), String> {
        checked_size(&format!(
            "<?xml version=\"1.0\"?><!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\
             <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 120.5 40\">{inside}</svg>"
        ))
    }

    #[test]
    fn svgs_from_drawing_programs_are_accepted() {
        for inside in [
            "<path d=\"M0 0h9\"/>",
            "<defs><linearGradient id=\"a\"/></defs><rect fill=\"url(#a)\"/><use xlink:href=\"#a\"/>",
            "<style>.a { fill: url( '#a' ) } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>",
            "<image href=\"data:image/png;base64,AAAA\"/>",
            "<metadata xmlns:cc=\"http://creativecommons.org/ns#\"><cc:Work about=\"\"/></metadata><title>A &amp; B &#169;</title>",
        ] {
            assert_eq!(of(inside), Ok((121, 40)), "{inside}");
        }
        assert_eq!(checked_size("<svg width=\"30px\" height=\"20\"></svg>"), Ok((30, 20)));
    }

    // ASVS V1.2.1
    #[test]
    fn scripts_are_refused_however_they_are_written() {
        for inside in [
            "<script>alert(1)</script>",
            "<x:ScRiPt xmlns:x=\"http://www.w3.org/2000/svg\"/>",
            "<g onload=\"x()\"/>",
            "<g ONCLICK=\"x()\"/>",
            "<a href=\"javascript:x()\"><path/></a>",
            "<a href=\"java&#115;cript:x()\"><path/></a>",
            "<foreignObject><p/></foreignObject>",
            "<set attributeName=\"href\" to=\"#x\"/>",
            "<animate attributeName=\"x\"/>",
        ] {
            assert!(of(inside).is_err(), "{inside}");
        }
    }

    // ASVS V1.3.6
    #[test]
    fn external_references_are_refused() {
        for inside in [
            "<image href=\"https://evil.example/x.png\"/>",
            "<image xlink:href=\"//evil.example/x.png\"/>",
            "<image href=\"logo.png\"/>",
            "<use href=\"data:image/svg+xml,x\"/>",
            "<style>@import 'x.css';</style>",
            "<style>a { fill: url(x.svg#a) }</style>",
            "<style><![CDATA[a { fill: url(x.svg#a) }]]></style>",
            "<style>a { fill: u\\72l(x.svg) }</style>",
            "<style>a { fill: &#117;rl(x.svg) }</style>",
            "<style>a { fill: u<!-- -->rl(x.svg) }</style>",
            "<style>a { fill: u<![CDATA[rl(x.svg)]]> }</style>",
            "<style><g/>a { fill: url(x.svg) }</style>",
            "<rect style=\"fill: URL( &quot;http://evil.example&quot; )\"/>",
            "<rect fill=\"url(//evil.example#a)\"/>",
        ] {
            assert_eq!(of(inside), Err(FOREIGN.to_owned()), "{inside}");
        }
        assert_eq!(checked_size("<?xml-stylesheet href=\"x.css\"?><svg viewBox=\"0 0 1 1\"/>"), Err(FOREIGN.to_owned()));
    }

    #[test]
    fn damaged_or_sizeless_svgs_are_refused() {
        for text in
            ["<svg viewBox=\"0 0 1 1\">", "<svg viewBox=\"0 0 1 1\"><g></svg>", "<svg viewBox=\"0 0 1 1\" a=\"&x;\"></svg>"]
        {
            assert_eq!(checked_size(text), Err(DAMAGED.to_owned()), "{text}");
        }
        for text in [
            "<svg></svg>",
            "<svg viewBox=\"0 0 0 1\"></svg>",
            "<svg width=\"100%\" height=\"9\"></svg>",
            "<html viewBox=\"0 0 1 1\"></html>",
        ] {
            assert_eq!(checked_size(text), Err(SIZELESS.to_owned()), "{text}");
        }
        let entity = "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg viewBox=\"0 0 1 1\"></svg>";
        assert!(checked_size(entity).unwrap_err().contains("ENTITY"));
    }
}
