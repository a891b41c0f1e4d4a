# Two commands do everything: `make run` and `make test`. Needs Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DB ?= data/build/commissions.duckdb
DEMO := data/demo
PORT ?= 8501
CORPUS ?= ../shared/corpus/dev
SCORER ?= ../shared/tools/score.py
export PYTHONDONTWRITEBYTECODE = 1

.PHONY: run test check score accuracy demo bench docs screenshots clean help

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: $(BIN)/.run $(DB)  ## environment, demo database, dashboard on localhost
	@echo "Dashboard: http://localhost:$(PORT)  (stop with Ctrl+C)"
	@COMMISSIONS_DB=$(DB) $(BIN)/streamlit run app.py --server.port $(PORT) --server.address localhost --server.headless true

test: $(BIN)/.dev  ## every test: units, contract, pages, browser, documents
	$(BIN)/python -m pytest -n 2 --dist loadfile

check: $(BIN)/.dev  ## format, lint, types and unit tests, under 90 seconds
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow and not browser"

score: $(BIN)/.run  ## score the reading of a labelled corpus
	@test -f $(SCORER) || { echo "no scorer at $(SCORER); set SCORER and CORPUS"; exit 1; }
	@rm -rf data/build/score && mkdir -p data/build/score
	$(BIN)/python -m etl build --source $(CORPUS) --db data/build/score/corpus.duckdb
	$(BIN)/python -m etl export --db data/build/score/corpus.duckdb --out data/build/score/export --format csv
	$(BIN)/python $(SCORER) --corpus $(CORPUS) --export data/build/score/export

accuracy: $(BIN)/.run  ## write docs/accuracy.md from the labelled corpora
	@cp docs/accuracy.head.md docs/accuracy.md
	@for corpus in $(CORPUS) $(wildcard tests/fixtures/layouts tests/fixtures/layouts2 tests/fixtures/layouts3 tests/fixtures/scans tests/fixtures/terms); do \
	  rm -rf data/build/score && mkdir -p data/build/score && \
	  $(BIN)/python -m etl build --source $$corpus --db data/build/score/corpus.duckdb 2>/dev/null && \
	  $(BIN)/python -m etl export --db data/build/score/corpus.duckdb --out data/build/score/export --format csv 2>/dev/null && \
	  { echo "## $$(basename $$(dirname $$corpus))/$$(basename $$corpus)"; echo; echo '```'; \
	    $(BIN)/python $(SCORER) --corpus $$corpus --export data/build/score/export; echo '```'; echo; } >> docs/accuracy.md; done
	$(BIN)/python -m etl demo --out data/build/score/national --scale national --seed 1
	$(BIN)/python -m etl.resolve.persons.compare --truth data/build/score/national/truth.jsonl >> docs/accuracy.md
	@$(BIN)/python -m etl.resolve.organisations.evaluate --truth data/build/score/national/truth.jsonl >> docs/accuracy.md
	@$(BIN)/python -m tests.name_pairs >> docs/accuracy.md

demo: $(DB)  ## simulated documents and their database

$(DB): | $(BIN)/.run
	$(BIN)/python -m etl demo --out $(DEMO) --scale default --seed 1
	$(BIN)/python -m etl build --source $(DEMO) --db $(DB)

bench: $(BIN)/.dev  ## time the pages, the measures and a build
	$(BIN)/python -m tests.benchmarks.bench_pages
	$(BIN)/python -m tests.benchmarks.bench_build

docs: $(BIN)/.run  ## regenerate the data dictionary
	$(BIN)/python -m models.dictionary > docs/data-dictionary.md

$(BIN)/.run: requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(BIN)/.dev: requirements-dev.txt requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(BIN)/.run

clean:  ## remove everything that was built
	rm -rf $(VENV) data/build data/demo
