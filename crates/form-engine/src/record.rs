//! Answers as people read them: on "Check your answers", on the copy, and in the PDF. One implementation for all three.

mod item_names;

pub use item_names::{item_name_of, item_names};

use crate::{
    amount::Amount,
    answers::Answers,
    charge::ChargeOutcome,
    definition::{ADDRESS_PARTS, CHARGE, Content, Form, InnerList, Page, Question, QuestionKind, Unit},
    fields::{Fields, typed},
    journey::{ItemJourney, Journey},
};
use jiff::civil::Date;

/// The service's own texts in a record, in the reader's language.
pub trait RecordTexts {
    fn yes(&self) -> String;
    fn no(&self) -> String;
    /// Shown where an optional question was left out.
    fn not_provided(&self) -> String;
    /// An item without a name yet, such as "This medicine"; `item` is what the list calls one.
    fn this(&self, item: &str) -> String;
    fn date(&self, date: Date) -> String;
    /// A length in millimetres.
    fn length(&self, millimetres: i64) -> String;
    /// A weight in grams.
    fn weight(&self, grams: i64) -> String;
    /// A charge, line by line.
    fn charge(&self, outcome: &ChargeOutcome) -> Vec<String>;
    /// Shown where documents are sent another way.
    fn papers(&self) -> String;
}

/// Who reads the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The person filling in the form, before it is sent: everything is there to be checked.
    Checking,
    /// The reader of a copy, who may not be alone: answers hidden from the copy are left out.
    Copy,
}

/// A section of the form with the answers given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSection {
    pub title: String,
    pub pages: Vec<RecordPage>,
}

/// A page with the answers given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordPage {
    pub slug: String,
    pub title: String,
    pub entries: Vec<RecordEntry>,
    /// The items of a list, each with its name.
    pub items: Vec<RecordItem>,
    /// The text for an empty list.
    pub none: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordItem {
    pub id: String,
    pub name: String,
    pub entries: Vec<RecordEntry>,
    pub lists: Vec<RecordList>,
}

/// A nested list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordList {
    pub key: String,
    pub title: String,
    pub items: Vec<RecordItem>,
    pub none: Option<String>,
}

/// A question as it was asked, and its answer in lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordEntry {
    pub key: String,
    pub question: String,
    pub answer: Vec<String>,
    /// Whether it was typed, and not taken from the account or calculated.
    pub is_typed: bool,
}

/// Every answer that counts, in the order of the form. Pages without questions are left out.
pub fn record(
    form: &Form,
    answers: &Answers,
    today: Date,
    wording: &dyn RecordTexts,
    reader: Audience,
) -> Vec<RecordSection> {
    record_of(&Journey::new(form, answers, today), answers, wording, reader)
}

/// The same, of a journey with these answers: what it has evaluated isn't evaluated again.
pub fn record_of(
    journey: &Journey<'_>,
    answers: &Answers,
    wording: &dyn RecordTexts,
    reader: Audience,
) -> Vec<RecordSection> {
    let scribe = RecordBuilder { journey, wording, reader };
    let sections = journey.sections().into_iter().map(|section| RecordSection {
        title: section.title.to_owned(),
        pages: section.pages.into_iter().filter_map(|page| scribe.page(page, answers)).collect(),
    });
    sections.filter(|section| !section.pages.is_empty()).collect()
}

struct RecordBuilder<'a, 'f> {
    journey: &'a Journey<'f>,
    wording: &'a dyn RecordTexts,
    reader: Audience,
}

impl RecordBuilder<'_, '_> {
    fn page(&self, page: &Page, answers: &Answers) -> Option<RecordPage> {
        let (entries, items, none) = match &page.content {
            Content::Text(_) | Content::Stop(_) => return None,
            Content::Questions(_) => (self.entries(self.journey.questions(page), &answers.fields), Vec::new(), None),
            Content::List(list_def) => {
                let items = answers.items(&list_def.key);
                let names = item_names(list_def, items, self.wording);
                let record = |(item, name)| self.item(&self.journey.list_item(list_def, item), name);
                let items: Vec<RecordItem> = items.iter().zip(names).map(record).collect();
                let none = items.is_empty().then(|| list_def.none.clone());
                (Vec::new(), items, none)
            }
        };
        let empty = entries.is_empty() && items.is_empty() && none.is_none();
        (!empty).then(|| RecordPage { slug: page.slug.clone(), title: page.title.clone(), entries, items, none })
    }

