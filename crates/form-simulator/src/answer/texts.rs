//! Texts, options and addresses.

use super::{GOAL, SimulationContext, typed};
use crate::rng::Rng;
use form_engine::{
    definition::{Question, QuestionKind, QuestionOption},
    fields::Fields,
};

pub const EMAILS: [&str; 5] =
    ["ann@example.org", " Ann.Jones+care@Example.co.uk ", "a@b.cd", "siân@example.cymru", "o'neil@sub.example.com"];
pub const PHONES: [&str; 7] = [
    "07700 900406",
    "(01632) 960-001",
    "+44 7700 900 406",
    "01632.960.001",
    "18001 01632 960001",
    "01632 960001 ext 12",
    "+353 1 234 5678",
];

const PHRASES: [&str; 12] = [
    "Margaret",
    "Siân Ŵyn",
    "O'Neill-Smith",
    "محمد",
    "李小龙",
    "Dr. J. R. \"Bob\" Jones (Jr)",
    "My mother can't walk far & needs a rail",
    "<b>bold</b>",
    "😀👩‍👩‍👧",
    "1",
    "yes",
    "e\u{301}\u{200d}x",
];

/// One line of at most `max` characters.
pub fn line(max: usize, rng: &mut Rng) -> String {
    let phrase = rng.text(&PHRASES);
    let text = match rng.count(0..=4) {
        0 => format!("  {phrase}  "),
        1 => format!("{phrase} {}", rng.text(&PHRASES)),
        2 => filled(max.min(300), rng),
        _ => phrase.to_owned(),
    };
    text.chars().take(max.max(1)).collect()
}

/// Several lines, which browsers end with CRLF.
pub fn lines(max: usize, rng: &mut Rng) -> String {
    let count = rng.count(1..=4);
    let lines: Vec<String> = (0..count).map(|_| line(max, rng)).collect();
    let text = lines.join(rng.text(&["\r\n", "\n", "\r\n\r\n"]));
    // Cutting may leave half a CRLF, which browsers never send.
    text.chars().take(max).collect::<String>().trim_end_matches('\r').to_owned()
}

fn filled(length: usize, rng: &mut Rng) -> String {
    rng.text(&["a", "é", "語"]).repeat(length)
}

pub fn too_long(max: usize, rng: &mut Rng) -> String {
    if max > 10_000 || rng.per_cent(20) { String::new() } else { filled(max + rng.count(1..=2), rng) }
}

pub fn nonsense(rng: &mut Rng) -> String {
    rng.text(&["lots", "?", "1.2.3", "\u{202e}x", "-5", "£", "€20", "20 to 30", "12345", "@", "JG10375", "999 999 9999"])
        .to_owned()
}

/// Options as somebody chooses them; those that conditions look for are more likely.
pub fn chosen(question: &Question, world: SimulationContext<'_>, rng: &mut Rng) -> Fields {
    let options: Vec<&QuestionOption> = leading(question, world, rng);
    let wanted = world.values(&question.key, rng);
    let chance = if world.goal.values.contains_key(question.key.as_str()) { 100 } else { 50 };
    let aim = rng.pick(wanted).filter(|_| rng.per_cent(chance));
    let aimed = aim.and_then(|aim| options.iter().find(|option| option.value == *aim)).copied();
    let first = aimed.or_else(|| rng.pick(&options).copied());
    if matches!(question.kind, QuestionKind::ManyOf { .. }) {
        return several(question, &options, first, rng);
    }
    first.map_or_else(Fields::new, |option| typed(&question.key, [option.value.clone()]))
}

/// The options, mostly without those that lead away from the goal.
fn leading<'q>(question: &'q Question, world: SimulationContext<'_>, rng: &mut Rng) -> Vec<&'q QuestionOption> {
    let not = world.goal.not.get(question.key.as_str()).filter(|_| rng.per_cent(GOAL)).map_or(&[][..], Vec::as_slice);
    let all = || question.options().iter();
    let leading: Vec<&QuestionOption> = all().filter(|option| !not.contains(&option.value.as_str())).collect();
    if leading.is_empty() { all().collect() } else { leading }
}

fn several(question: &Question, options: &[&QuestionOption], first: Option<&QuestionOption>, rng: &mut Rng) -> Fields {
    let Some(first) = first else { return Fields::new() };
    let likely = rng.text(&["few", "some", "most"]);
    let chance = if likely == "few" {
        10
    } else if likely == "some" {
        40
    } else {
        85
    };
    let mut is_chosen = |option: &&&QuestionOption| {
        let beside = !first.exclusive && !option.exclusive && rng.per_cent(chance);
        option.value == first.value || beside
    };
    let values = options.iter().filter(|option| is_chosen(option)).map(|option| option.value.clone()).collect();
    [(question.key.clone(), values)].into()
}

/// An option that isn't offered, an exclusive one with another, or all at once.
pub fn forged(question: &Question, rng: &mut Rng) -> Fields {
    let all: Vec<String> = question.options().iter().map(|option| option.value.clone()).collect();
    let clashes = question.options().iter().any(|option| option.exclusive);
    if clashes && rng.per_cent(60) {
        return [(question.key.clone(), all)].into();
    }
    typed(&question.key, [rng.text(&["forged", "YES", "yes ", "none of these"]).to_owned()])
}

pub fn address(rng: &mut Rng) -> [String; 5] {
    let postcode = rng.text(&["NM1 1AA", "nm11aa", "sw1a 2aa", "", " NR1 3DH"]);
    let line2 = rng.text(&["", "Flat 2", "Ward 7, St Mary's"]);
    let town = rng.text(&["Northmere", "Y Trallwng"]);
    ["1 Lake Road", line2, town, rng.text(&["", "Powys"]), postcode].map(str::to_owned)
}

pub fn no_address(rng: &mut Rng) -> [String; 5] {
    let long = "x".repeat(201);
    let parts = match rng.count(0..=3) {
        0 => ["1 Lake Road", "", "", "", ""],
        1 => ["", "", "Northmere", "", "NM1 1AA"],
        2 => ["1 Lake Road", "", "Northmere", "", "somewhere"],
        _ => ["1 Lake Road", "", "Northmere", &long, ""],
    };
    parts.map(str::to_owned)
}
