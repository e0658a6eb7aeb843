#!/usr/bin/env bash
# Installs what is missing for building (run), rebuilding after each change (watch), testing (test) or measuring (bench).
# Can be interrupted and run again at any time: each step checks what is really there, and nothing counts as installed
# before it is complete.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

OUTLOUD=0.2.1
CARGO_LEPTOS=0.3.10 # 0.3.11 wants a newer Rust than rust-toolchain.toml names
WHAT=${1:-run}
case $WHAT in
run | bench) STEPS=5 ;;
watch | test) STEPS=6 ;;
*) die "usage: scripts/setup.sh run|watch|test|bench" ;;
esac

# quietly COMMAND... hides the output of a command. If there is an alternative, its failure is shown only if that fails
# too.
LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT
quietly() { "$@" >>"$LOG" 2>&1 && : >"$LOG"; }
die() {
    cat "$LOG" >&2
    printf 'care-online: %s\n' "$1" >&2
    exit 1
}

# debian WHY PACKAGE... installs packages, or prints one sentence if that isn't possible.
debian() {
    local why=$1 sudo=()
    shift
    command -v apt-get >/dev/null ||
        die "$why is missing: install what Debian calls '$*' with this system's package manager, then run this again."
    if [[ $(id -u) != 0 ]]; then
        sudo=(sudo)
        if ! command -v sudo >/dev/null || { [[ ! -t 0 ]] && ! sudo -n true 2>/dev/null; }; then
            die "$why is missing and this user may not install packages: ask an administrator for 'apt-get install $*', then run this again."
        fi
    fi
    echo "      installing Debian packages: $*"
    local install=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300
        -qq install --yes --no-install-recommends "$@")
    # Outdated package lists, or an interrupted earlier run, are fixed once.
    quietly "${sudo[@]}" "${install[@]}" </dev/null || {
        quietly "${sudo[@]}" dpkg --configure -a </dev/null || true
        quietly "${sudo[@]}" apt-get -qq update </dev/null || true
        quietly "${sudo[@]}" "${install[@]}" </dev/null
    } || die "$why is missing and 'apt-get install $*' failed: see the lines above, then run this again."
}

# outloud_from_pypi installs the PDF checker in a Python environment of its own.
outloud_from_pypi() {
    local home=$TOOLS/python tmp=$TOOLS/python.new
    command -v python3 >/dev/null && python3 -c 'import ensurepip' 2>/dev/null || debian "Python" python3 python3-venv
    rm -rf "$tmp"
    # Newer versions of PyMuPDF depend on 250 MB of machine learning packages.
    python3 -m venv "$tmp" && "$tmp/bin/pip" --quiet --disable-pip-version-check install "outloud==$OUTLOUD" 'pymupdf<2' ||
        die "outloud $OUTLOUD could not be installed: see the lines above, then run this again."
    rm -rf "$home"
    mv "$tmp" "$home"
    # Programs in such a folder contain the path they were installed to.
    sed -i "1s|$tmp|$home|" "$home/bin/outloud"
}

