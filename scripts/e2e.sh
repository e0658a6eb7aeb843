#!/usr/bin/env bash
# Browser tests against the release build; arguments go to Playwright.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
# Settings of the developer's own must not reach the server under test.
unset "${!CARE_ONLINE_@}"
# 3955, or any free port when that one is taken.
E2E_PORT=$(node -e '
const net = require("node:net");
const listen = (port) => net.createServer()
    .once("error", () => listen(0))
    .listen(port, "127.0.0.1", function () { console.log(this.address().port); this.close(); });
listen(3955);')
export SERVER E2E_PORT
cd end2end
exec playwright test "$@" </dev/null
