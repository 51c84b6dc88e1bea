# Two commands to begin with: `make install`, `make run`. What else there is: README.md.
PYTHON ?= python3
PORT ?= 8000
DATA_DIR ?= .demo
TESTS =
NAMES =
UPGRADE =
SETTINGS =
RESTART = :
SIZES = 200,20000
VENV = .venv
AUDIT = .cache/audit
PIP = $(PYTHON) -m pip --python $(VENV)/bin/python install --disable-pip-version-check --quiet --require-hashes
# uv takes a fifth of pip's time. It knows nothing of pip's settings: where the packages come from a mirror, pip does it.
INSTALL = $(VENV)/bin/uv pip install --python $(VENV)/bin/python --quiet --require-hashes
# `make run` has its own data folder: nothing that belongs to a real site may reach it.
DEMO = env -u DATABASE_URL -u FRONT_DOOR_BYTES -u CDN_SECONDS -u ERROR_MAIL -u EMAIL_URL -u WEBSUB_HUB -u TRUSTED_PROXY -u SECRET_KEY -u BACKUP_DIR -u DJANGO_SETTINGS_MODULE \
	DATA_DIR="$(abspath $(DATA_DIR))" SITE_URL="http://localhost:$(PORT)" ALLOWED_HOSTS="localhost,127.0.0.1,[::1]"

# What one of the many processes compiled, the next need not.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help install run demo test test-all test-removals lint lock messages screenshots bench bench-search bench-desk bench-serving \
	upgrade release audit ready needs check-tests check-code check-imports check-templates check-migrations
.DELETE_ON_ERROR:

help:
	@echo "make install   .venv with everything"
	@echo "make run       a site with one published briefing (PORT=8000 DATA_DIR=.demo)"
	@echo "make demo      a site with briefings in every state (PORT=8000 DATA_DIR=.demo-full)"
	@echo "make test      lint, then the suite on PostgreSQL and SQLite (TESTS=tests/test_x.py for a part)"
	@echo "make test-all  the same with what is slow by nature, and all of it on both databases"
	@echo "make test-removals   takes one safety after another out of a copy, and lists those that no test misses (NAMES=policy-)"
	@echo "make bench     how long drafts take to be understood and how that grows, and how well they are understood"
	@echo "make bench-search    what the search costs and adds at SIZES=20000 briefings, and how well it finds (DATABASE_URL for PostgreSQL)"
	@echo "make bench-serving   what pages and saves cost the server, at SIZES=200,20000 briefings (DATABASE_URL for PostgreSQL)"
	@echo "make bench-desk      what pages of the desk cost the server, beside Django's own list, at SIZES=20000 briefings"
	@echo "make upgrade   brings a site to this release (SETTINGS=its file of settings, RESTART='systemctl restart …')"
	@echo "make screenshots   the pictures of docs/editing.md, taken anew"
	@echo "make messages  brings the translations in line with the code, and compiles them"
	@echo "make release   builds dist/briefings-VERSION.tar.gz of what is committed, and tries it in an empty folder"
	@echo "make audit     asks an advisory service about every locked package"
	@echo "make lock      requirements/ as pyproject.toml wants them (UPGRADE=--upgrade for newer versions)"

install: $(VENV)/installed-dev

run: $(VENV)/installed-run
	@$(DEMO) DEBUG=on $(VENV)/bin/python manage.py demo
	@exec $(DEMO) DEBUG=off $(VENV)/bin/python manage.py serve --port $(PORT)

demo: DATA_DIR = .demo-full
demo: $(VENV)/installed-run
	@$(DEMO) DEBUG=on $(VENV)/bin/python manage.py demo --full
	@exec $(DEMO) DEBUG=off $(VENV)/bin/python manage.py serve --port $(PORT)

test: ready
	@$(VENV)/bin/python -m tests.both $(TESTS)

test-all: ready
	@$(VENV)/bin/python -m tests.both --all

test-removals: install
	@$(VENV)/bin/python -m tests.removals $(NAMES)

bench: install
	@$(VENV)/bin/python -m tests.bench.importing
	@$(VENV)/bin/python -m tests.importing.evaluation

bench-search: SIZES = 20000
bench-search: install
	@$(VENV)/bin/python -m pytest -q -s tests/bench/searching/known.py
	@$(VENV)/bin/python -m tests.bench.searching --sizes $(SIZES)

