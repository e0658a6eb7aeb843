#!/usr/bin/env bash
# Fills in every form at random with the server's code and with the browser's (the same rules as WASM), and compares the
# two: questions asked, errors, calculations, and the record.
#   scripts/journeys.sh [COUNT]     10,000 by default; the first ones are the same each time
# Fails on a difference, on a journey that doesn't end, and on a page that no journey reached. `make test` runs 2,000.
# CARE_ONLINE_FORMS may name another folder of forms.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

COUNT=${1:-10000}
[[ $COUNT =~ ^[1-9][0-9]*$ ]] || die "usage: scripts/journeys.sh [COUNT]"
toolchain=$(wasm_toolchain) || die "No toolchain can build WASM: run 'make setup' first."
OUT=$TARGET/tmp/journeys
rm -rf "$OUT" && mkdir -p "$OUT"

# With the features of the whole workspace, as the tests are built, so that nothing is compiled twice.
cargo build "${CARGO_FLAGS[@]}" --quiet --workspace --example forms-as-json
"$TARGET/debug/examples/forms-as-json" "${CARE_ONLINE_FORMS:-forms}" >"$OUT/forms.json"
# With the server's features and flags, so that it and the release build compile the rest once.
(
    release_flags
    cargo build "${CARGO_FLAGS[@]}" --quiet --release --package server --package form-simulator --bin form-simulator
)
# The output of two compilers can't share a folder (see build.sh).
(
    [[ -z $toolchain ]] || export RUSTUP_TOOLCHAIN=$toolchain CARGO_TARGET_DIR=$TARGET/front
    cargo build "${CARGO_FLAGS[@]}" --quiet --release --package form-simulator --lib --target wasm32-unknown-unknown
    wasm-bindgen --target nodejs --no-typescript --out-dir "$OUT/wasm" \
        "${CARGO_TARGET_DIR:-$TARGET}/wasm32-unknown-unknown/release/form_simulator.wasm"
)

# In parallel: they take about the same time.
node scripts/journeys.mjs "$OUT" "$COUNT" >"$OUT/browser" &
browser=$!
completed=yes
"$TARGET/release/form-simulator" "$OUT/forms.json" "$COUNT" >"$OUT/server" || completed=no
wait "$browser" || die "The browser's side failed: see the lines above."
[[ $completed == yes ]] || die "A journey did not end, or a page was not reached: see the line above."
if ! cmp --silent "$OUT/server" "$OUT/browser"; then
    diff "$OUT/server" "$OUT/browser" | head -n 20 >&2 || true
    die "Browser and server disagree: see the lines above ('<' is the server)."
fi
echo "$COUNT journeys: no difference between browser and server"
