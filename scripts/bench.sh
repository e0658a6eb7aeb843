#!/usr/bin/env bash
# Measures the release build: start-up, memory, requests a second and latency.
# SECONDS_EACH=10 CONNECTIONS=8 make bench
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
PAGES=(/ /help /sign-in /health/live)
STEPS=$((${#PAGES[@]} + 1))

[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
unset "${!CARE_ONLINE_@}" # settings of the developer's own
DATA=$(mktemp -d)
export CARE_ONLINE_DATA=$DATA CARE_ONLINE_ADDR=127.0.0.1:3956 CARE_ONLINE_PUBLIC_URL=http://127.0.0.1:3956
rss() { awk '/VmRSS/ { printf "%d MiB", $2 / 1024 }' "/proc/$PID/status"; }

started=$(date +%s%N)
"$SERVER" serve >"$DATA/server.log" 2>&1 &
PID=$!
trap 'kill "$PID" 2>/dev/null; wait "$PID" 2>/dev/null || true; rm -rf "$DATA"' EXIT
until curl -fso /dev/null "$CARE_ONLINE_PUBLIC_URL/health/ready"; do
    kill -0 "$PID" 2>/dev/null || { cat "$DATA/server.log" >&2; die "The server did not start: see the lines above."; }
    sleep 0.02
done
step "Ready after $((($(date +%s%N) - started) / 1000000)) ms, $(rss)"

for page in "${PAGES[@]}"; do
    step "$page: $(curl -s --compressed -o /dev/null -w '%{http_code}, %{size_download} bytes on the wire' "$CARE_ONLINE_PUBLIC_URL$page")"
    wrk -t1 -c"${CONNECTIONS:-8}" -d"${SECONDS_EACH:-5}s" --latency "$CARE_ONLINE_PUBLIC_URL$page" |
        grep -E '50%|99%|Requests/sec|Non-2xx'
done
echo "Memory afterwards: $(rss)"
