# Bodymap. `make` alone says what there is. Nothing has to be installed by hand: every target prepares what it needs.
PY := .venv/bin/python
.DEFAULT_GOAL := help
.PHONY: help run test lint format texts bench wheel clean

help:            ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/.app   ## open the window (ARGS="--pack DIR" passes options on)
	@$(PY) -m bodymap $(ARGS)

test: .venv/.dev  ## everything that must hold: tests, style, types, layers (ARGS="tests/body -k mirror" narrows)
	@$(PY) -m pytest $(ARGS)

lint: .venv/.dev  ## style, types and layers only
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@.venv/bin/lint-imports

format: .venv/.dev ## bring the code into its form
	@$(PY) -m ruff check --fix-only --quiet .
	@$(PY) -m ruff format --quiet .

texts: .venv/.dev ## read the window's texts afresh into assets/i18n/bodymap.ts, for translators
	@.venv/bin/pyside6-lupdate -silent -no-obsolete -locations none bodymap/app.py $$(find bodymap/gui -name '*.py' ! -name plate.py | LC_ALL=C sort) -ts assets/i18n/bodymap.ts

bench: .venv/.dev ## how fast it starts and answers, and how well it agrees with published guides
	@$(PY) benchmarks/startup.py
	@$(PY) benchmarks/brush.py
	@$(PY) benchmarks/choose.py
	@$(PY) benchmarks/matching.py
	@$(PY) benchmarks/guides.py

wheel: .venv/.dev ## build dist/bodymap-*.whl, which holds everything the application needs
	@$(PY) -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:           ## remove what these targets made
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.app: pyproject.toml scripts/setup
	@scripts/setup app

.venv/.dev: pyproject.toml scripts/setup
	@scripts/setup dev
