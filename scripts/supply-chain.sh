#!/usr/bin/env bash
# Checks dependencies without the network: licences and sources of every crate and of the npm packages that are shipped,
# secrets in tracked files, and the SBOM. Known vulnerabilities need an advisory database from the network: see
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
# A clean scan proves something only if the scanner works: it must find one planted secret of each kind.
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
        die "The scan for secrets misses line $line of the planted secrets: see .secretlintrc.json."
done
git ls-files -z | xargs -0 secretlint --no-glob || die "A tracked file seems to contain a secret: see the lines above."
echo "      $(git ls-files | wc -l) files, no secrets"

step "SBOM"
node scripts/supply-chain/sbom.mjs "$TARGET/care-online.cdx.json"
