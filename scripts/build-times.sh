#!/usr/bin/env bash
# How long builds take: `make run` from a fresh clone until the server answers, cold and then warm; and after a change of a
# page, a query, a component and a text, the time until everything is checked and until a debug build of the server is done.
# Packages of the system and Cargo's downloads are there already; every tool and crate is compiled.
#
# scripts/build-times.sh [COMMIT [PAGE QUERY COMPONENT TEXT]]   (the four are the files to change)
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

COMMIT=${1:-HEAD}
shift || true
FILES=("$@")
(($# == 4)) || FILES=(app/src/pages/home/mod.rs crates/store/src/drafts.rs crates/govuk/src/button.rs crates/i18n/en-GB/common.ftl)
URL=http://127.0.0.1:3000/health/live
LONGEST=5400 # seconds

! curl --silent --output /dev/null "$URL" || die "Something answers at $URL: stop it first."
FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
git clone --quiet "$ROOT" "$FOLDER/clone"
cd "$FOLDER/clone"
git checkout --quiet "$COMMIT"
# Nothing that was built before is used.
unset CI CARGO_TARGET_DIR CARE_ONLINE_TOOLS
export XDG_CACHE_HOME=$FOLDER/cache

# seconds COMMAND… prints how long a command takes; what it prints goes to a log that is shown when it fails.
seconds() {
    local start
    start=$(date +%s.%N)
    "$@" >"$FOLDER/log" 2>&1 || { tail -n 30 "$FOLDER/log" >&2; return 1; }
    awk -v start="$start" -v end="$(date +%s.%N)" 'BEGIN { printf "%.1f", end - start }'
}

# make run, until the server answers.
run() {
    local waited=0 server result=1
    setsid make run &
    server=$!
    while ((waited++ < LONGEST)) && kill -0 "$server" 2>/dev/null; do
        if curl --silent --fail --output /dev/null "$URL"; then
            result=0
            break
        fi
        sleep 1
    done
    kill -- "-$server" 2>/dev/null || true
    wait "$server" || true
    return "$result"
}

echo "commit $(git rev-parse --short HEAD), $(nproc) cores, $(rustc --version)"
cold=$(seconds run)
echo "make run, cold: $cold s"
warm=$(seconds run)
echo "make run, nothing changed: $warm s"

seconds cargo check --workspace >/dev/null
seconds cargo build --package server --bin care-online >/dev/null
for round in 1 2; do
    for file in "${FILES[@]}"; do
        case $file in
            *.rs) echo "// round $round" >>"$file" ;;
            *) echo "# round $round" >>"$file" ;;
        esac
        checked=$(seconds cargo check --workspace)
        built=$(seconds cargo build --package server --bin care-online)
        echo "change of $file: checked after $checked s, server built $built s later"
    done
done
