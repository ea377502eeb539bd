# make demo: install into .venv and extract a sample article.
# make test: install what requirements.lock names and run lint, types and tests.
# make bare: build wheel and sdist, and install each where there is nothing else.
# make lock: renew requirements.lock from pyproject.toml.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test bare lock clean

demo: .venv/installed
	$(BIN)/claimx extract data/samples/port-strike.txt --date 2026-03-12

test: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q

bare: .venv/installed-test
	$(BIN)/python -m scripts.bare

lock: .venv/bin/python
	$(INSTALL) uv
	UV_CUSTOM_COMPILE_COMMAND='make lock' $(BIN)/uv pip compile pyproject.toml --extra test --universal --upgrade --generate-hashes --quiet --output-file requirements.lock

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(INSTALL) --editable .
	touch $@

.venv/installed-test: .venv/bin/python pyproject.toml requirements.lock
	$(INSTALL) --require-hashes --requirement requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	touch $@ .venv/installed

clean:
	rm -rf .venv
