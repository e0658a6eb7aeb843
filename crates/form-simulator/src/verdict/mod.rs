//! Everything that the rules derive from a form and its answers, as text that is equal exactly if the results are.

mod browser;
mod plain;
mod read;

pub use browser::{BrowserResult, item_after, of_item, of_page, page_after, rules_of, sent};
pub use plain::Plain;

use form_engine::{
    answers::Answers,
    definition::{Form, Page},
    journey::{ItemJourney, Journey, NextPage},
    problem::Problem,
    record::{self, Audience},
};
use jiff::civil::Date;

use read::add_record;
use std::fmt::Write;

/// The whole verdict.
///
/// # Errors
/// If browser and server disagree.
pub fn verdict(form: &Form, answers: &Answers, today: Date) -> Result<String, String> {
    let journey = Journey::new(form, answers, today);
    let mut out = String::new();
    for section in journey.sections() {
        let _ = writeln!(out, "# {} {}", section.title, section.pages.len());
        for page in section.pages {
            add_page(&mut out, &journey, answers, page)?;
        }
    }
    for calculation in &form.calculations {
        let _ = writeln!(out, "{} = {:?}", calculation.key, journey.calculated(&calculation.key));
    }
    let _ = writeln!(out, "{:?} {}", journey.done(), next(journey.first_open()));
    for reader in [Audience::Checking, Audience::Copy] {
        let _ = writeln!(out, "{reader:?}");
        add_record(&mut out, &record::record(form, answers, today, &Plain, reader));
    }
    out += &serde_json::to_string(&journey.counted()).map_err(|error| format!("answers can't be kept: {error}"))?;
    Ok(out)
}

/// The verdict on one page.
///
/// # Errors
/// If browser and server disagree.
pub fn of_one(form: &Form, answers: &Answers, today: Date, page: &Page) -> Result<String, String> {
    let journey = Journey::new(form, answers, today);
    let Some(page) = form.page(&page.slug) else { return Err(format!("{} isn't a page of the form", page.slug)) };
    let mut out = String::new();
    add_page(&mut out, &journey, answers, page)?;
    Ok(out)
}

fn add_page<'a>(out: &mut String, journey: &Journey<'a>, answers: &Answers, page: &'a Page) -> Result<(), String> {
    let before = journey.before(&page.slug).map(|page| page.slug.as_str()).unwrap_or_default();
    let (is_there, status, after) = (journey.has_page(&page.slug), journey.status(page), next(journey.after(&page.slug)));
    let _ = writeln!(out, "{} {is_there} {status:?} <{before} >{after}", page.slug);
    add_problems(out, &journey.problems(page));
    add_followed(out, &of_page(journey, answers, page)?);
    if let Some(list_def) = page.list() {
        for item in answers.items(&list_def.key) {
            let list_item = journey.list_item(list_def, item);
            add_item(out, journey, &list_item, None)?;
            for inner in list_item.lists() {
                add_problems(out, &list_item.list_problems(inner));
                for item in list_item.items(inner) {
                    add_item(out, journey, &list_item.inner(inner, item), Some(&list_item))?;
                }
            }
        }
    }
    Ok(())
}

fn add_item(
    out: &mut String,
    journey: &Journey<'_>,
    list_item: &ItemJourney<'_>,
    around: Option<&ItemJourney<'_>>,
) -> Result<(), String> {
    let _ = writeln!(out, " {} {} {}", list_item.list().key, list_item.item().id, list_item.is_whole());
    add_problems(out, &list_item.problems());
    add_followed(out, &of_item(journey, list_item, around)?);
    Ok(())
}

fn add_problems(out: &mut String, problems: &[Problem]) {
    for problem in problems {
        let _ = writeln!(out, " ! {} {} {:?}", problem.key, problem.field, problem.fault);
    }
}

fn add_followed(out: &mut String, followed: &BrowserResult) {
    let _ = writeln!(out, " ? {}", followed.asked.join(" "));
    for (key, amount) in &followed.amounts {
        let _ = writeln!(out, " = {key} {amount:?}");
    }
}

fn next(next: NextPage<'_>) -> &str {
    match next {
        NextPage::Page(page) => &page.slug,
        NextPage::Check => "check",
    }
}
