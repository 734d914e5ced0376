# Every target does its own set-up: a virtual environment in .venv, installed from the lock files.

PYTHON ?= python3
BIN := .venv/bin
# Tests wait half of their time for servers: two workers a processor.
JOBS ?= $(shell echo $$(( 2 * $$(getconf _NPROCESSORS_ONLN) )))
ROOMS := bot handlers scheduler mentoring documents db core

.PHONY: help install run demo story test lint format lock migrate sandbox docs monkey audit bench screens

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/installed: requirements-dev.lock pyproject.toml
	@echo "Setting up .venv from requirements-dev.lock (once; takes a minute or two)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11 ..."; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

install: .venv/installed ## build .venv

run: install ## run the bot with the settings of .env
	@test -f .env || { echo "There is no .env: cp .env.example .env, then fill in BOT_TOKEN"; exit 1; }
	@$(BIN)/mentoring-bot run

migrate: install ## bring the database of .env up to date
	@$(BIN)/mentoring-bot migrate

demo: install ## play the main story on this machine and print every phone's chat (ROADMAP=path for your own)
	@$(BIN)/python -m examples.demo $(if $(ROADMAP),--roadmap "$(ROADMAP)")

story: install ## play the long story
	@$(BIN)/python -m examples.demo --long $(if $(ROADMAP),--roadmap "$(ROADMAP)")

sandbox: install ## a Bot API server on this machine, with a phone for each person in the browser
	@$(BIN)/python -m sandbox

test: install ## all tests, on SQLite and on PostgreSQL (TEST_POSTGRES_URL)
	@echo "Running the tests in parallel; PostgreSQL at $${TEST_POSTGRES_URL:-127.0.0.1:5432}"
	@$(BIN)/python -m pytest -n $(JOBS) --dist worksteal

monkey: install ## walk a monkey through the bot by ways not walked before: STEPS=20000 SEED=7
	@MONKEY_STEPS=$(or $(STEPS),20000) MONKEY_SEED=$(or $(SEED),0) \
		$(BIN)/python -m pytest -n $(JOBS) --dist worksteal tests/e2e/test_monkey.py

lint: install ## formatting, types, the direction of imports, the length of files
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m pytest tests/guards/test_walls.py

screens: install ## every screen and message on one page: build/screens.html
	@$(BIN)/python -m tests.guards.sheet
	@echo "Written: build/screens.html"

bench: install ## figures beside bare aiogram; ARGS=--write writes docs/benchmarks.md
	@$(BIN)/python -m benchmarks.steps $(ARGS)

audit: install ## suspicious code of our own, known vulnerabilities of what is installed
	@$(BIN)/bandit --quiet --recursive --configfile pyproject.toml $(ROOMS)
	@$(BIN)/pip-audit --strict --timeout 15 --require-hashes -r requirements.lock \
		|| { echo "Something is vulnerable, or PyPI could not be asked about it (see above)"; exit 1; }

docs: install ## write the pages that are made from the code
	@$(BIN)/python -m docs.generate

format: install ## put the code in order
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" pyproject.toml

lock: install ## write the lock files anew
	@$(COMPILE) -o requirements.lock
	@$(COMPILE) --extra dev -c requirements.lock -o requirements-dev.lock
