# shellcheck shell=bash
# Runs the release build with a temporary data folder and port, for scripts that measure it or take screenshots. Both are
# removed when the script ends. Source it after env.sh:
#
#   own_server bench           sets DATA (the folder), URL and the environment of the server
#   start_server [NAME=VALUE]  starts it with extra settings and waits until it is ready; sets PID
#   stop_server

[[ -x $SERVER ]] || die "There is no build at $SERVER: run 'make build' first."

own_server() {
    unset "${!CARE_ONLINE_@}" # the developer's own settings
    # Beside the build, because /tmp may be in memory.
    DATA=$(mktemp -d "$TARGET/$1.XXXXXX")
    PID=
    trap 'stop_server; rm -rf "$DATA"' EXIT
    PORT=$(node -e 'require("node:net").createServer().listen(0, "127.0.0.1", function () { console.log(this.address().port); this.close(); })')
    URL=http://127.0.0.1:$PORT
    export CARE_ONLINE_DATA=$DATA/data CARE_ONLINE_ADDR=127.0.0.1:$PORT CARE_ONLINE_PUBLIC_URL=$URL
    export CARE_ONLINE_SITE=$SITE RUST_LOG=warn
}

start_server() {
    env "$@" "$SERVER" serve >"$DATA/server.log" 2>&1 &
    PID=$!
    until curl -fso /dev/null "$URL/health/ready"; do
        kill -0 "$PID" 2>/dev/null || { cat "$DATA/server.log" >&2; die "The server did not start: see the lines above."; }
        sleep 0.05
    done
}

stop_server() {
    [[ -z $PID ]] || { kill "$PID" && wait "$PID"; } 2>/dev/null || true
    PID=
}
