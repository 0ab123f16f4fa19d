# Everything a newcomer needs: `make demo` to see it, `make test` to trust it.
# Nothing has to be installed first but python3 (with venv), make and git.

PYTHON ?= python3
VENV := .venv
UV := $(VENV)/bin/uv
UV_VERSION := 0.13.9
# One for each core: a browser in software takes more than a core for itself.
JOBS ?= 2
SPREAD := -n $(JOBS) --dist loadfile --no-loadscope-reorder

export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
export VIRTUAL_ENV := $(CURDIR)/$(VENV)
export UV_PYTHON_DOWNLOADS := never

.PHONY: help setup demo serve test test-a11y test-postgres test-spark lint check bench browser postgres lock messages screenshots clean

help: ## Show what can be made.
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

# ---- set-up: each step leaves a stamp, so that it is done once -------------------------------

STAMPS := $(VENV)/.stamps

$(UV):
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION)

$(STAMPS)/base: $(UV) requirements/base.txt pyproject.toml
	@mkdir -p $(STAMPS)
	$(UV) pip install --quiet --require-hashes -r requirements/base.txt
	$(UV) pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/base requirements/dev.txt
	$(UV) pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

$(STAMPS)/node: $(UV) requirements/node.txt
	@mkdir -p $(STAMPS)
	@command -v npm >/dev/null || $(UV) pip install --quiet --require-hashes -r requirements/node.txt
	@touch $@

node_modules/.package-lock.json: $(STAMPS)/node package.json package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

$(STAMPS)/assets: $(STAMPS)/base node_modules/.package-lock.json setup/assets.py $(wildcard setup/theme/*.scss)
	python setup/assets.py
	@touch $@

$(STAMPS)/messages: $(STAMPS)/base setup/messages.py $(shell find src -name '*.po' 2>/dev/null)
	python setup/messages.py compile
	@touch $@

setup: $(STAMPS)/base $(STAMPS)/assets $(STAMPS)/messages ## Install everything the software needs, here in this folder.

# ---- what people do ---------------------------------------------------------------------------

demo: setup ## Write a demonstration region, collect it, and show it in the browser.
	taskforce --shelf var/demo demo

serve: setup ## Show the shelf in the browser.
	taskforce serve

test: setup $(STAMPS)/dev browser postgres lint ## Run every test, on real files where they are at hand.
	pytest $(SPREAD)
	python setup/with_postgres.py pytest $(SPREAD) -m database

lint: $(STAMPS)/dev $(STAMPS)/assets $(STAMPS)/messages ## Style, types and import order.
	ruff check .
	ruff format --check .
	mypy
	lint-imports

check: lint test ## Everything that must hold before a change lands.

bench: setup $(STAMPS)/dev postgres ## Measure, side by side; writes var/bench.
	python -m benchmarks

postgres: $(UV) ## Find or install a PostgreSQL server for the tests.
	@sh setup/postgres.sh

browser: $(STAMPS)/node ## Find or install a browser for the tests.
	@sh setup/browser.sh

test-a11y: setup $(STAMPS)/dev browser ## Every sort of page, in every role, against the rules of access; takes long.
	pytest -m thorough

$(STAMPS)/spark: $(STAMPS)/dev requirements/spark.txt
	$(UV) pip install --quiet --require-hashes -r requirements/spark.txt
	@touch $@

test-postgres: setup $(STAMPS)/dev postgres ## All that reads or writes rows on PostgreSQL, also the long walks.
	python setup/with_postgres.py pytest $(SPREAD) -m "database or one_database"

test-spark: setup $(STAMPS)/spark ## The same expressions on Spark (needs Java 17 or newer).
	pytest -m spark

# ---- what maintainers do ----------------------------------------------------------------------

lock: $(UV) ## Renew the locked requirements.
	for part in base dev node spark terrain; do \
	  (cd requirements && ../$(UV) pip compile --quiet --universal --generate-hashes --no-header \
	    --no-emit-index-url --python-version 3.11 $$part.in -o $$part.txt); done

messages: $(STAMPS)/dev ## Gather new texts into the Danish catalogues.
	python setup/messages.py gather

screenshots: setup $(STAMPS)/dev browser ## Take the pictures that the README shows.
	python setup/screenshots.py

clean: ## Remove everything that was installed or made here.
	rm -rf $(VENV) node_modules var src/*.egg-info
