# Every target prints its progress; the work is done by scripts/.
SHELL := bash
.DEFAULT_GOAL := help
.PHONY: help setup run watch test test-all fixture fuzz build fmt check doc bench attack e2e clean

help: ## this list
	@sed -n 's/^\([a-z0-9-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-9s %s\n' "$$name" "$$text"; done

setup: ## install what is needed to build and test
	@scripts/setup.sh test

run: ## set up, build and serve on http://127.0.0.1:3000
	@scripts/setup.sh run
	@scripts/build.sh
	@exec scripts/run.sh serve

watch: ## set up, serve, and build again after each change (a debug build)
	@scripts/setup.sh watch
	@exec scripts/watch.sh

test: ## set up and run every check
	@scripts/test.sh

test-all: ## run the long tests: all browser tests, fuzzing, response times
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory doc
	@. scripts/env.sh && cargo test --workspace --test it -- --ignored --nocapture
	@. scripts/env.sh && FUZZ=50 cargo test --release --package form-simulator --lib && FUZZ=20 cargo test --workspace --test it forms::fuzz
	@scripts/journeys.sh
	@scripts/fuzz.sh 2
	@scripts/build.sh
	@TEST_ALL=1 scripts/e2e.sh

fixture: ## seed a data folder with this version, for the upgrade tests of later ones
	@scripts/setup.sh test
	@scripts/fixture.sh

fuzz: ## fuzz the parsers, e.g. make fuzz MINUTES=15
	@scripts/setup.sh test
	@scripts/fuzz.sh $(or $(MINUTES),15)

build: ## set up and build the release
	@scripts/setup.sh run
	@scripts/build.sh

fmt: ## format the Rust code
	@. scripts/env.sh && cargo fmt --all

check: ## check quickly that the Rust code compiles
	@. scripts/env.sh && cargo check --workspace --all-targets

doc: ## build the documentation of the code in target/doc, and check its links
	@. scripts/env.sh && RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps --document-private-items

bench: ## set up, build and measure the server
	@scripts/setup.sh bench
	@scripts/build.sh
	@scripts/bench.sh

attack: ## set up, build and attack the server with slow and silent connections
	@scripts/setup.sh bench
	@scripts/build.sh
	@scripts/attack.sh

e2e: ## browser tests on the release build, e.g. make e2e ARGS='-g "sign in"'
	@scripts/setup.sh test
	@scripts/build.sh
	@scripts/e2e.sh $(ARGS)

clean: ## remove build output (the tools and ./data stay)
	@rm -rf target node_modules end2end/test-results end2end/playwright-report
