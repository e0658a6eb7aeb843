#!/usr/bin/env bash
# Serves a debug build and rebuilds it after each change: cargo leptos watch with the tools that setup.sh installed.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -z $(wasm_toolchain || echo none) ]] ||
    die "Watching needs a toolchain that builds both WASM and the server: run 'rustup target add wasm32-unknown-unknown'."
exec cargo leptos watch "$@"
