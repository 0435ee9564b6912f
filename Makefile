# make app    set up, bring the index of seeds/ up to date, serve the page
# make test   set up, run the tests, two side by side; the end names what this machine lacks a program for
# make setup  only make .venv with all that running and testing need
# make check  set up, then ruff, mypy and import-linter
# make soak   set up, then the crash and concurrency tests at length, and many more examples for what holds of any text
# make quality        set up, then measure how good the answers are and hold them to benchmarks/quality/floors.toml
# make quality-fast   the same without the reader
# make quality-final  the same on the questions held back, once a release
# make bench-check  set up, then the tests of benchmarks/ themselves: CI runs them only where benchmarks/ changed
# make bench       set up, then compare speed, memory and quality with LlamaIndex, LangChain, Haystack and txtai: 40 minutes
# make bench-full  the same in the background on the whole archive: hours, goes on when stopped
# make lock   rewrite constraints.txt from what resolves today

PYTHON ?= python3
# `make quality EVERY=4` asks a sample, as CI does: every fourth question, of the news over a fourth of the articles.
EVERY ?= 1
# Judged questions, and the news that some are about: neither comes with the repository.
EVALUATION ?= ../shared/evaluation
NEWS ?= ../shared/news-archive
# Where `make quality` keeps indexes and results: in a folder that outlives the clone the news need not be encoded again.
WORK ?= build/quality
# What `make bench` compares on: any folder of articles, and judged questions about them.
ARTICLES ?= $(NEWS)
QUESTIONS ?= $(EVALUATION)/news_questions.jsonl
# Which tests `make test` runs.
TESTS ?= tests
# How many tests run at once; those that share a browser or the crash tests go to the same worker.
WORKERS ?= 2
SIDE_BY_SIDE := --numprocesses $(WORKERS) --dist loadscope
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
PEERS := build/bench/peers
COMPARE := $(BIN)/python -m benchmarks.peers
COMPARED := --articles "$(ARTICLES)" --questions "$(QUESTIONS)"
ifneq ($(origin ARTICLES),file)
COMPARED += --write-to build/bench/own
endif

# What Python compiles is kept, whatever the machine says: tests start hundreds of processes, and one that serves the page
# compiles for as long as it runs otherwise: 9 s of a processor instead of 5.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: app test setup check soak quality quality-fast quality-final judged bench bench-check bench-full lock

app: setup
	@$(BIN)/python app.py

test: setup
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) $(TESTS)

soak: setup
	@HYPOTHESIS_PROFILE=soak $(BIN)/python -m pytest -m "soak or hypothesis" --timeout 2400

quality: judged setup
	@$(BIN)/python -m benchmarks.quality.measure "$(EVALUATION)" "$(NEWS)" --work "$(WORK)" --every $(EVERY)

quality-fast: judged setup
	@$(BIN)/python -m benchmarks.quality.measure "$(EVALUATION)" "$(NEWS)" --work "$(WORK)" --every $(EVERY) --fast

quality-final: judged setup
	@$(BIN)/python -m benchmarks.quality.measure "$(EVALUATION)" "$(NEWS)" --work "$(WORK)" --final

judged:
	@test -d "$(EVALUATION)" && test -d "$(NEWS)" \
		|| { echo "Nothing to measure with: make quality EVALUATION=<folder of judged questions> NEWS=<folder of their news>" >&2; exit 1; }

bench-check: setup
	@$(BIN)/python -m pytest benchmarks/tests

bench: setup $(PEERS)/ready
	@$(COMPARE) bench $(COMPARED)

bench-full: setup $(PEERS)/ready
	@$(COMPARE) full $(COMPARED) --check
	@nohup $(COMPARE) full $(COMPARED) >> build/bench/full.log 2>&1 & \
		echo "Measuring in the background: see build/bench/full.log; run this again to go on after a stop"

check: setup
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports

setup: $(READY)

$(READY): pyproject.toml constraints.txt qa/__init__.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.11 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null \
		|| { echo "python3-venv is missing: run 'apt install python3-venv', then make again"; exit 1; }
	@echo "Setting up $(VENV): some minutes the first time, with about 2 GB of packages"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -c 'import torch' 2>/dev/null || test -n "$$PIP_EXTRA_INDEX_URL" || test "$$(uname)" != Linux \
		|| echo "Installing torch: PyPI's Linux build can bring gigabytes of CUDA; README.md says how to get the CPU build."
	@$(BIN)/python -m pip install --quiet --no-compile --constraint constraints.txt --editable '.[formats,multilingual,test]'
	@touch $(READY)

$(PEERS)/ready: benchmarks/peers/requirements.txt
	@echo "Setting up $(PEERS), which holds what is compared with: some minutes the first time, with about 2 GB of packages"
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install --quiet --requirement benchmarks/peers/requirements.txt
	@touch $(PEERS)/ready

lock:
	@rm -rf build/lock && $(PYTHON) -m venv build/lock
	@build/lock/bin/python -m pip install --quiet torch==2.13.0
	@build/lock/bin/python -m pip install --quiet '.[formats,multilingual,test]'
	@{ echo "# The versions that this release was tested with; made by 'make lock'."; \
	   build/lock/bin/python -m pip freeze --exclude qa-news-archive | sed 's/^torch==.*/torch==2.13.0/'; } > constraints.txt
	@rm -rf build/lock
