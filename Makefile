# Two commands to begin with: `make install`, `make run`. What else there is: README.md.
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= .demo
TESTS =
NAMES =
UPGRADE =
VENV = .venv
PIP = $(VENV)/bin/python -m pip install --disable-pip-version-check --quiet --require-hashes
# `make run` has its own data folder: nothing that belongs to a real site may reach it.
DEMO = env -u DATABASE_URL -u CACHE_URL -u EMAIL_URL -u WEBSUB_HUB -u TRUSTED_PROXY -u SECRET_KEY -u DJANGO_SETTINGS_MODULE \
	DATA_DIR="$(abspath $(DATA_DIR))" SITE_URL="http://localhost:$(PORT)" ALLOWED_HOSTS="localhost,127.0.0.1,[::1]"

# What one of the many processes compiled, the next need not.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install run demo test test-all test-removals lint lock screenshots bench
.DELETE_ON_ERROR:

help:
	@echo "make install   .venv with everything"
	@echo "make run       a site with one published briefing (PORT=8000 DATA_DIR=.demo)"
	@echo "make demo      a site with some fifteen briefings in every state (PORT=8000 DATA_DIR=.demo-full)"
	@echo "make test      lint, then the suite on PostgreSQL and SQLite (TESTS=tests/test_x.py for a part)"
	@echo "make test-all  the same with what is slow by nature, and all of it on both databases"
	@echo "make test-removals   takes one safety after another out of a copy, and lists those that no test misses (NAMES=policy-)"
	@echo "make bench     how long drafts take to be understood and how that grows, and how well they are understood"
	@echo "make screenshots   the pictures of docs/editing.md, taken anew"
	@echo "make lock      requirements/ as pyproject.toml wants them (UPGRADE=--upgrade for newer versions)"

install: $(VENV)/installed-dev

run: $(VENV)/installed-run
	@$(DEMO) DEBUG=on $(VENV)/bin/python manage.py demo
	@exec $(DEMO) DEBUG=off $(VENV)/bin/python manage.py serve --port $(PORT)

demo: DATA_DIR = .demo-full
demo: $(VENV)/installed-run
	@$(DEMO) DEBUG=on $(VENV)/bin/python manage.py demo --full
	@exec $(DEMO) DEBUG=off $(VENV)/bin/python manage.py serve --port $(PORT)

test: install
	@$(VENV)/bin/python -m tests.needs
	@$(MAKE) --no-print-directory lint
	@$(VENV)/bin/python -m tests.both $(TESTS)

test-all: install
	@$(VENV)/bin/python -m tests.needs
	@$(MAKE) --no-print-directory lint
	@$(VENV)/bin/python -m tests.both --all

test-removals: install
	@$(VENV)/bin/python -m tests.removals $(NAMES)

bench: install
	@$(VENV)/bin/python -m tests.bench.importing
	@$(VENV)/bin/python -m tests.importing.evaluation

screenshots: install
	@$(VENV)/bin/python -m tests.needs
	$(VENV)/bin/python -m pytest -q tests/screenshots.py

lint: install
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 --check {} +
	DJANGO_SETTINGS_MODULE=tests.settings $(VENV)/bin/python manage.py makemigrations --check --dry-run

LOCKED = $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
POSTGRES_EXTRA = import tomllib; \
	print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"]["postgres"], sep="\n")

lock: $(VENV)/bin/pip
	$(VENV)/bin/python -m pip install --disable-pip-version-check --quiet uv
	$(LOCKED) $(UPGRADE) pyproject.toml --output-file requirements/run.txt
	$(LOCKED) $(UPGRADE) pyproject.toml --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(VENV)/bin/python -c '$(POSTGRES_EXTRA)' | \
		$(LOCKED) $(UPGRADE) - --constraint requirements/dev.txt --output-file requirements/postgres.txt

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Briefings needs Python 3.11 or newer, and $(PYTHON) is not. Name one that is: make install PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python's venv module is missing. Install it (on Debian: apt-get install python3-venv)." >&2; exit 1; }

$(VENV)/installed-run: requirements/run.txt | $(VENV)/bin/pip
	@echo "Installing what the site runs on ..."
	@$(PIP) -r requirements/run.txt
	@touch $@

$(VENV)/installed-dev: requirements/dev.txt requirements/run.txt | $(VENV)/bin/pip
	@echo "Installing what the site runs on, and what tests it ..."
	@$(PIP) --no-compile -r requirements/dev.txt
	@touch $(VENV)/installed-run $@
