#!/usr/bin/env bash
# Lets many people save large forms as fast as they can, and measures what others wait for their saves meanwhile.
#   scripts/bench/heavy-savers.sh            200 savers for 30 seconds; fails if 1 in 100 of the others waits over 500 ms
#   SAVERS=100 SECONDS_EACH=10 scripts/bench/heavy-savers.sh
# The savers come from 127.0.0.2 to 127.0.0.6, the others from 127.0.0.9. CARE_ONLINE_DATABASE_URL may name an empty
# PostgreSQL database; what is stored there isn't deleted afterwards.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"

SAVERS=${SAVERS:-200} SECONDS_EACH=${SECONDS_EACH:-30}
DATABASE=${CARE_ONLINE_DATABASE_URL:-}
[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
unset "${!CARE_ONLINE_@}" # settings of the developer's own
# Beside the build, not in /tmp: that may be no disk at all.
DATA=$(mktemp -d "$TARGET/heavy-savers.XXXXXX")
PID=
trap '[[ -z $PID ]] || { kill "$PID" && wait "$PID"; } 2>/dev/null || true; rm -rf "$DATA"' EXIT
PORT=$(node -e 'require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); })')
URL=http://127.0.0.1:$PORT
export CARE_ONLINE_DATA=$DATA/data CARE_ONLINE_ADDR=127.0.0.1:$PORT CARE_ONLINE_PUBLIC_URL=$URL
export CARE_ONLINE_FORMS=$DATA/forms CARE_ONLINE_SITE=$LEPTOS_SITE_ROOT RUST_LOG=error
[[ -z $DATABASE ]] || export CARE_ONLINE_DATABASE_URL=$DATABASE

node scripts/bench/heavy-savers.mjs write "$CARE_ONLINE_FORMS"
"$SERVER" serve >"$DATA/server.log" 2>&1 &
PID=$!
until curl -fso /dev/null "$URL/health/ready"; do
    kill -0 "$PID" 2>/dev/null || { cat "$DATA/server.log" >&2; die "The server did not start: see the lines above."; }
    sleep 0.05
done
node scripts/bench/heavy-savers.mjs run "$URL" "$CARE_ONLINE_DATA" "$PID" "$SAVERS" "$SECONDS_EACH"
