#!/usr/bin/env bash
# Has many residents save large forms as fast as they can, and measures how long others wait for their saves.
#   scripts/bench/heavy-savers.sh            200 savers for 30 seconds; fails if 1 in 100 of the others waits longer than 500 ms
#   SAVERS=100 SECONDS_EACH=10 scripts/bench/heavy-savers.sh
# The savers come from 127.0.0.2 to 127.0.0.6, the others from 127.0.0.9. CARE_ONLINE_DATABASE_URL may name an empty
# PostgreSQL database; its data isn't deleted afterwards.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../env.sh"
source scripts/own-server.sh

SAVERS=${SAVERS:-200} SECONDS_EACH=${SECONDS_EACH:-30}
DATABASE=${CARE_ONLINE_DATABASE_URL:-}
own_server heavy-savers
export CARE_ONLINE_FORMS=$DATA/forms RUST_LOG=error
[[ -z $DATABASE ]] || export CARE_ONLINE_DATABASE_URL=$DATABASE

node scripts/bench/heavy-savers.mjs write "$CARE_ONLINE_FORMS"
start_server
node scripts/bench/heavy-savers.mjs run "$URL" "$CARE_ONLINE_DATA" "$PID" "$SAVERS" "$SECONDS_EACH"
