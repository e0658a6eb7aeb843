# shellcheck shell=bash
# shellcheck disable=SC2034 # what is set here is used by the scripts that source it
# Paths and functions shared by all scripts. Source it; do not run it.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$ROOT" || exit 1

CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/care-online
TOOLS=${CARE_ONLINE_TOOLS:-$CACHE/tools}
export PATH="$TOOLS/bin:$ROOT/node_modules/.bin:$PATH"
export SASS_PATH=node_modules
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# So that a clean checkout in CI needn't compile all dependencies again.
CARGO_FLAGS=()
if [[ -n ${CI:-} ]]; then
    export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
    CARGO_FLAGS=(--locked)
fi
TARGET=${CARGO_TARGET_DIR:-$ROOT/target}

if [[ -z ${CHROMIUM:-} ]]; then
    # The headless shell makes the browser tests a seventh faster.
    CHROMIUM=$(command -v chromium-headless-shell || command -v chromium || command -v chromium-browser || echo /usr/bin/chromium-headless-shell)
fi
export CHROMIUM

# What scripts/build.sh makes.
SERVER=$TARGET/release/care-online
SITE=$ROOT/target/site
# Free memory goes back to the system at once: see "Memory" in docs/operations.md.
export MIMALLOC_PURGE_DELAY=${MIMALLOC_PURGE_DELAY:-0}

# The pinned release may be installed under another name ("stable") on a machine
# that can't download toolchains.
PINNED=$(sed -n 's/^channel = "\(.*\)"$/\1/p' rust-toolchain.toml)
if [[ -z ${RUSTUP_TOOLCHAIN:-} ]] && command -v rustup >/dev/null &&
    ! rustup toolchain list | grep "^$PINNED-" >/dev/null &&
    rustup run stable rustc --version 2>/dev/null | grep "^rustc $PINNED " >/dev/null; then
    export RUSTUP_TOOLCHAIN=stable
fi

die() {
    printf 'care-online: %s\n' "$1" >&2
    exit 1
}

# The folder with PostgreSQL's programs, the newest if there are several. Debian doesn't put them on the PATH.
postgres_bin() {
    local found
    found=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
    [[ -x $found ]] || found=$(command -v initdb) || return 1
    dirname "$found"
}

# step "text" prints "[3/9] text"; the script sets STEPS, the number of steps, first.
STEP=0
step() {
    STEP=$((STEP + 1))
    printf '[%d/%d] %s\n' "$STEP" "${STEPS:-$STEP}" "$1"
}

# The flags of release builds, for what Cargo builds from here on.
#
# Build paths are kept out, for privacy and so that the same commit builds the same files on any machine. The checkout's
# own path isn't among the flags: Cargo compiles workspace crates by relative paths, and a flag that differs between
# checkouts would make each of them recompile every dependency.
#
# Leptos erases the types of views ("erase_components"), so that every page isn't compiled again for each place it stands
# in: a fifth less code, and pages are served as quickly (docs/performance.md).
release_flags() {
    local cargo_home=${CARGO_HOME:-$HOME/.cargo} remap
    remap=("--remap-path-prefix=$TARGET=/care-online/target" "--remap-path-prefix=$cargo_home=/cargo" "--remap-path-prefix=$(rustc --print sysroot)=/rust"
        --cfg=erase_components)
    CARGO_ENCODED_RUSTFLAGS=$(IFS=$'\x1f' && echo "${remap[*]}")
    # A date that stays: with the commit's, C code and every crate above it would be compiled again for each commit.
    export CARGO_ENCODED_RUSTFLAGS SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-0}
    export CFLAGS="${CFLAGS:-} -ffile-prefix-map=$TARGET=/care-online/target -ffile-prefix-map=$cargo_home=/cargo"
}

# Prints the toolchain that can build WASM: nothing if the default one can, the name of Debian's (see setup.sh) if only that
# can. Fails if neither can.
wasm_toolchain() {
    local name=care-online-wasm
    if [[ ${WASM_FROM:-} != debian && -d $(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib ]]; then
        return 0
    fi
    # The std must have been built by the installed version of Debian's compiler.
    rustup toolchain list | grep "^$name" >/dev/null &&
        [[ $(cat "$TOOLS/wasm-toolchain/built-by" 2>/dev/null) == "$(/usr/bin/rustc -vV 2>/dev/null)" ]] &&
        echo "$name"
}
