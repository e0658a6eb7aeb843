#!/usr/bin/env bash
# Takes the pictures in docs/pictures: six screens, each 360, 768 and 1280 pixels wide, from the release build with a
# data folder and a port of its own. An argument takes them elsewhere: scripts/screenshots.sh /tmp/pictures
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
[[ -x $CHROMIUM ]] || die "Chromium is missing: run 'make setup' first."
unset "${!CARE_ONLINE_@}" # settings of the developer's own
FOLDER=${1:-$ROOT/docs/pictures}
mkdir -p "$FOLDER"
DATA=$(mktemp -d)
PID=
trap '[[ -z $PID ]] || { kill "$PID" && wait "$PID"; } 2>/dev/null || true; rm -rf "$DATA"' EXIT
PORT=$(node -e 'require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); })')
export CARE_ONLINE_DATA=$DATA/data CARE_ONLINE_ADDR=127.0.0.1:$PORT CARE_ONLINE_PUBLIC_URL=http://127.0.0.1:$PORT
export CARE_ONLINE_SITE=$LEPTOS_SITE_ROOT

"$SERVER" serve >"$DATA/server.log" 2>&1 &
PID=$!
until curl -fso /dev/null "$CARE_ONLINE_PUBLIC_URL/health/ready"; do
    kill -0 "$PID" 2>/dev/null || { cat "$DATA/server.log" >&2; die "The server did not start: see the lines above."; }
    sleep 0.05
done
node scripts/screenshots.mjs "$CARE_ONLINE_PUBLIC_URL" "$CARE_ONLINE_DATA" "$FOLDER"
