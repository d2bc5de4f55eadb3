# Every target makes what it needs; running one again costs seconds.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := build/tools
SHELL := /bin/sh

.PHONY: demo test setup fmt lint golden misses accuracy bench cluster docs pictures site fit torture coverage \
	test-lowest lock audit wheel train clean

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
	@$(BIN)/python -m tests.speed.engines

# Hours of it, 30 minutes of processor time for each target that is fuzzed: FACTCHECK_TORTURE_MINUTES sets that.
# docs/reliability.md has shorter trials and their figures.
torture: $(VENV)/.installed-torture
	@$(BIN)/python -m tests.torture

coverage: $(VENV)/.installed-test
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage combine --quiet
	@$(BIN)/python -m tests.covered

# The tests with the oldest versions that pyproject.toml allows; drawn pages are those of the newest.
test-lowest: $(TOOLS)/.installed
	@rm -rf build/lowest
	@$(PYTHON) -m venv build/lowest
	@$(TOOLS)/bin/uv pip install --quiet --python build/lowest/bin/python --resolution lowest-direct -e '.[test]'
	@build/lowest/bin/python -m pytest -k 'not drawn_page'

# The versions that development is done with: pip install --require-hashes -r tests/lock.txt
lock: $(TOOLS)/.installed
	@$(TOOLS)/bin/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 \
		--custom-compile-command "make lock" --extra test -o tests/lock.txt pyproject.toml

# Licences of all that comes along, then known vulnerabilities: that asks the network, and fails where it gets no answer.
audit: $(VENV)/.installed-test $(TOOLS)/.installed
	@$(BIN)/python -m tests.supply
	@$(TOOLS)/bin/pip-audit --strict --disable-pip --require-hashes -r tests/lock.txt

# Wheel and source archive into dist/, built twice: the same bytes, and fit for the index.
wheel: $(TOOLS)/.installed
	@rm -rf dist build/again
	@$(TOOLS)/bin/pyproject-build --outdir dist . >/dev/null
	@$(TOOLS)/bin/pyproject-build --outdir build/again . >/dev/null
	@for made in dist/*; do cmp "$$made" "build/again/$${made##*/}"; done
	@$(TOOLS)/bin/twine check --strict dist/*

# A Spark cluster of two workers on this machine, some of which are killed: minutes. Skipped without Java 17, the extra
# `spark` or the evaluation data.
cluster: $(VENV)/.installed-test
	@$(BIN)/python -m pytest -m cluster

# Needs the treebanks, whose folder FACTCHECK_TREEBANKS names, and some twenty minutes of one core.
train: $(VENV)/.installed-train
	@$(BIN)/python -m claims.training

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

$(TOOLS)/.installed:
	@$(PYTHON) -m venv $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet --disable-pip-version-check 'build>=1.2,<2' 'pip-audit>=2.7,<3' 'twine>=6,<8' 'uv>=0.5,<1'
	@touch $@

$(VENV)/.installed-train: $(VENV)/bin/python pyproject.toml
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	@touch $(VENV)/.installed $@

clean:
	@rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache site
