# `make graph` builds the graph of the seed articles, `make test` runs the tests. Both need only
# Python 3.11 or later, make and the package registries; `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# A stamp is newer than what it was made from, so that a second call installs nothing.
INSTALLED := $(VENV)/.installed
CHECKABLE := $(VENV)/.installed-check
TESTABLE := $(VENV)/.installed-test

.DEFAULT_GOAL := help
.PHONY: graph test check lint accuracy bench readme lowest release clean help

graph: $(INSTALLED) ## build the graph of seeds/ into graph/
	$(BIN)/kg build seeds --out graph

test: lint ## install, lint and run every test, on all cores; names the ten slowest
	$(BIN)/pytest -n logical --dist worksteal --durations 10

check: $(CHECKABLE) graph ## validate graph and ontology
	$(BIN)/kg check --graph graph/graph.ttl

lint: $(TESTABLE) ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

accuracy: $(TESTABLE) ## print how much of the hand-labelled gold the claims hold, and renew the guide's tables
	$(BIN)/python -m tests.accuracy

SIZE ?= standard
bench: $(TESTABLE) ## measure speed, memory and growth beside peers: 25 minutes, or SIZE=quick
	$(BIN)/python -m tests.benchmarks.bench --size $(SIZE)

readme: $(TESTABLE) graph ## put what the program prints now into README.md, notebooks/guide/ and the notebooks
	$(BIN)/python -m tests.readme
	$(BIN)/python -m tests.notebooks

lowest: ## run the tests with the lowest versions of the dependencies that are allowed
	.ci/lowest

release: ## build wheel and sdist into dist/ and try them with the source tree moved away
	.ci/release

clean: ## remove the environment, the graph and every cache
	rm -rf $(VENV) graph dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

# Said here, for pip would say it after the environment is made, and keep it.
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
$(BIN)/python:
	@$(PYTHON) -c '$(FITS)' || { echo "$(PYTHON): Python 3.11, 3.12 or 3.13 is needed." \
	  "Name one: make graph PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo 'Installing into $(VENV); it takes a minute or two.'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(CHECKABLE): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[check]'
	touch $(INSTALLED) $@

$(TESTABLE): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $(INSTALLED) $(CHECKABLE) $@
