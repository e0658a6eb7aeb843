#!/usr/bin/env bash
# Runs the targets of fuzz/ with libFuzzer, guided by the coverage of our own crates.
#   scripts/fuzz.sh MINUTES [TARGET...]     each target for this long, one per core at a time
# Works with the stable compiler, whose own counters are built into our crates (not into dependencies). There is no
# sanitizer, because our code has no `unsafe`; integer overflow and debug assertions are checked. Findings are left in
# target/fuzz/TARGET; the corpus isn't changed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

MINUTES=${1:-}
[[ $MINUTES =~ ^[1-9][0-9]*$ ]] || die "usage: scripts/fuzz.sh MINUTES [TARGET...]"
shift
TARGETS=("$@")
((${#TARGETS[@]})) || mapfile -t TARGETS < <(cd fuzz/corpus && printf '%s\n' *)
command -v c++ >/dev/null || die "A C++ compiler is missing: install what Debian calls 'g++', then run this again."

echo "      building (the first time takes minutes)"
CARGO_PROFILE_RELEASE_DEBUG_ASSERTIONS=true CARGO_PROFILE_RELEASE_OVERFLOW_CHECKS=true \
    RUSTC_WORKSPACE_WRAPPER=$ROOT/scripts/fuzz-rustc.sh CARGO_TARGET_DIR=$TARGET/fuzz-build \
    cargo build "${CARGO_FLAGS[@]}" --quiet --release --package fuzz --features engine
PROGRAM=$TARGET/fuzz-build/release/fuzz

# fuzz TARGET runs one target and prints the result.
fuzz() {
    local found=$TARGET/fuzz/$1
    mkdir -p "$found/corpus"
    if FUZZ_TARGET=$1 "$PROGRAM" -max_total_time=$((MINUTES * 60)) -max_len=16384 -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$found/" "$found/corpus" "fuzz/corpus/$1" >"$found/log" 2>&1; then
        echo "      $1: $(grep -o '^Done [0-9]* runs' "$found/log" | tail -n 1), $(find "$found/corpus" -type f | wc -l) new inputs"
    else
        echo "      $1: FOUND SOMETHING: $found" >&2
        tail -n 25 "$found/log" >&2
        return 1
    fi
}

failed=0
running=()
for target in "${TARGETS[@]}"; do
    fuzz "$target" &
    running+=($!)
    if ((${#running[@]} >= $(nproc))); then
        wait "${running[0]}" || failed=1
        running=("${running[@]:1}")
    fi
done
for pid in "${running[@]}"; do wait "$pid" || failed=1; done
((failed == 0)) || die "Fuzzing found something: see the lines above. Put the input into fuzz/corpus once it is fixed."
echo "${#TARGETS[@]} targets, $MINUTES minutes each: nothing found"
