#!/usr/bin/env bash
# Every check, in the order in which a mistake is found soonest; stops at the first
# phase that fails. The test runners' own result lines stand at the end.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=13

LOG=$(mktemp -d)
trap 'rm -rf "$LOG"' EXIT

# phase "text" COMMAND... runs a command under a heading and says how long it took.
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

# Tests wait for disks, databases and each other: twice as many as a small machine has cores.
export RUST_TEST_THREADS=${RUST_TEST_THREADS:-4}

# "set -e" doesn't hold inside a phase: commands are joined with && there.
clippy() {
    cargo clippy "${CARGO_FLAGS[@]}" --workspace --all-targets -- -D warnings &&
        # The islands' browser half is compiled for WASM only. Debian's toolchain has no clippy.
        if [[ -z $(wasm_toolchain) ]]; then
            cargo clippy "${CARGO_FLAGS[@]}" --package frontend --target wasm32-unknown-unknown -- -D warnings
        fi
}
# Playwright runs TypeScript without looking at its types, and not every test runs each time.
types() { tsc --project end2end; }
# What an earlier run left is not to be checked.
cargo_test() { rm -rf "$TARGET/tmp/paper" && cargo test "${CARGO_FLAGS[@]}" --workspace --no-fail-fast 2>&1 | tee "$LOG/cargo"; }
# Everything that touches the database, once more on the other one. The whole workspace is named because its features
# together are what the phase before built; for one package, half of the dependencies would be compiled again.
postgres_test() { scripts/postgres.sh cargo test "${CARGO_FLAGS[@]}" --workspace --test it --no-fail-fast 2>&1 | tee "$LOG/postgres"; }
plain_english_test() { scripts/plain-english.sh 2>&1 | tee "$LOG/plain-english"; }
journeys_test() { scripts/journeys.sh 2000 2>&1 | tee "$LOG/journeys"; }
pdf_test() { scripts/pdf.sh 2>&1 | tee "$LOG/pdf"; }
browser_test() { scripts/e2e.sh 2>&1 | tee "$LOG/playwright"; }

phase "Set-up" scripts/setup.sh test
phase "Formatting" cargo fmt --all --check
phase "Plain English" plain_english_test
phase "Supply chain" scripts/supply-chain.sh
phase "Lints" clippy
phase "Types of the browser tests" types
phase "Unit and integration tests" cargo_test
phase "Integration tests on PostgreSQL" postgres_test
phase "Journeys, in the browser's code and the server's" journeys_test
phase "PDFs for screen readers" pdf_test
phase "Release build" scripts/build.sh
phase "Browser tests" browser_test

echo
step "Results after $SECONDS s"
grep -hE '^test result:' "$LOG/cargo" "$LOG/postgres" | grep -v ' 0 passed; 0 failed; 0 ignored' || true
cat "$LOG/pdf"
tail -n 1 "$LOG/plain-english"
tail -n 2 "$LOG/journeys"
grep -E '^ +[0-9]+ (passed|failed|skipped|flaky|did not run)' "$LOG/playwright" || true
# sum WORD adds up the numbers that stand before WORD in both.
sum() {
    { grep -hE '^(test result:| +[0-9]+ (passed|failed|skipped))' "$LOG"/* || true; } |
        grep -oE "[0-9]+ $1" | awk '{ n += $1 } END { print n + 0 }'
}
echo "Total: $(sum passed) passed, $(sum failed) failed, $(sum '(ignored|skipped)') skipped"
