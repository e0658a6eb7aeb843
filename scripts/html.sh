#!/usr/bin/env bash
# Checks every page that the tests have opened, one of each structure, with the W3C's checker. An error fails the tests.
# Its warnings are about roles that GOV.UK Frontend sets for old screen readers.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

CHECKER=node_modules/vnu-jar/build/dist/vnu.jar
[[ -f $CHECKER ]] || die "The HTML checker is missing: run 'make setup' first."
files=("$TARGET"/tmp/html/*.html)
[[ -f ${files[0]} ]] || die "There are no pages to check: run 'cargo test --workspace --test it' first."
report=$(java -Xss8m -jar "$CHECKER" --errors-only "$TARGET/tmp/html" 2>&1) || {
    echo "$report" | head -n 40 >&2
    die "A page isn't valid HTML: see the lines above."
}
echo "HTML: ${#files[@]} pages checked, 0 errors"
