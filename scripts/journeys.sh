#!/usr/bin/env bash
# Walks through every form at random with the server's code and with the browser's (the same rules as WASM), and compares
# what the two say on the way: which questions are asked, what is wrong, what sums come to, what the record says.
#   scripts/journeys.sh [COUNT]     10,000 if it isn't said; the first are the same each time
# Fails on a difference, on a way that doesn't end, and on a page that no journey came to. `make test` takes 2,000.
# CARE_ONLINE_FORMS is another folder of forms.
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
cargo build "${CARGO_FLAGS[@]}" --quiet --release --package form-simulator
# Another compiler's files don't mix with ours (see build.sh).
(
    [[ -z $toolchain ]] || export RUSTUP_TOOLCHAIN=$toolchain CARGO_TARGET_DIR=$TARGET/front
    cargo build "${CARGO_FLAGS[@]}" --quiet --release --package form-simulator --lib --target wasm32-unknown-unknown
    wasm-bindgen --target nodejs --no-typescript --out-dir "$OUT/wasm" \
        "${CARGO_TARGET_DIR:-$TARGET}/wasm32-unknown-unknown/release/form_simulator.wasm"
)

# Both at once: they take about as long.
node scripts/journeys.mjs "$OUT" "$COUNT" >"$OUT/browser" &
browser=$!
walked=yes
"$TARGET/release/form-simulator" "$OUT/forms.json" "$COUNT" >"$OUT/server" || walked=no
wait "$browser" || die "The browser's side broke: see the lines above."
[[ $walked == yes ]] || die "Not every journey came to its end, or not every page was come to: see the line above."
if ! cmp --silent "$OUT/server" "$OUT/browser"; then
    diff "$OUT/server" "$OUT/browser" | head -n 20 >&2 || true
    die "Browser and server come to different verdicts: see the lines above ('<' is the server's)."
fi
echo "$COUNT journeys: no difference between browser and server"
