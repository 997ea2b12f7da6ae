# Everything here needs only Python 3.10 or newer and make; the virtual environment makes and fills itself.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint bench clean

# A stamp for each set of dependencies, remade when pyproject.toml changes.
$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@

$(VENV)/.installed-bench: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[bench]"
	touch $@

# What transclean does, shown on a text from samples/.
demo: $(VENV)/.installed
	@echo '$$ transclean fix --diff samples/wire-from-french.txt'
	@$(BIN)/transclean fix --diff samples/wire-from-french.txt || test $$? = 1
	@echo
	@echo '$$ transclean check samples/ngo-report-from-spanish.txt'
	@$(BIN)/transclean check samples/ngo-report-from-spanish.txt || test $$? = 1
	@echo
	@echo '$$ transclean detect samples/blog-from-german.txt'
	@$(BIN)/transclean detect samples/blog-from-german.txt
	@echo
	@echo '$$ echo "Mme Dupont arrived on the 1er June." | transclean fix -'
	@echo "Mme Dupont arrived on the 1er June." | $(BIN)/transclean fix -

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto

# Style, types, and the direction of imports.
lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.installed-bench
	$(BIN)/python bench/peers.py

clean:
	rm -rf $(VENV) build dist
