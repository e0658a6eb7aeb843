//! Runs each target on its corpus and on some thousand mutated inputs. `FUZZ=10` runs ten times as many.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests may panic")]

use fuzz::{TARGETS, mutate};
use rand::{Rng, SeedableRng, rngs::StdRng};
use std::{
    panic,
    time::{Duration, Instant},
};

/// The time limit for the mutated inputs of one target. Slow targets, which read files, run fewer of them.
const SOON: Duration = Duration::from_secs(2);
const MANY: u64 = 2_000;

fn run(name: &str) {
    let target = fuzz::target(name).unwrap();
    let inputs = fuzz::inputs(target).unwrap();
    assert!(inputs.len() >= 3, "{name} has a corpus of {} inputs", inputs.len());
    let times = std::env::var("FUZZ").ok().and_then(|times| times.parse::<u64>().ok()).unwrap_or(1);
    for input in &inputs {
        (target.run)(input);
    }
    let (start, mut count) = (Instant::now(), 0);
    while count < MANY * times && start.elapsed() < SOON * u32::try_from(times).unwrap() {
        let mut rng = StdRng::seed_from_u64(count);
        let one = &inputs[rng.random_range(0..inputs.len())];
        let input = mutate::changed(one, &inputs, target.words, &mut rng);
        if let Err(fault) = panic::catch_unwind(|| (target.run)(&input)) {
            eprintln!("{name}, input {count}: {:?}", String::from_utf8_lossy(&input));
            panic::resume_unwind(fault);
        }
        count += 1;
    }
    println!("{name}: {} inputs and {count} mutated ones in {:?}", inputs.len(), start.elapsed());
}

#[test]
fn every_target_has_a_corpus_and_a_test() {
    let tested = include_str!("corpus.rs");
    for target in TARGETS {
        assert!(fuzz::corpus(target).is_dir(), "{}", target.name);
        assert!(tested.contains(&format!("run(\"{}\")", target.name)), "{}", target.name);
    }
}

// ASVS V1.1.1
#[test]
fn form_bodies() {
    run("form_decode");
}

// ASVS V2.2.2 V1.5.2 V15.3.3
#[test]
fn page_answers() {
    run("answers");
}

// ASVS V11.3.3
#[test]
fn sealed_records() {
    run("sealed_header");
}

// ASVS V2.2.1
#[test]
fn telephone_numbers() {
    run("phone");
}

// ASVS V2.2.1 V1.4.2
#[test]
fn dates() {
    run("dates");
}

// ASVS V2.2.1 V1.4.2
#[test]
fn sums_of_money() {
    run("money");
}

// ASVS V3.7.2 V1.2.2
#[test]
fn return_paths() {
    run("redirect");
}

// ASVS V1.5.2
#[test]
fn form_files() {
    run("form_file");
}

// ASVS V9.1.1 V1.5.2
#[test]
fn provider_responses() {
    run("provider");
}
