#!/usr/bin/env bash
# Bundles the GOV.UK Frontend modules that the pages use into one small file among the assets.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x node_modules/.bin/esbuild ]] || die "esbuild is missing: run 'make setup' first."
esbuild behaviours/main.mjs --bundle --minify --format=esm --target=es2020 --legal-comments=none --log-level=warning \
    --outfile=public/behaviours.js
