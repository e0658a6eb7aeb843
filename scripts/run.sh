#!/usr/bin/env bash
# Serves the release build; the arguments are care-online's own ("serve" without any).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x $SERVER ]] || die "There is no release build yet: run 'make build' first."
unset CARE_ONLINE_TOOLS # a setting of these scripts, which the server would refuse
exec "$SERVER" "${@:-serve}"
