#!/usr/bin/env bash
# Checks every PDF that the tests have made with outloud, a checker for PDF/UA (accessibility). Warnings need a person to
# look at them (docs/pdf.md says which); an error fails the tests.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

[[ -x $TOOLS/python/bin/outloud ]] || die "outloud is missing: run 'make setup' first."
files=("$TARGET"/tmp/pdf/*.pdf)
[[ -f ${files[0]} ]] || die "There are no PDFs to check: run 'cargo test -p server --test it pdf' first."
report=$("$TOOLS/python/bin/outloud" --quiet "${files[@]}") || {
    echo "$report" >&2
    die "A PDF isn't accessible: run '$TOOLS/python/bin/outloud FILE' on it to see why."
}
echo "PDFs: ${#files[@]} checked for screen readers, 0 errors"
