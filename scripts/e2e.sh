#!/usr/bin/env bash
# Runs the browser tests on the release build; arguments are passed to Playwright.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
# The developer's own settings must not reach the server under test.
unset "${!CARE_ONLINE_@}"
# Port 3955, or any free port if that is taken.
E2E_PORT=$(node -e '
const net = require("node:net");
const listen = (port) => net.createServer()
    .once("error", () => listen(0))
    .listen(port, "127.0.0.1", function () { console.log(this.address().port); this.close(); });
listen(3955);')
export SERVER E2E_PORT
cd end2end
exec playwright test "$@" </dev/null
