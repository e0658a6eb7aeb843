#!/usr/bin/env bash
# The release build: the site with the WASM client in target/site, then the server.
# In two halves, because WASM may need a toolchain of its own (see setup.sh).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=2

# What env.sh tells the server at run time would stand above Cargo.toml's settings here.
unset "${!LEPTOS_@}"
build=(cargo leptos build --release --precompress)
[[ ${#CARGO_FLAGS[@]} == 0 ]] || build+=(--cargo-locked)

toolchain=$(wasm_toolchain) || die "No toolchain can build WASM: run 'make setup' first."
step "Browser half: WASM, style sheets and assets"
if [[ -n $toolchain ]]; then
    RUSTUP_TOOLCHAIN=$toolchain "${build[@]}" --frontend-only
else
    "${build[@]}" --frontend-only
fi
# Type declarations are for editors, not for browsers.
find target/site/pkg -name '*.ts*' -delete
node scripts/press-css.mjs

step "Server half"
"${build[@]}" --server-only
[[ -x $SERVER ]] || die "The build left no $SERVER: check bin-target and bin-exe-name in Cargo.toml."
