#!/usr/bin/env bash
# Attacks the release build as a slow or silent crowd does, while residents use it, and prints what it stood.
#   make attack                          sets up, builds, attacks: about 4 minutes
#   scripts/attack.sh                    the same on the build that is there
#   scripts/attack.sh silent slow-heads  only these of silent, slow-heads, slow-bodies, slow-readers
#   SERVER=target/debug/care-online scripts/attack.sh
# It stays on this machine: attackers come from 127.0.0.2 to 127.0.0.6, residents from 127.0.0.9. Every attack has an end.
set -euo pipefail
GIVEN=${SERVER:-}
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
SERVER=${GIVEN:-$SERVER}
STEPS=2
FORM=care-needs

[[ $(uname) == Linux ]] || die "The attacks need Linux: elsewhere 127.0.0.2 is no address of the machine."
[[ -x $SERVER ]] || die "There is no build at $SERVER: run 'make build' first."
unset "${!CARE_ONLINE_@}" # settings of the developer's own
DATA=$(mktemp -d "$TARGET/attack.XXXXXX")
PID=
trap '[[ -z $PID ]] || { kill "$PID" && wait "$PID"; } 2>/dev/null || true; rm -rf "$DATA"' EXIT
PORT=$(node -e 'require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); })')
URL=http://127.0.0.1:$PORT
export CARE_ONLINE_DATA=$DATA/data CARE_ONLINE_ADDR=127.0.0.1:$PORT CARE_ONLINE_PUBLIC_URL=$URL
export CARE_ONLINE_SITE=$LEPTOS_SITE_ROOT RUST_LOG=warn

step "Starting, making an account, filling in two forms and sending one"
"$SERVER" serve >"$DATA/server.log" 2>&1 &
PID=$!
until curl -fso /dev/null "$URL/health/ready"; do
    kill -0 "$PID" 2>/dev/null || { cat "$DATA/server.log" >&2; die "The server did not start: see the lines above."; }
    sleep 0.05
done
READY=$(node scripts/bench/prepare.mjs "$URL" "$CARE_ONLINE_DATA" "$FORM")

step "Attacking"
node scripts/bench/attack.mjs "$PID" "$URL" "$READY" "$@"
