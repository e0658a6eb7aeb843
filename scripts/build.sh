#!/usr/bin/env bash
# The release build: the site with the WASM client in target/site, then the server.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=3

LEPTOS=$(cargo metadata --no-deps --format-version 1 | node -p 'JSON.stringify(JSON.parse(require("fs").readFileSync(0)).metadata.leptos[0])')
export LEPTOS
# leptos NAME is a setting of [[workspace.metadata.leptos]] in Cargo.toml, which `cargo leptos watch` reads too.
leptos() { node -p 'JSON.parse(process.env.LEPTOS)[process.argv[1]]' "$1"; }
library=$(leptos lib-package) profile=$(leptos lib-profile-release)

toolchain=$(wasm_toolchain) || die "No toolchain can build WASM: run 'make setup' first."
release_flags

step "WASM"
(
    # Another compiler's files don't mix with ours.
    [[ -z $toolchain ]] || export RUSTUP_TOOLCHAIN=$toolchain CARGO_TARGET_DIR=$TARGET/front
    cargo build "${CARGO_FLAGS[@]}" --package "$library" --lib --target wasm32-unknown-unknown --profile "$profile"
)
step "Site: WASM and JavaScript made small, style sheets, assets"
WASM=$TARGET/${toolchain:+front/}wasm32-unknown-unknown/$profile/$library.wasm
mkdir -p "${SERVER%/*}"
node scripts/site.mjs "$WASM" "$SERVER"

step "Server"
cargo build "${CARGO_FLAGS[@]}" --package "$(leptos bin-package)" --bin "$(leptos bin-target)" --release
[[ -x $SERVER ]] || die "The build left no $SERVER: check bin-target in Cargo.toml."
for built in "$SERVER" target/site/pkg/*.wasm; do
    for path in "$ROOT/" "${CARGO_HOME:-$HOME/.cargo}/"; do
        ! grep --quiet --text --fixed-strings "$path" "$built" ||
            echo "      note: $built names $path, a folder of this machine" >&2
    done
done
