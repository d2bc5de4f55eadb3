# Every target makes what it needs; running one again costs seconds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/sh

.PHONY: demo test setup fmt lint golden misses accuracy bench docs pictures site fit torture train clean

demo: $(VENV)/.installed
	@$(BIN)/factcheck compare corpus/ || test $$? -eq 1

test: lint
	@$(BIN)/python -m pytest

setup: $(VENV)/.installed-test

lint: $(VENV)/.installed-test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

fmt: $(VENV)/.installed-test
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

golden: $(VENV)/.installed-test
	@$(BIN)/python -m tests.golden

misses: $(VENV)/.installed-test
	@$(BIN)/python -m tests.factcheck.misses

docs: $(VENV)/.installed-test
	@$(BIN)/python -m tests.pages

# Pictures of the page for the documentation; needs Chromium.
pictures: $(VENV)/.installed-test
	@$(BIN)/python -m tests.pages.browser

# The documentation as a site in site/, strictly: a page without a place or a link that leads nowhere ends it.
site: $(VENV)/.installed-docs
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo "site/index.html"

# Needs the evaluation data, whose folder FACTCHECK_EVALUATION names (../shared/bench where it names none).
accuracy: $(VENV)/.installed-test
	@$(BIN)/python -m tests.accuracy

fit: $(VENV)/.installed-test
	@$(BIN)/python -m tests.accuracy.fit --write factcheck/align/weights.toml
	@$(BIN)/python -m tests.accuracy.calibrate --write factcheck/judge/confidence.toml

# quantulum3 is measured too where it is installed: pip install -e '.[bench]', or see tests/speed/__main__.py.
bench: $(VENV)/.installed-test
	@$(BIN)/python -m tests.speed --json build/bench.json

# Hours: FACTCHECK_TORTURE_MINUTES of processor time (30) for each target that is fuzzed, and whatever else there is.
torture: $(VENV)/.installed-torture
	@$(BIN)/python -m tests.torture

# Needs the treebanks, whose folder FACTCHECK_TREEBANKS names, and some twenty minutes of one core.
train: $(VENV)/.installed-train
	@$(BIN)/python -m claims.training --leave-out roleof short

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "factcheck needs Python 3.11 or newer; say PYTHON=/path/to/python3.11 make ...")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-test: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-docs: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	@touch $(VENV)/.installed $@

$(VENV)/.installed-torture: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[torture]'
	@touch $(VENV)/.installed $(VENV)/.installed-test $@

$(VENV)/.installed-train: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	@touch $(VENV)/.installed $@

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache site
