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

# Build paths are kept out of the files, for privacy and so that the same commit builds the same files on any machine.
# The checkout's own path isn't among the flags: Cargo compiles workspace crates by relative paths, and a flag that
# differs between checkouts would make each of them recompile every dependency.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
remap=("--remap-path-prefix=$TARGET=/care-online/target" "--remap-path-prefix=$cargo_home=/cargo" "--remap-path-prefix=$(rustc --print sysroot)=/rust")
CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${remap[*]}")
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || echo 0)}
export CARGO_ENCODED_RUSTFLAGS SOURCE_DATE_EPOCH
export CFLAGS="${CFLAGS:-} -ffile-prefix-map=$TARGET=/care-online/target -ffile-prefix-map=$cargo_home=/cargo"

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
for built in "$SERVER" target/site/pkg/*.wasm; do
    for path in "$ROOT/" "$cargo_home/"; do
        ! grep --quiet --text --fixed-strings "$path" "$built" ||
            echo "      note: $built names $path, a folder of this machine" >&2
    done
done
