#!/usr/bin/env bash
# Measures the release build with a temporary data folder and port, and prints a table.
#   make bench                               the full measurement: about 2 minutes
#   scripts/bench.sh --quick                 the same, shorter and less exact
#   SECONDS_EACH=30 CONNECTIONS=32 make bench
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
source scripts/own-server.sh
STEPS=9

STARTS=6 REQUESTS=10000 SAVES=200 PDFS=50 SECONDS_EACH=${SECONDS_EACH:-10}
case ${1:-} in
'') ;;
--quick) STARTS=3 REQUESTS=1000 SAVES=40 PDFS=10 SECONDS_EACH=2 ;;
*) die "usage: scripts/bench.sh [--quick]" ;;
esac
CONNECTIONS=${CONNECTIONS:-8}
FORM=care-needs
PAGE=what-is-happening # an ordinary page of the form: checkboxes, a text, radios

command -v wrk >/dev/null || die "wrk is missing: run 'scripts/setup.sh bench' first."
LOAD_BEFORE=$(cut -d' ' -f1-3 /proc/loadavg)
export LOAD_BEFORE
own_server bench
ROWS=$DATA/rows

measure() { node scripts/bench/measure.mjs "$@" >>"$ROWS"; }
# load "name" PATH [LEAST] requests one page repeatedly over a few connections.
load() {
    wrk -t1 -c"$CONNECTIONS" -d"${SECONDS_EACH}s" --latency \
        -H "Cookie: $COOKIE" -H 'Accept: text/html' -H "Accept-Encoding: $ENCODING" "$URL$2" >"$DATA/wrk"
    measure wrk "$1" "${@:3}" <"$DATA/wrk"
}
# field NAME reads a value from the output of prepare.mjs.
field() { node -p 'JSON.parse(process.argv[1])[process.argv[2]]' "$READY" "$1"; }

step "Starting, $STARTS times"
measure start "$SERVER" "$URL" "$STARTS"

step "Creating an account, filling in two forms and submitting one"
start_server
measure memory "$PID" "when ready"
READY=$(node scripts/bench/prepare.mjs "$URL" "$CARE_ONLINE_DATA" "$FORM")
COOKIE=$(field cookie) COPY=$(field copy) DRAFT=$(field draft)
measure memory "$PID" "with two forms filled in"

step "$REQUESTS requests for pages of all kinds"
measure requests "$URL" "$COOKIE" "$REQUESTS" \
    / /help "/forms/$FORM" /account /recover /submitted "$COPY" "$DRAFT" "$DRAFT/$PAGE" "$DRAFT/check"
measure memory "$PID" "after $REQUESTS more requests" 60

step "$SAVES saves"
measure saves "$URL" "$COOKIE" "$DRAFT/$PAGE" "$CARE_ONLINE_DATA" "$SAVES" "this disk"

step "$PDFS PDFs"
measure pdf "$URL" "$COOKIE" "$COPY/pdf" "$PDFS"

step "Pages over $CONNECTIONS connections, $SECONDS_EACH seconds each"
ENCODING=identity
load "Draft page, signed in, $CONNECTIONS connections" "$DRAFT/$PAGE" 2000
ENCODING=gzip
load "Draft page, signed in, gzip" "$DRAFT/$PAGE"
ENCODING=identity
load "Task list, signed in" "$DRAFT"
load "Check your answers, signed in" "$DRAFT/check"
load "Home, signed in" /
SESSION=$COOKIE COOKIE=none=0
load "Help, not signed in" /help
load "Sign in" /sign-in
load "/health/live" /health/live
measure memory "$PID" "at the end"

step "$SAVES saves, on a disk without a cache"
cc -shared -fPIC -O2 -o "$DATA/slow-disk.so" scripts/bench/slow-disk.c
stop_server
SLOW=LD_PRELOAD=$DATA/slow-disk.so
start_server "$SLOW"
env "$SLOW" node scripts/bench/measure.mjs saves "$URL" "$SESSION" "$DRAFT/$PAGE" "$CARE_ONLINE_DATA" "$SAVES" "a disk 2 ms slower" >>"$ROWS"

step "Forms of 14, 140 and 1,400 questions, all answered"
stop_server
node scripts/bench/long-forms.mjs write "$DATA/forms"
start_server CARE_ONLINE_FORMS="$DATA/forms"
node scripts/bench/long-forms.mjs fill "$URL" "$CARE_ONLINE_DATA" >"$DATA/long"
{
    read -r COOKIE
    while read -r LENGTH PAGE; do
        load "A page of a form with $LENGTH questions" "$PAGE"
        measure save "$URL" "$COOKIE" "$PAGE" "$CARE_ONLINE_DATA" "$SAVES" "A save in a form with $LENGTH questions"
    done
} <"$DATA/long"

step "Sizes"
measure sizes "$SITE"

echo
node scripts/bench/report.mjs "$ROWS" "$DATA"