# wasm_from_debian links a toolchain with Debian's rustc and a std built for WASM
# from Debian's source. The system's own folders aren't changed: the toolchain is
# a folder of ours, to which the sysroot of its rustc points.
wasm_from_debian() {
    local home=$TOOLS/wasm-toolchain tmp=$TOOLS/wasm-toolchain.new sysroot
    debian "The WASM compiler" rustc-web cargo-web rust-web-src rust-web-llvm lld-22
    local rustc=/usr/bin/rustc cargo=/usr/bin/cargo
    sysroot=$("$rustc" --print sysroot)
    echo "      building Rust's standard library for WASM (about a minute)"
    rm -rf "$tmp"
    mkdir -p "$tmp/bin" "$tmp/lib/rustlib" "$tmp/std/src"
    printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2021"\n' >"$tmp/std/Cargo.toml"
    printf '#![no_std]\n' >"$tmp/std/src/lib.rs"
    (cd "$tmp/std" && env -u RUSTUP_TOOLCHAIN -u CARGO_TARGET_DIR RUSTC_BOOTSTRAP=1 RUSTC=$rustc \
        RUSTFLAGS=-Cembed-bitcode=yes `# the wasm-release profile links with LTO` \
        "$cargo" build --release --target wasm32-unknown-unknown -Zbuild-std=std,panic_abort) ||
        die "Rust's standard library for WASM could not be built: see the lines above, then run this again."
    ln -s "$sysroot"/lib/rustlib/* "$tmp/lib/rustlib/"
    rm -rf "$tmp/lib/rustlib/wasm32-unknown-unknown"
    mkdir -p "$tmp/lib/rustlib/wasm32-unknown-unknown/lib"
    cp "$tmp"/std/target/wasm32-unknown-unknown/release/deps/*.rlib "$tmp/lib/rustlib/wasm32-unknown-unknown/lib/"
    rm -rf "$tmp/std" "$tmp/lib/rustlib/wasm32-unknown-unknown/lib/"libstd_for_wasm-*
    # shellcheck disable=SC2016 # "$@" is for the script that is written
    printf '#!/bin/sh\nexec %s --sysroot "%s" "$@"\n' "$rustc" "$home" >"$tmp/bin/rustc"
    ln -s "$cargo" "$tmp/bin/cargo"
    chmod +x "$tmp/bin/rustc"
    "$rustc" -vV >"$tmp/built-by"
    rm -rf "$home" "$TARGET/front" # what was built with another std
    mv "$tmp" "$home"
    rustup toolchain link care-online-wasm "$home"
}

# tool NAME VERSION FLAG... installs a cargo tool into $TOOLS, without the
# optimisations of its release profile: they take minutes, and it runs for a second.
tool() {
    local crate=$1 version=$2 home=$CACHE/build-tools install
    shift 2
    echo "      building it from source, once: 2 to 10 minutes"
    # The build output is kept until the tool is installed, so that an interrupted build can continue.
    install=(env CARGO_TARGET_DIR="$home" CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 CARGO_PROFILE_RELEASE_DEBUG=false CARGO_PROFILE_RELEASE_STRIP=true
        CARGO_RESOLVER_INCOMPATIBLE_RUST_VERSIONS=fallback
        cargo install "$crate" --version "=$version" --root "$TOOLS" --force --no-default-features "$@")
    # Its lock file may name a version that was withdrawn, or that a mirror of the registry doesn't have.
    quietly "${install[@]}" --locked || quietly "${install[@]}" ||
        die "$crate $version could not be built: see the lines above, then run this again."
    rm -rf "$home"
}

step "Rust $PINNED"
for command in rustup cargo; do
    command -v "$command" >/dev/null ||
        die "Rust is missing: install rustup as https://rustup.rs says, then run this again."
done
if ! cargo --version >/dev/null 2>&1; then
    timeout 600 rustup toolchain install "$PINNED" --profile minimal --component rustfmt,clippy ||
        die "Rust $PINNED is missing and could not be downloaded: run 'rustup toolchain install $PINNED' where that works, then run this again."
fi
if [[ $WHAT == test ]]; then
    (cargo fmt --version && cargo clippy --version) >/dev/null 2>&1 ||
        timeout 300 rustup component add rustfmt clippy ||
        die "rustfmt or clippy is missing and could not be downloaded: run 'rustup component add rustfmt clippy' where that works, then run this again."
fi

step "Node.js, a C compiler$([[ $WHAT == test ]] && echo ', Chromium, pdftotext, Java, PostgreSQL')$([[ $WHAT == bench ]] && echo ', wrk')"
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null ||
    die "Node.js 20.19 or newer is missing: install it with npm (https://nodejs.org), then run this again."
command -v npm >/dev/null || die "npm is missing: install it beside Node.js, then run this again."
command -v cc >/dev/null || debian "A C compiler" gcc libc6-dev
if [[ $WHAT == test ]]; then
    [[ -x $CHROMIUM ]] || debian "Chromium" chromium-headless-shell
    command -v pdftotext >/dev/null || debian "pdftotext" poppler-utils
    command -v java >/dev/null || debian "Java" default-jre-headless
    postgres_bin >/dev/null || debian "PostgreSQL" postgresql
    command -v openssl >/dev/null || debian "openssl" openssl
elif [[ $WHAT == bench ]]; then
    command -v wrk >/dev/null || debian "wrk" wrk
    command -v curl >/dev/null || debian "curl" curl
fi

step "npm packages"
if ! cmp -s package-lock.json node_modules/.installed-from; then
    npm ci || die "The npm packages could not be installed: see the lines above, then run this again."
    cp package-lock.json node_modules/.installed-from
fi
scripts/fonts.sh
scripts/behaviours.sh

step "Rust's WASM target"
if ! wasm_toolchain >/dev/null; then
    if [[ ${WASM_FROM:-} == debian ]] || ! quietly timeout 60 rustup target add wasm32-unknown-unknown; then
        echo "      rustup can't provide it here: taking Debian's"
        wasm_from_debian
        : >"$LOG"
    fi
fi

BINDGEN=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
step "wasm-bindgen $BINDGEN"
[[ -n $BINDGEN ]] || die "Cargo.lock names no wasm-bindgen: restore Cargo.lock, then run this again."
[[ $("$TOOLS/bin/wasm-bindgen" --version 2>/dev/null) == "wasm-bindgen $BINDGEN" ]] ||
    tool wasm-bindgen-cli "$BINDGEN" --bin wasm-bindgen

if [[ $WHAT == watch ]]; then
    step "cargo-leptos $CARGO_LEPTOS"
    [[ $("$TOOLS/bin/cargo-leptos" --version 2>/dev/null) == "cargo-leptos $CARGO_LEPTOS" ]] ||
        tool cargo-leptos "$CARGO_LEPTOS" --features no_downloads
elif [[ $WHAT == test ]]; then
    step "outloud $OUTLOUD"
    [[ $("$TOOLS/python/bin/outloud" --version 2>/dev/null) == *" $OUTLOUD" ]] || outloud_from_pypi
fi
