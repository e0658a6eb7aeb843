#!/usr/bin/env bash
# Runs a command with a temporary PostgreSQL server on a free port; its folder is removed afterwards.
#
#   scripts/postgres.sh cargo test --package server
#
# Its address is in CARE_ONLINE_DATABASE_URL. It also supports TLS: POSTGRES_TLS_FOLDER holds the certificate of the authority
# that signed its own for 127.0.0.1 (ca.pem), and that of another authority (other-ca.pem).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
[[ $# -gt 0 ]] || die "usage: scripts/postgres.sh COMMAND..."

command -v openssl >/dev/null || die "openssl is missing: run scripts/setup.sh test, then run this again."
BIN=$(postgres_bin) || die "PostgreSQL is missing: run scripts/setup.sh test, then run this again."
FOLDER=$(mktemp -d)
PORT=$(node -e 'const s = require("net").createServer(); s.listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')

# PostgreSQL refuses to run as root. Debian's package creates a user for it.
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
    die "PostgreSQL could not initialise its folder: $(tail -n 1 "$FOLDER/initdb.log")"
# authority NAME creates a key and a CA certificate.
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
certificates >"$FOLDER/openssl.log" 2>&1 || die "The certificates could not be created: $(tail -n 1 "$FOLDER/openssl.log")"
# PostgreSQL accepts a key only if it owns the file; the command may run as another user.
chmod 600 "$FOLDER/server.key" && chmod 755 "$FOLDER" && chmod 644 "$FOLDER"/*.pem
[[ ${#AS[@]} == 0 ]] || chown postgres "$FOLDER/server.key"

# Test data needn't survive a crash, so fsync is off.
as_owner "$BIN/pg_ctl" --pgdata "$FOLDER/data" --log "$FOLDER/server.log" --wait --silent \
    --options "-c port=$PORT -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off -c max_connections=400 -c ssl=on -c ssl_cert_file=$FOLDER/server.pem -c ssl_key_file=$FOLDER/server.key" start ||
    die "PostgreSQL did not start: $(tail -n 1 "$FOLDER/server.log")"

# Only tests about TLS need it; the others are faster without. Those that dump the database need PostgreSQL's programs.
PATH=$BIN:$PATH POSTGRES_TLS_FOLDER=$FOLDER CARE_ONLINE_DATABASE_URL="postgres://care@127.0.0.1:$PORT/postgres?sslmode=disable" "$@"
