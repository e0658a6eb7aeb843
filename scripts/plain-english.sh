#!/usr/bin/env bash
# Measures how plain the English of the catalogue and the forms is.
# docs/plain-english.md says what it checks and how to deal with findings.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

cargo run "${CARGO_FLAGS[@]}" --quiet --package plain-english