bench-desk: SIZES = 20000
bench-desk: install
	@$(VENV)/bin/python -m tests.bench.desk --sizes $(SIZES)

bench-serving: install
	@$(VENV)/bin/python -m tests.bench.serving --sizes $(SIZES)

# The settings come from the environment, or from the file of settings that is named.
upgrade: $(VENV)/installed-run
	@set -ea; test -z "$(SETTINGS)" || . "$(SETTINGS)"; $(VENV)/bin/python manage.py upgrade; set +a; $(RESTART)

screenshots: install
	@$(VENV)/bin/python -m tests.needs
	$(VENV)/bin/python -m pytest -q tests/screenshots.py

messages: install
	@$(VENV)/bin/python -m tests.languages.catalogues

release: install
	@$(VENV)/bin/python -m tests.release

audit: $(AUDIT)/installed | install
	@$(VENV)/bin/python -m tests.audit $(AUDIT)/bin/pip-audit

CHECKS = check-tests check-code check-imports check-templates check-migrations
AT_ONCE = $(MAKE) --no-print-directory --jobs=2

lint: install
	@$(AT_ONCE) $(CHECKS)

ready: install
	@$(AT_ONCE) needs $(CHECKS)

needs:
	@$(VENV)/bin/python -m tests.needs

# First, for it takes longest: what is compiled here, no worker of the suite compiles once more.
check-tests:
	@mkdir -p .cache
	$(VENV)/bin/python -W error -m pytest --collect-only -q -p no:cacheprovider >.cache/collected || { cat .cache/collected; exit 1; }

check-code:
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

check-imports:
	$(VENV)/bin/lint-imports

check-templates:
	find templates -name '*.html' -exec $(VENV)/bin/djade --target-version 5.2 --check {} +

check-migrations:
	DJANGO_SETTINGS_MODULE=tests.settings $(VENV)/bin/python manage.py makemigrations --check --dry-run

LOCKED = $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-header --no-annotate
EXTRA = $(PYTHON) -c 'import sys, tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["project"]["optional-dependencies"][sys.argv[1]], sep="\n")'

lock: $(VENV)/bin/uv
	$(LOCKED) $(UPGRADE) pyproject.toml --output-file requirements/run.txt
	$(LOCKED) $(UPGRADE) pyproject.toml --extra dev --constraint requirements/run.txt --output-file requirements/dev.txt
	$(EXTRA) postgres | $(LOCKED) $(UPGRADE) - --constraint requirements/dev.txt --output-file requirements/postgres.txt
	$(EXTRA) audit | $(LOCKED) $(UPGRADE) - --output-file requirements/audit.txt
	$(EXTRA) uv | $(LOCKED) $(UPGRADE) - --output-file requirements/uv.txt

$(VENV)/bin/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Briefings needs Python 3.11 or newer, and $(PYTHON) is not. Name one that is: make install PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null && $(PYTHON) -m venv --without-pip $(VENV) || { \
		echo "Python's pip or venv is missing. Install them (on Debian: apt-get install python3-pip python3-venv)." >&2; exit 1; }
	@$(PIP) --requirement requirements/uv.txt
	@touch $@

$(VENV)/installed-run: requirements/run.txt | $(VENV)/bin/uv
	@echo "Installing what the site runs on ..."
	@$(INSTALL) --compile-bytecode --requirement $< || $(PIP) --requirement $<
	@touch $@

$(VENV)/installed-dev: requirements/dev.txt requirements/run.txt | $(VENV)/bin/uv
	@echo "Installing what the site runs on, and what tests it ..."
	@$(INSTALL) --requirement $< || $(PIP) --no-compile --requirement $<
	@touch $(VENV)/installed-run $@

# Where the system brings no PostgreSQL for the tests.
$(VENV)/installed-postgres: requirements/postgres.txt | $(VENV)/bin/uv
	@$(INSTALL) --requirement $< || $(PIP) --requirement $<
	@touch $@

# Beside the site's packages, not among them.
$(AUDIT)/installed: requirements/audit.txt
	@$(PYTHON) -m venv --clear --without-pip $(AUDIT)
	@$(PYTHON) -m pip --python $(AUDIT)/bin/python install --disable-pip-version-check --quiet --require-hashes --requirement $<
	@touch $@
