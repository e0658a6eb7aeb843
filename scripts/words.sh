#!/usr/bin/env bash
# Measures how plain the English of the catalogue and the forms is, after showing that the check can fail.
# docs/plain-english.md says what it looks for, and what to do about a finding.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -d node_modules/smol-toml ]] || die "the npm packages are missing: run 'make setup' first."
node --test --test-reporter=dot scripts/words/*.test.mjs
node scripts/words/check.mjs