    fn item(&self, list_item: &ItemJourney<'_>, name: String) -> RecordItem {
        let list = |inner: &InnerList| {
            let names = item_names(&inner.list, list_item.items(inner), self.wording);
            let record = |(item, name)| self.item(&list_item.inner(inner, item), name);
            let items: Vec<RecordItem> = list_item.items(inner).iter().zip(names).map(record).collect();
            let none = items.is_empty().then(|| inner.list.none.clone());
            RecordList { key: inner.list.key.clone(), title: inner.title.clone(), items, none }
        };
        RecordItem {
            id: list_item.item().id.clone(),
            name,
            entries: self.entries(list_item.questions(), list_item.fields()),
            lists: list_item.lists().map(list).collect(),
        }
    }

    fn entries<'q>(&self, questions: impl Iterator<Item = &'q Question>, fields: &Fields) -> Vec<RecordEntry> {
        let shown =
            |question: &&Question| question.is_recorded() && !(question.hidden_from_copy && self.reader == Audience::Copy);
        questions.filter(shown).map(|question| self.entry(question, fields)).collect()
    }

    fn entry(&self, question: &Question, fields: &Fields) -> RecordEntry {
        let answer = match &question.kind {
            QuestionKind::Calculated { shows } if shows == CHARGE => {
                self.journey.charge().map_or_else(Vec::new, |outcome| self.wording.charge(&outcome))
            }
            QuestionKind::Calculated { shows } => self.journey.calculated(shows).map(format_amount).into_iter().collect(),
            QuestionKind::File { .. } => vec![self.wording.papers()],
            _ => in_words(question, fields, self.wording),
        };
        let answer = if answer.is_empty() { vec![self.wording.not_provided()] } else { answer };
        RecordEntry { key: question.key.clone(), question: question.label.clone(), answer, is_typed: question.is_typed() }
    }
}

/// A calculated amount as people read it.
pub fn format_amount(amount: Amount) -> String {
    match amount.unit {
        Unit::Pence => values::format_money(amount.value),
        Unit::Number => values::format_number(amount.value),
        Unit::Millimetres => format!("{} cm", amount.value / 10),
        Unit::Grams => format!("{} kg", amount.value / 1000),
    }
}

/// An answer as people read it, line by line. What can't be parsed stays as typed. Empty if there is none.
pub fn in_words(question: &Question, fields: &Fields, wording: &dyn RecordTexts) -> Vec<String> {
    let one = typed(fields, &question.key);
    let line = |text: String| if text.is_empty() { Vec::new() } else { vec![text] };
    match &question.kind {
        _ if !question.is_typed() && !matches!(question.kind, QuestionKind::Account { .. }) => Vec::new(),
        QuestionKind::YesNo => line(yes_or_no(one, wording)),
        QuestionKind::OneOf { .. } | QuestionKind::ManyOf { .. } => chosen(question, fields),
        QuestionKind::Declaration { statement } => line(if one == "yes" { statement.clone() } else { String::new() }),
        QuestionKind::Date { .. } => line(date_words(question, fields, wording)),
        QuestionKind::Address { .. } => address_lines(question, fields),
        QuestionKind::Money { .. } => line(values::money(one).map_or_else(|| one.to_owned(), values::format_money)),
        QuestionKind::Number { unit, .. } => line(number(one, unit.as_deref())),
        QuestionKind::Length { .. } => {
            line(values::length(one).map_or_else(|| one.to_owned(), |length| wording.length(length)))
        }
        QuestionKind::Weight { .. } => {
            line(values::weight(one).map_or_else(|| one.to_owned(), |weight| wording.weight(weight)))
        }
        QuestionKind::NationalInsurance => {
            line(values::national_insurance(one).map_or_else(|| one.to_owned(), |n| spaced(&n, &[2, 2, 2, 2, 1])))
        }
        QuestionKind::NhsNumber => line(values::nhs_number(one).map_or_else(|| one.to_owned(), |n| spaced(&n, &[3, 3, 4]))),
        QuestionKind::LongText { .. } => one.lines().map(str::to_owned).collect(),
        _ => line(one.to_owned()),
    }
}

/// "12" and "12 hours" both become "12 hours".
fn number(typed: &str, unit: Option<&str>) -> String {
    let Ok(number) = values::read_number(typed, unit) else { return typed.to_owned() };
    let number = values::format_number(number);
    unit.map_or_else(|| number.clone(), |unit| format!("{number} {unit}"))
}

