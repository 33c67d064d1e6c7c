# The commands of README and CI. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve test lint format lock clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 16

# The stamp says which lock file and metadata the environment was made from; either one newer makes it anew.
$(VENV)/.installed: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

site: $(VENV)/.installed ## build site/ from corpus/
	$(BIN)/cablepress build

serve: $(VENV)/.installed ## show the site at a local address, rebuilt on every change
	$(BIN)/cablepress serve

test: $(VENV)/.installed ## every test, the browser's included where Chromium is installed
	$(BIN)/python -m pytest -n auto --dist loadgroup

lint: $(VENV)/.installed ## style, types, workflows, lock files
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

format: $(VENV)/.installed ## put the code in the project's format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

clean: ## remove everything that can be made again
	rm -rf site .cablepress $(VENV)
