#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own: on a free port, in a temporary folder that goes afterwards.
#
#   scripts/postgres.sh cargo test --package server
#
# The command finds it in CARE_ONLINE_DATABASE_URL. It speaks TLS too: POSTGRES_TLS_FOLDER holds the certificate of the
# authority that signed its own, for 127.0.0.1 (ca.pem), and that of another (other-ca.pem).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[[ $# -gt 0 ]] || die "usage: scripts/postgres.sh COMMAND..."

command -v openssl >/dev/null || die "openssl is missing: run scripts/setup.sh test, then run this again."
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
# authority NAME makes a key and a certificate that may sign others.
authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj "/CN=Care Online tests, $1" \
        -keyout "$FOLDER/$1.key" -out "$FOLDER/$1.pem"
}
certificates() {
    authority ca && authority other-ca &&
        openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=127.0.0.1 \
            -keyout "$FOLDER/server.key" -out "$FOLDER/server.csr" &&
        printf 'subjectAltName=IP:127.0.0.1\nbasicConstraints=CA:FALSE\n' >"$FOLDER/server.ext" &&
        openssl x509 -req -in "$FOLDER/server.csr" -CA "$FOLDER/ca.pem" -CAkey "$FOLDER/ca.key" -CAcreateserial -days 2 \
            -extfile "$FOLDER/server.ext" -out "$FOLDER/server.pem"
}
certificates >"$FOLDER/openssl.log" 2>&1 || die "The certificates could not be made: $(tail -n 1 "$FOLDER/openssl.log")"
# PostgreSQL takes a key only from its owner; the command may run as somebody else.
chmod 600 "$FOLDER/server.key" && chmod 755 "$FOLDER" && chmod 644 "$FOLDER"/*.pem
[[ ${#AS[@]} == 0 ]] || chown postgres "$FOLDER/server.key"

# What a test saves need not outlive it, so nothing waits for the disk.
as_owner "$BIN/pg_ctl" --pgdata "$FOLDER/data" --log "$FOLDER/server.log" --wait --silent \
    --options "-c port=$PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=400 -c ssl=on -c ssl_cert_file=$FOLDER/server.pem -c ssl_key_file=$FOLDER/server.key" start ||
    die "PostgreSQL did not start: $(tail -n 1 "$FOLDER/server.log")"

# Tests about anything else need no TLS, and are quicker without it.
POSTGRES_TLS_FOLDER=$FOLDER CARE_ONLINE_DATABASE_URL="postgres://care@127.0.0.1:$PORT/postgres?sslmode=disable" "$@"
