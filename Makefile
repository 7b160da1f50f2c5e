PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help run build test check format golden bench fuzz

help: ## Say what there is to make
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

run: ## Install what is missing, build, and serve on http://127.0.0.1:8080 (PORT=...)
	Scripts/install-missing run
	Scripts/python-packages >/dev/null || echo "make run: Excel files are not read and no PDF is made; all else works"
	Scripts/build
	Scripts/demonstration $(PORT)

build: ## Build the program to ship: .build/release/sightline
	Scripts/build

test: ## Install what is missing and run everything that CI runs
	Scripts/test

check: ## Lint, and check the procedures that ship
	Scripts/lint
	Scripts/build
	Scripts/check-procedures

format: ## Format the Swift in place
	swift format --in-place --parallel --recursive Sources Tests Benchmarks Fuzzing Package.swift

golden: ## Rewrite the golden files; read the changes like code
	SIGHTLINE_GOLDEN=write swift test

bench: ## Measure speed and memory beside their like; .build/bench.json
	Scripts/install-missing bench
	Benchmarks/run

fuzz: ## Fuzz the procedure language and sent forms for ten minutes (SECONDS=...)
	Scripts/fuzz $(or $(SECONDS),600)
