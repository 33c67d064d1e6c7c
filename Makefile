# The commands of README and CI. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE_BIN := node_modules/.bin
NODE_NEEDED := the checks of the site's scripts need Node.js 18 or newer with npm (Debian: apt install nodejs npm)
export NO_MKDOCS_2_WARNING = 1

.DEFAULT_GOAL := help
.PHONY: help site serve bundle manual test golden words lint format lock wheel-check bounds-check clean

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 16

# The stamp says which lock file and metadata the environment was made from; either one newer makes it anew.
$(VENV)/.installed: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

# What checks the site's scripts; building a site needs none of it.
node_modules/.installed: package-lock.json package.json .npmrc
	@command -v npm >/dev/null || { echo "make: npm is missing; $(NODE_NEEDED)" >&2; exit 1; }
	npm ci --loglevel=error
	touch $@

site: $(VENV)/.installed ## build site/ from corpus/
	$(BIN)/cablepress build

serve: $(VENV)/.installed ## show the site at a local address, rebuilt on every change
	$(BIN)/cablepress serve

bundle: $(VENV)/.installed ## the site as a zip that opens by double-click
	$(BIN)/cablepress bundle

manual: $(VENV)/.installed ## the manual, in site/manual/
	$(BIN)/mkdocs build --strict --quiet --config-file manual/mkdocs.yml --site-dir "$(CURDIR)/site/manual"

# The tests start some two hundred processes: each would compile every module anew where Python keeps nothing.
test: export PYTHONDONTWRITEBYTECODE =

# Both kinds run, whatever comes of the first.
test: $(VENV)/.installed ## every test, the browser's included where Chromium is installed
	@failed=0; \
	command -v node >/dev/null || echo "make: node is missing; $(NODE_NEEDED)" >&2; \
	node --test --test-reporter=spec tests/javascript/*.test.mjs || failed=1; \
	$(BIN)/python -m pytest -n auto --dist loadgroup || failed=1; \
	exit $$failed

golden: $(VENV)/.installed ## write the golden site of the tests anew; review the difference like code
	CABLEPRESS_WRITE_GOLDEN=1 $(BIN)/python -m pytest -q tests/site/test_site_golden.py

# What `cablepress new` writes for a host is checked like our own.
NEW := generator/starting/files

words: $(VENV)/.installed ## write the words of the theme and its scripts anew from generator/wording
	$(BIN)/python -m generator.wording.files

lint: $(VENV)/.installed node_modules/.installed ## style and types of Python and JavaScript, shell, workflows
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(NODE_BIN)/biome ci
	$(NODE_BIN)/tsc -p .
	$(NODE_BIN)/tsc -p tests/javascript
	$(BIN)/shellcheck .ci/run
	$(BIN)/zizmor --offline --quiet .github $(NEW)/for-github/dot-github/workflows/publish.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml \
		$(NEW)/for-github/dot-github/workflows/*.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.gitlab-ci $(NEW)/for-gitlab/dot-gitlab-ci.yml
	$(BIN)/check-jsonschema --builtin-schema vendor.dependabot .github/dependabot.yml

format: $(VENV)/.installed node_modules/.installed ## put the code in the project's format
	$(BIN)/ruff check --fix
	$(BIN)/ruff format
	$(NODE_BIN)/biome check --write

# Package names, versions and hashes only: which index serves them is the machine's affair.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --no-annotate

lock: $(VENV)/.installed ## write the lock files anew from pyproject.toml and package.json
	$(LOCK) pyproject.toml -o requirements/run.txt
	$(LOCK) --group dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt
	npm install --package-lock-only --loglevel=error

wheel-check: $(VENV)/.installed ## build the wheel, install it elsewhere, build a site with it
	rm -rf dist .cablepress/wheel
	$(BIN)/hatchling build --target wheel
	$(PYTHON) -m venv .cablepress/wheel
	.cablepress/wheel/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	.cablepress/wheel/bin/python -m pip install --quiet --disable-pip-version-check --no-deps dist/*.whl
	cd .cablepress && wheel/bin/cablepress build --corpus ../corpus --site wheel-site

# What pyproject.toml promises: the lowest versions that it names (of what these need in turn, the newest), or the newest.
RESOLUTION ?= lowest-direct
BOUNDS := .cablepress/bounds/bin/python
bounds-check: $(VENV)/.installed ## tests with the lowest dependencies (RESOLUTION=highest: the newest)
	rm -rf .cablepress/bounds
	$(PYTHON) -m venv .cablepress/bounds
	$(BIN)/uv pip install --quiet --python $(BOUNDS) --resolution $(RESOLUTION) ".[archives,documents]"
	$(BIN)/uv pip install --quiet --python $(BOUNDS) hypothesis jsonschema playwright pytest \
		pytest-timeout pytest-xdist
	$(BIN)/uv pip uninstall --quiet --python $(BOUNDS) cablepress
	$(BOUNDS) -m pytest -n auto tests/catalogue tests/names tests/pages tests/parse tests/people tests/public \
		tests/read tests/search tests/settings tests/settle tests/store tests/tables
	$(BOUNDS) -m generator build --corpus corpus --site .cablepress/bounds-site

clean: ## remove everything that can be made again
	if [ -x $(BIN)/python ]; then $(BIN)/python -m generator.publish.clean docs site; fi
	rm -rf dist .cablepress build-report.json cablepress-offline.zip
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis node_modules $(VENV)
