# Griffie. Needs Python 3.11 or later, pip and make; everything else is fetched, by hash.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-compile
PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help install demo test fast lint bench torture docs lock clean

help: ## What can be asked here
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# The locks are by hash and hold wheels only, so what is installed is what was checked.
$(VENV)/.run: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Griffie needs Python 3.11 or later")'
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes --only-binary :all: -r requirements.lock
	$(PIP) --no-build-isolation -e .
	@touch $@

$(VENV)/.check: $(VENV)/.run requirements-dev.lock
	$(PIP) --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@

install: $(VENV)/.run ## Make the virtual environment

demo: $(VENV)/.run ## Told years of cases, served at http://127.0.0.1:8000
	$(BIN)/griffie demo

test: $(VENV)/.check lint ## Lint, types, import contracts and every test
	$(BIN)/python -m pytest -q -m "not torture" -n 2 --dist loadgroup

fast: $(VENV)/.check ## The tests of the law alone
	$(BIN)/python -m pytest -q tests/schemes tests/domain

lint: $(VENV)/.check
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/mypy --no-error-summary
	$(BIN)/lint-imports --no-cache

torture: $(VENV)/.check ## Ten thousand commands while everything is killed; takes long
	$(BIN)/python -m pytest -q -m torture --timeout 3600

bench: $(VENV)/.check ## Speed, as ratios to a limit measured in the same run
	@$(BIN)/python -m tests.bench $(if $(JSON),--json)

docs: $(VENV)/.check ## Draw the generated documents anew
	$(BIN)/griffie draw

lock: ## Renew both locks; takes uv
	uv pip compile -q -U --generate-hashes --no-header --no-annotate --python-version 3.11 requirements.in -o requirements.lock
	uv pip compile -q -U --generate-hashes --no-header --no-annotate --python-version 3.11 requirements-dev.in -o requirements-dev.lock

clean: ## Remove what was made here, the demo's record included
	rm -rf $(VENV) .data .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
