#!/usr/bin/env bash
# Attacks the release build with many slow and silent connections while residents use it, and prints the results.
#   make attack                          sets up, builds, attacks: about 4 minutes
#   scripts/attack.sh                    the same on the existing build
#   scripts/attack.sh silent slow-heads  only these of silent, slow-heads, slow-bodies, slow-readers
#   SERVER=target/debug/care-online scripts/attack.sh
# Only loopback is used: attackers connect from 127.0.0.2 to 127.0.0.6, residents from 127.0.0.9. Every attack is limited in time.
set -euo pipefail
GIVEN=${SERVER:-}
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
SERVER=${GIVEN:-$SERVER}
source scripts/own-server.sh
STEPS=2
FORM=care-needs

[[ $(uname) == Linux ]] || die "The attacks need Linux: elsewhere 127.0.0.2 is not a local address."
own_server attack

step "Starting, creating an account, filling in two forms and submitting one"
start_server
READY=$(node scripts/bench/prepare.mjs "$URL" "$CARE_ONLINE_DATA" "$FORM")

step "Attacking"
node scripts/bench/attack.mjs "$PID" "$URL" "$READY" "$@"
