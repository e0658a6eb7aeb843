#!/usr/bin/env bash
# Seeds a data folder with this version, on both databases: the fixture for the upgrade tests of later versions.
# server/tests/fixtures/README.md says when.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/env.sh"
STEPS=2

VERSION=$(sed -n '/^\[workspace.package\]$/,/^$/s/^version = "\(.*\)"$/\1/p' Cargo.toml)
export FIXTURE=$ROOT/server/tests/fixtures/v$VERSION
[[ ! -e $FIXTURE ]] ||
    die "$FIXTURE exists. A released version keeps its fixture; if $VERSION isn't released yet, delete the folder first."

# seed COMMAND... seeds a data folder, checks that it can be opened, and keeps it.
seed() {
    "$@" cargo test "${CARGO_FLAGS[@]}" --workspace --test it -- --ignored upgrade::a_data_folder_seeded_now_can_be_a_fixture
}
step "With SQLite"
seed
step "With PostgreSQL"
seed scripts/postgres.sh
du -sh "$FIXTURE"