fn yes_or_no(value: &str, wording: &dyn RecordTexts) -> String {
    match value {
        "yes" => wording.yes(),
        "no" => wording.no(),
        _ => String::new(),
    }
}

fn chosen(question: &Question, fields: &Fields) -> Vec<String> {
    let values = fields.get(&question.key).map_or(&[][..], Vec::as_slice);
    question.options().iter().filter(|option| values.contains(&option.value)).map(|option| option.label.clone()).collect()
}

fn date_words(question: &Question, fields: &Fields, wording: &dyn RecordTexts) -> String {
    let part = |part: &str| typed(fields, &format!("{}-{part}", question.key));
    let (day, month, year) = (part("day"), part("month"), part("year"));
    values::date(day, month, year)
        .map_or_else(|_| format!("{day} {month} {year}").trim().to_owned(), |date| wording.date(date))
}

fn address_lines(question: &Question, fields: &Fields) -> Vec<String> {
    let lines = ADDRESS_PARTS.iter().map(|part| {
        let line = typed(fields, &format!("{}-{part}", question.key));
        if *part == "postcode" { values::postcode(line).unwrap_or_else(|| line.to_owned()) } else { line.to_owned() }
    });
    lines.filter(|line| !line.is_empty()).collect()
}

fn spaced(text: &str, groups: &[usize]) -> String {
    let mut letters = text.chars();
    let parts = groups.iter().map(|size| letters.by_ref().take(*size).collect::<String>());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::definition::DateIs;

    pub(super) struct Plain;

    impl RecordTexts for Plain {
        fn yes(&self) -> String {
            "Yes".into()
        }

        fn no(&self) -> String {
            "No".into()
        }

        fn not_provided(&self) -> String {
            "-".into()
        }

        fn this(&self, item: &str) -> String {
            item.into()
        }

        fn date(&self, date: Date) -> String {
            date.to_string()
        }

        fn length(&self, millimetres: i64) -> String {
            format!("{millimetres} mm")
        }

        fn weight(&self, grams: i64) -> String {
            format!("{grams} g")
        }

        fn charge(&self, outcome: &ChargeOutcome) -> Vec<String> {
            outcome.lines().iter().map(|line| line.code.name().to_owned()).collect()
        }

        fn papers(&self) -> String {
            "papers".into()
        }
    }

    fn values(kind: QuestionKind, pairs: &[(&str, &str)]) -> Vec<String> {
        let question = Question { optional: true, ..Question::new("q", "Q", "", kind) };
        let fields = pairs.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
        in_words(&question, &fields, &Plain)
    }

    #[test]
    fn answers_are_written_out_and_invalid_ones_shown_as_typed() {
        let date =
            |d, m, y| values(QuestionKind::Date { when_is: DateIs::Any }, &[("q-day", d), ("q-month", m), ("q-year", y)]);
        assert_eq!(date("3", "mar", "1947"), ["1947-03-03"]);
        assert_eq!(date("31", "2", "1947"), ["31 2 1947"]);
        assert_eq!(values(QuestionKind::Money { max_pence: None }, &[("q", "1200.5")]), ["£1,200.50"]);
        let hours = QuestionKind::Number { min: None, max: None, unit: Some("hours".into()) };
        assert_eq!(values(hours.clone(), &[("q", "12 hours")]), ["12 hours"]);
        assert_eq!(values(hours, &[("q", "lots")]), ["lots"]);
        assert_eq!(values(QuestionKind::Length { min: None, max: None }, &[("q", "45 cm")]), ["450 mm"]);
        assert_eq!(values(QuestionKind::NationalInsurance, &[("q", "jg103759a")]), ["JG 10 37 59 A"]);
        assert_eq!(values(QuestionKind::NhsNumber, &[("q", "9434765919")]), ["943 476 5919"]);
        assert_eq!(values(QuestionKind::LongText { max: 9, rows: 5 }, &[("q", "One\n\nTwo")]), ["One", "", "Two"]);
        let address = [("q-line1", "1 Lake Road"), ("q-town", "Northmere"), ("q-postcode", "nr13dh")];
        assert_eq!(values(QuestionKind::Address { autocomplete: false }, &address), ["1 Lake Road", "Northmere", "NR1 3DH"]);
        assert_eq!(values(QuestionKind::YesNo, &[("q", "no")]), ["No"]);
        assert!(values(QuestionKind::YesNo, &[("q", "maybe")]).is_empty());
    }
}
