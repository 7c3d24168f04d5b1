# `make` alone lists what there is. Everything is installed into .venv; nothing outside this folder is touched.

PYTHON ?= python3
ARTICLES ?= seeds/articles
PYTEST_ARGS ?= -n auto

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help demo test check models report validity floor pictures bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- set-up: once, and again when pyproject.toml changes ------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "sourcegrade needs Python 3.11 or newer; '$(PYTHON)' is $$({ $(PYTHON) --version || echo missing; } 2>/dev/null)."; \
	  echo "Name another, for example: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; } >&2
	@$(PYTHON) -m venv .venv || { rm -rf .venv; \
	  echo "'$(PYTHON) -m venv' failed. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }

.venv/installed: pyproject.toml | $(BIN)/python
	@echo "Installing sourcegrade and its libraries into .venv (once; a minute or two) ..." >&2
	@$(PIP) install --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | $(BIN)/python
	@echo "Installing sourcegrade and its development tools into .venv (once; a minute or two) ..." >&2
	@$(PIP) install --editable '.[dev]'
	@touch .venv/installed $@

# --- what people run ------------------------------------------------------------------------------------------

demo: .venv/installed ## score and compare the example articles into reports/demo/
	@rm -rf reports/demo
	$(BIN)/sourcegrade score $(ARTICLES) -o reports/demo/scores
	$(BIN)/sourcegrade compare $(ARTICLES) -o reports/demo/outlets
	@echo
	@echo "Open in a browser:"
	@echo "  reports/demo/scores/index.html    every article, its scores and the words behind them"
	@echo "  reports/demo/outlets/index.html   how the outlets differ, and how sure that is"

test: .venv/installed-dev ## run the tests (options through PYTEST_ARGS="-n auto --corpora DIR")
	$(BIN)/python -m pytest $(PYTEST_ARGS)

check: .venv/installed-dev ## lint, types, import direction, and the wheel in an empty environment
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -q --wheel tests/test_imports.py tests/test_wheel.py

models: .venv/installed ## refit every tagger and model: make models CORPORA=DIR
	@test -d "$(CORPORA)" || { \
	  echo "make models: CORPORA is '$(CORPORA)', which is no folder. Say: make models CORPORA=path/to/corpora" >&2; exit 1; }
	$(BIN)/python -m scoring.model.build "$(CORPORA)" -o models
	$(BIN)/python -m scoring.reports.model_page models/default

report: .venv/installed ## rewrite reports/example/, the codebook and the rubrics page
	@rm -rf reports/example
	$(BIN)/sourcegrade score $(ARTICLES) -o reports/example/scores
	$(BIN)/sourcegrade compare $(ARTICLES) -o reports/example/outlets
	$(BIN)/sourcegrade measures -o reports

validity: .venv/installed ## rewrite reports/validity/ from labelled corpora: make validity CORPORA=DIR [REAL=DIR]
	@test -d "$(CORPORA)" || { \
	  echo "make validity: CORPORA is '$(CORPORA)', which is no folder. Say: make validity CORPORA=path/to/corpora" >&2; exit 1; }
	$(BIN)/sourcegrade validate --corpora "$(CORPORA)" $(if $(REAL),--articles "$(REAL)") --jobs -1 -o reports/validity

floor: .venv/installed-dev ## raise the floor under shipped figures; for a fall that is meant: make floor WHY="..."
	PYTHONPATH=. $(BIN)/python tests/floor.py --why "$(WHY)"

pictures: .venv/installed-dev ## take the README's picture of a scorecard (needs Chromium)
	$(BIN)/python tests/pictures.py

bench: .venv/installed-dev ## speed of measuring and scoring, as ratios to a plain pass
	$(BIN)/python tests/bench/speed.py $(ARTICLES)

clean: ## remove .venv, caches, built files and reports/demo/
	rm -rf .venv dist reports/demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find scoring tests -name __pycache__ -type d -prune -exec rm -rf {} +
