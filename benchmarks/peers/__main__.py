"""Compare with what people would use instead: `python -m benchmarks.peers bench`.

See `make bench` and `make bench-full`.

Every measurement is appended to build/bench/SUITE.jsonl and made only once: killed at any moment, a run goes on where
it was. At its end, table, plot and rows are written up, and the next run starts again.
"""

import argparse
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.contenders import PEERS_PYTHON, ROOT, WORK
from benchmarks.peers.machine import describe, digest, versions
from benchmarks.peers.measuring import Bench
from benchmarks.peers.report import HERE, publish, write_up
from benchmarks.peers.rows import Circumstances, Run, UnusableResults, append, begin
from benchmarks.peers.suites import SUITES, Suite
from benchmarks.processes import Failed
from qa.errors import QaError
from qa.index.files import exclusive

_WRITING_UP = ("plots.py", "report.py")
"""Changing these changes no measurement."""
_FAILED, _STOPPED = 2, 130


class Unusable(Exception):
    """What was given cannot be measured with; the message says why and what to do."""


def main() -> None:
    """Read the command line, measure what has not been, write it up."""
    parser = argparse.ArgumentParser(prog="peers", description=__doc__)
    parser.add_argument("suites", nargs="+", metavar="SUITE", choices=SUITES, help=f"which sizes: {', '.join(SUITES)}")
    parser.add_argument("--articles", type=Path, help="a folder of articles")
    parser.add_argument("--questions", type=Path, help="judged questions about them, a JSON object a line")
    parser.add_argument("--write-to", type=Path, default=HERE, help="where table, plot and rows are written at the end")
    parser.add_argument("--check", action="store_true", help="only say whether that can be measured with")
    parser.add_argument("--write-up", action="store_true", help="only write table and plot again, from the rows there")
    given = parser.parse_args()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended by whatever, it ends what it has started
    suites = [SUITES[name] for name in given.suites]
    try:
        if given.write_up:
            for suite in suites:
                write_up(suite.name, given.write_to)
            return
        _check_source(given)
        if given.check:
            return
        for suite in suites:
            publish(WORK / f"{suite.name}.jsonl", measured(suite, given), given.write_to)
        for suite in suites:  # only when all are written does the next run start again
            rows = WORK / f"{suite.name}.jsonl"
            rows.replace(rows.with_suffix(".written"))
    except (Unusable, UnusableResults, Failed, QaError) as error:
        print(f"peers: {error}", file=sys.stderr)
        sys.exit(_FAILED)
    except KeyboardInterrupt:
        print("peers: stopped; the same command goes on from here", file=sys.stderr)
        sys.exit(_STOPPED)


def measured(suite: Suite, given: argparse.Namespace) -> Run:
    """Measure everything of a suite that its file of rows does not have yet.

    Raises:
        Unusable, UnusableResults: with the remedy.
    """
    WORK.mkdir(parents=True, exist_ok=True)
    with exclusive(WORK / f"{suite.name}.lock") as alone:
        if not alone:
            raise Unusable(f"{suite.name} is being measured already, in {WORK}: wait for it, or end it")
        path = WORK / f"{suite.name}.jsonl"
        run = begin(path, _circumstances(suite, given))
        bench = Bench(given.articles, given.questions, WORK / suite.name)
        todo = [step for step in suite.steps() if step not in run.done]
        for number, step in enumerate(todo, start=1):
            print(f"{number}/{len(todo)}  {step.size}  {step.contender}  {step.kind}", file=sys.stderr, flush=True)
            row = bench.measure(step, run)
            if row.failed:
                print(f"  {row.failed}", file=sys.stderr)
            append(path, row)
            run = Run(run.circumstances, (*run.rows, row))
        return run


def _check_source(given: argparse.Namespace) -> None:
    """Refuse what cannot be measured with, before anything is begun.

    Raises:
        Unusable: with the remedy.
    """
    if given.articles is None or not given.articles.is_dir():
        raise Unusable(f"{given.articles}: no such folder; name one of articles with --articles")
    if given.questions is None or not given.questions.is_file():
        raise Unusable(f"{given.questions}: no such file; name one of judged questions with --questions")
    if not PEERS_PYTHON.exists():
        raise Unusable(f"{PEERS_PYTHON}: no such interpreter; run make bench, which installs the peers")


def _circumstances(suite: Suite, given: argparse.Namespace) -> Circumstances:
    here = [path for path in HERE.glob("*.py") if path.name not in _WRITING_UP]
    code = [*(ROOT / "qa").rglob("*.py"), *(HERE / "scripts").glob("*.py"), HERE.parent / "processes.py", *here]
    files = [path.resolve() for path in (*given.articles.rglob("*"), given.questions) if path.is_file()]
    return Circumstances(
        suite=suite.name,
        machine=describe(),
        versions=versions(),
        code=digest(code, ROOT),
        articles=digest(files, Path("/")),
        date=datetime.now(UTC).date().isoformat(),
    )


if __name__ == "__main__":
    main()
