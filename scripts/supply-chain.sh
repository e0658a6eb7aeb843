#!/usr/bin/env bash
# What comes from others, checked without the network: licences and sources of every crate and of what is shipped from
# npm, secrets in tracked files, and the list of parts (SBOM). Known weaknesses need a list that is fetched: see
# docs/releasing.md.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=4

[[ -x node_modules/.bin/secretlint ]] || die "secretlint is missing: run 'make setup' first."

step "Our own checks"
node --test --test-reporter=dot scripts/supply-chain/

step "Licences and sources"
node scripts/supply-chain/licences.mjs

step "Secrets in tracked files"
# A scan that finds nothing proves something only if it finds what is there: one of each kind, made here.
scheme=postgres hex=0123456789abcdef uuid=12345678-0bad-cafe-beef-123456789012
planted=$(
    echo "$scheme://care:s3cret$hex@db.weirside.gov.uk/care"
    echo "-----BEGIN PRIVATE KEY-----"$'\n'"$hex$hex$hex$hex"
    echo "pepper = \"$hex$hex$hex$hex\""
    echo "api_key = \"live-$uuid-$uuid\""
    echo "client_secret = \"$hex$hex\""
)
found=$(secretlint --stdinFileName=planted.toml --no-color <<<"$planted" || true)
for line in 1 2 4 5 6; do
    grep -q "^ *$line:" <<<"$found" ||
        die "The scan for secrets passes over line $line of what was planted: see .secretlintrc.json."
done
git ls-files -z | xargs -0 secretlint --no-glob || die "A tracked file seems to hold a secret: see the lines above."
echo "      $(git ls-files | wc -l) files, no secrets"

step "List of parts"
node scripts/supply-chain/sbom.mjs "$TARGET/care-online.cdx.json"
