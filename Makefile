# On a fresh machine: `make demo` sets everything up and checks an example draft, `make test` runs the tests.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint bench docs clean

demo: .venv/ready
	$(BIN)/drafter check docs/example/draft.txt --no-color || test $$? -eq 1  # 1: findings, which is what the example is for

test: .venv/dev
	$(BIN)/python -m pytest

lint: .venv/dev
	$(BIN)/ruff check drafter tests bench
	$(BIN)/ruff format --check drafter tests bench
	$(BIN)/mypy --strict

bench: .venv/dev
	for file in bench/bench_*.py; do $(BIN)/python -m bench.$$(basename $$file .py) || exit 1; done

docs: .venv/dev
	$(BIN)/python -m drafter.cli.docs docs

.venv/ready: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/dev: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	touch $@

clean:
	rm -rf .venv dist build
