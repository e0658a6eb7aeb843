//! A record as text. Typed text is written as it is: `Debug` may escape rare characters differently in another
//! compiler version.

use form_engine::record::{RecordEntry, RecordItem, RecordSection};
use std::fmt::Write;

pub fn add_record(out: &mut String, sections: &[RecordSection]) {
    for section in sections {
        let _ = writeln!(out, "# {}", section.title);
        for page in &section.pages {
            let _ = writeln!(out, "## {} {} {}", page.slug, page.title, page.none.as_deref().unwrap_or_default());
            add_entries(out, &page.entries);
            add_items(out, &page.items);
        }
    }
}

fn add_items(out: &mut String, items: &[RecordItem]) {
    for item in items {
        let _ = writeln!(out, "- {} {}", item.id, item.name);
        add_entries(out, &item.entries);
        for list in &item.lists {
            let _ = writeln!(out, "-- {} {} {}", list.key, list.title, list.none.as_deref().unwrap_or_default());
            add_items(out, &list.items);
        }
    }
}

fn add_entries(out: &mut String, entries: &[RecordEntry]) {
    for entry in entries {
        let _ = writeln!(out, "{} {}: {}", entry.key, entry.question, entry.answer.join(" / "));
    }
}
