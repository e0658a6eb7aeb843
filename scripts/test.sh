#!/usr/bin/env bash
# Runs every check, fastest feedback first, and stops at the first phase that fails. The result lines of the test runners
# are repeated at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=14

LOG=$(mktemp -d)
trap 'rm -rf "$LOG"' EXIT

# phase "text" COMMAND... runs a command under a heading and prints how long it took.
phase() {
    local text=$1 start=$SECONDS
    shift
    echo
    step "$text"
    "$@" || {
        echo "FAILED after $((SECONDS - start)) s: $text" >&2
        exit 1
    }
    echo "      done in $((SECONDS - start)) s"
}

# Tests wait for disks and databases, so more threads than a small machine has cores.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-4}

# "set -e" has no effect inside a phase, so commands are joined with && there.
clippy() {
    cargo clippy "${CARGO_FLAGS[@]}" --workspace --all-targets -- -D warnings &&
        # The islands' browser half is compiled for WASM only. Debian's toolchain has no clippy.
        if [[ -z $(wasm_toolchain) ]]; then
            cargo clippy "${CARGO_FLAGS[@]}" --package frontend --target wasm32-unknown-unknown -- -D warnings
        fi
}
# Playwright runs TypeScript without type checking, and not every test runs each time.
types() { tsc --project end2end && node scripts/crates.mjs --check; }
# Removes the PDFs and pages of an earlier run.
cargo_test() { rm -rf "$TARGET/tmp/pdf" "$TARGET/tmp/html" && cargo test "${CARGO_FLAGS[@]}" --workspace --no-fail-fast 2>&1 | tee "$LOG/cargo"; }
# Everything that uses the database, again on PostgreSQL. For the whole workspace, because its combined features are what
# the previous phase built; for a single package, half of the dependencies would be compiled again.
postgres_test() { scripts/postgres.sh cargo test "${CARGO_FLAGS[@]}" --workspace --test it --no-fail-fast 2>&1 | tee "$LOG/postgres"; }
plain_english_test() { scripts/plain-english.sh 2>&1 | tee "$LOG/plain-english"; }
journeys_test() { scripts/journeys.sh 2000 2>&1 | tee "$LOG/journeys"; }
html_test() { scripts/html.sh 2>&1 | tee "$LOG/html"; }
pdf_test() { scripts/pdf.sh 2>&1 | tee "$LOG/pdf"; }
browser_test() { scripts/e2e.sh 2>&1 | tee "$LOG/playwright"; }

phase "Set-up" scripts/setup.sh test
phase "Formatting" cargo fmt --all --check
phase "Plain English" plain_english_test
phase "Supply chain" scripts/supply-chain.sh
phase "Lints" clippy
phase "Types of the browser tests, picture of the crates" types
phase "Unit and integration tests" cargo_test
phase "Integration tests on PostgreSQL" postgres_test
phase "Journeys, in the browser's code and the server's" journeys_test
phase "Valid HTML" html_test
phase "PDFs for screen readers" pdf_test
phase "Release build" scripts/build.sh
phase "Browser tests" browser_test

echo
step "Results after $SECONDS s"
grep -hE '^test result:' "$LOG/cargo" "$LOG/postgres" | grep -v ' 0 passed; 0 failed; 0 ignored' || true
cat "$LOG/html" "$LOG/pdf"
tail -n 1 "$LOG/plain-english"
tail -n 2 "$LOG/journeys"
grep -E '^ +[0-9]+ (passed|failed|skipped|flaky|did not run)' "$LOG/playwright" || true
# sum WORD adds up the numbers before WORD in all logs.
sum() {
    { grep -hE '^(test result:| +[0-9]+ (passed|failed|skipped))' "$LOG"/* || true; } |
        grep -oE "[0-9]+ $1" | awk '{ n += $1 } END { print n + 0 }'
}
echo "Total: $(sum passed) passed, $(sum failed) failed, $(sum '(ignored|skipped)') skipped"
