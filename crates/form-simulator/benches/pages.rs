//! The cost of rules in forms of 14, 140 and 1,400 questions, all of them answered: `cargo bench -p form-simulator`.
//! A time is the mean over all pages of the form, each evaluated from scratch as for a request.

use divan::{Bencher, black_box};
use form_engine::{
    answers::Answers,
    definition::{Form, Page},
    journey::{Journey, NextPage, PageRules},
    problem::Problem,
    record::{Audience, record},
};
use form_simulator::{generated_forms, verdict::Plain};
use jiff::civil::Date;
use std::cell::{Cell, RefCell};

const LENGTHS: [usize; 3] = [14, 140, 1400];
const TODAY: Date = Date::constant(2026, 11, 23);

fn main() {
    divan::main();
}

/// A form with its answers; each iteration takes the next page.
struct Filled {
    form: Form,
    answers: Answers,
    slugs: Vec<String>,
    /// How many pages have been taken.
    turn: Cell<usize>,
}

impl Filled {
    fn new(questions: usize) -> Self {
        let form = generated_forms::sound(questions, 5);
        let answers = generated_forms::answers(&form, 5, TODAY);
        let slugs = form.pages().map(|page| page.slug.clone()).collect();
        Self { form, answers, slugs, turn: Cell::default() }
    }

    fn journey(&self) -> Journey<'_> {
        Journey::new(&self.form, &self.answers, TODAY)
    }

    fn next(&self) -> Option<&Page> {
        self.turn.set(self.turn.get() + 1);
        self.slugs.get(self.turn.get() % self.slugs.len()).and_then(|slug| self.form.page(slug))
    }
}

/// Which questions are asked, their errors, what the browser needs, and whether there are neighbouring pages.
fn page<'a>(journey: &'a Journey<'a>, page: &'a Page) -> (usize, Vec<Problem>, PageRules, bool) {
    let asked = journey.questions(page).count();
    let around = journey.before(&page.slug).is_some();
    (asked, journey.problems(page), journey.rules(page.questions()), around)
}

#[divan::bench(args = LENGTHS, sample_count = 50, sample_size = 500)]
fn a_page_is_shown(bencher: Bencher<'_, '_>, questions: usize) {
    let filled = Filled::new(questions);
    bencher.bench_local(|| black_box(filled.next().map(|next| page(&filled.journey(), next))));
}

#[divan::bench(args = LENGTHS, sample_count = 50, sample_size = 500)]
fn a_page_is_saved_and_left(bencher: Bencher<'_, '_>, questions: usize) {
    let filled = Filled::new(questions);
    let answers = RefCell::new(filled.answers.clone());
    bencher.bench_local(|| {
        let Some(page) = filled.next() else { return };
        let typed = answers.borrow().of_page(page);
        answers.borrow_mut().replace_page(page, &typed);
        let answers = answers.borrow();
        let journey = Journey::new(&filled.form, &answers, TODAY);
        black_box((journey.problems(page).len(), journey.after(&page.slug) == NextPage::Check));
    });
}

/// For comparison: something that needs the whole form.
#[divan::bench(args = LENGTHS)]
fn the_task_list(bencher: Bencher<'_, '_>, questions: usize) {
    let filled = Filled::new(questions);
    bencher.bench_local(|| black_box(filled.journey().done()));
}

#[divan::bench(args = LENGTHS)]
fn the_whole_record(bencher: Bencher<'_, '_>, questions: usize) {
    let filled = Filled::new(questions);
    bencher.bench_local(|| black_box(record(&filled.form, &filled.answers, TODAY, &Plain, Audience::Copy)));
}
