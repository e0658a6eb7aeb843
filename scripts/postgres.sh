#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: on a free port, in a temporary folder that goes afterwards.
#
#   scripts/postgres.sh cargo test --package server
#
# The command finds it in CARE_ONLINE_DATABASE_URL.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[[ $# -gt 0 ]] || die "usage: scripts/postgres.sh COMMAND..."

BIN=$(postgres_bin) || die "PostgreSQL is missing: run scripts/setup.sh test, then run this again."
FOLDER=$(mktemp -d)
PORT=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')

# PostgreSQL doesn't run as root. Debian's package brings a user for it.
AS=()
if [[ $(id -u) == 0 ]]; then
    AS=(runuser -u postgres --)
    chown postgres "$FOLDER"
fi
as_owner() { (cd / && "${AS[@]}" "$@"); }

stop() {
    as_owner "$BIN/pg_ctl" --pgdata "$FOLDER/data" --mode immediate --silent stop || true
    rm -rf "$FOLDER"
}
trap stop EXIT

as_owner "$BIN/initdb" --pgdata "$FOLDER/data" --username care --auth trust --encoding UTF8 --locale C.UTF-8 --no-sync >"$FOLDER/initdb.log" 2>&1 ||
    die "PostgreSQL could not make its folder: $(tail -n 1 "$FOLDER/initdb.log")"
# What a test saves need not outlive it, so nothing waits for the disk.
as_owner "$BIN/pg_ctl" --pgdata "$FOLDER/data" --log "$FOLDER/server.log" --wait --silent \
    --options "-c port=$PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=400" start ||
    die "PostgreSQL did not start: $(tail -n 1 "$FOLDER/server.log")"

CARE_ONLINE_DATABASE_URL="postgres://care@127.0.0.1:$PORT/postgres" "$@"
