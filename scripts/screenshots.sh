#!/usr/bin/env bash
# Takes the screenshots in docs/pictures: six pages, each 360, 768 and 1280 pixels wide, from the release build with a
# temporary data folder and port. An argument names another folder: scripts/screenshots.sh /tmp/pictures
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
source scripts/own-server.sh

[[ -x $CHROMIUM ]] || die "Chromium is missing: run 'make setup' first."
FOLDER=${1:-$ROOT/docs/pictures}
mkdir -p "$FOLDER"
own_server screenshots
start_server
node scripts/screenshots.mjs "$URL" "$CARE_ONLINE_DATA" "$FOLDER"
