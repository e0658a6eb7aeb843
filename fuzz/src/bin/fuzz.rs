//! Runs libFuzzer on the target that `FUZZ_TARGET` names. `scripts/fuzz.sh` builds and runs it.

#![no_main]

use std::sync::LazyLock;

static TARGET: LazyLock<Option<fuzz::Target>> =
    LazyLock::new(|| std::env::var("FUZZ_TARGET").ok().and_then(|name| fuzz::target(&name)));

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some(target) = *TARGET else {
        eprintln!("FUZZ_TARGET names no target");
        std::process::exit(2);
    };
    (target.run)(data);
});
