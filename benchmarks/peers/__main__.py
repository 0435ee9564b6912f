"""Compare with what people would use instead: `python -m benchmarks.peers bench`.

See `make bench` and `make bench-full`.

Every measurement is appended to build/bench/SUITE.jsonl and made only once: killed at any moment, a run goes on where
it was. At its end, table, plots and rows are written up, and the next run starts again.
"""

import argparse
import signal
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.peers.contenders import CONTENDERS, Pythons
from benchmarks.peers.machine import describe, digest, versions
from benchmarks.peers.measuring import ROOT, Bench, Source
from benchmarks.peers.processes import Failed
from benchmarks.peers.report import HERE, publish, write_up
from benchmarks.peers.rows import Circumstances, Run, UnusableResults, append, begin, read, remaining
from benchmarks.peers.suites import SUITES, Suite, UnknownSize
from qa.errors import QaError
from qa.index.files import exclusive

WORK = ROOT / "build" / "bench"
PEERS = WORK / "peers" / "bin" / "python"
_WRITING_UP = ("figures.py", "plots.py", "report.py")
"""Changing these changes no measurement."""
_FAILED, _STOPPED = 2, 130


class Unusable(Exception):
    """What was given cannot be measured with; the message says why and what to do."""


def main() -> None:
    """Read the command line, measure what has not been, write it up."""
    parser = argparse.ArgumentParser(prog="peers", description=__doc__)
    parser.add_argument("suites", nargs="+", metavar="SUITE", help=f"which sizes, how often: {', '.join(SUITES)}")
    parser.add_argument("--articles", type=Path, help="a folder of articles")
    parser.add_argument("--questions", type=Path, help="judged questions about them, a JSON object a line")
    parser.add_argument("--sizes", nargs="+", help='other sizes, in paragraphs; "whole" is all of the articles')
    parser.add_argument("--only", nargs="+", metavar="NAME", help="some of the contenders: " + ", ".join(_names()))
    parser.add_argument("--python", type=Path, default=_own_python(), help="the interpreter that has this project")
    parser.add_argument("--peers", type=Path, default=PEERS, help="the one that has the peers")
    parser.add_argument("--work", type=Path, default=WORK, help="where indexes and rows are kept")
    parser.add_argument(
        "--write-to",
        type=Path,
        help="where table, plots and rows are written at the end; left out: beside the command, and for some of the "
        "sizes or contenders build/bench/own",
    )
    parser.add_argument("--check", action="store_true", help="only say whether that can be measured with")
    parser.add_argument("--write-up", action="store_true", help="only write table and plots again, from the rows there")
    given = parser.parse_args()
    where = given.write_to or (WORK / "own" if given.sizes or given.only else HERE)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ended by whatever, it ends what it has started
    try:
        _check(given)
        suites = [SUITES[name].with_sizes(given.sizes) for name in given.suites]
        if given.write_up:
            for suite in suites:
                write_up(suite.name, where)
            return
        _check_source(given)
        if given.check:
            return
        for suite in suites:
            publish(measured(suite, given), where)
        for suite in suites:  # only when all are written does the next run start again
            rows = given.work / f"{suite.name}.jsonl"
            rows.replace(rows.with_suffix(".written"))
    except (Unusable, UnusableResults, UnknownSize, Failed, QaError) as error:
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
    given.work.mkdir(parents=True, exist_ok=True)
    with exclusive(given.work / f"{suite.name}.lock") as alone:
        if not alone:
            raise Unusable(f"{suite.name} is being measured already, in {given.work}: wait for it, or end it")
        return _measured(suite, given, given.work / f"{suite.name}.jsonl")


def _measured(suite: Suite, given: argparse.Namespace, path: Path) -> Run:
    pythons = Pythons(given.python, given.peers)
    planned = list(suite.steps([it for it in CONTENDERS if not given.only or it.name in given.only]))
    run = begin(path, _circumstances(suite, given, pythons))
    bench = Bench(
        contenders={it.name: it for it in CONTENDERS},
        source=Source(given.articles, given.questions, given.work / suite.name),
        pythons=pythons,
        bounds=suite.bounds,
        asking_seconds=suite.asking_seconds,
    )
    todo = remaining(planned, run)
    for number, step in enumerate(todo, start=1):
        print(f"{number}/{len(todo)}  {step.size}  {step.contender}  {step.kind}", file=sys.stderr, flush=True)
        row = bench.measure(step, read(path))
        if row.failed:
            print(f"  {row.failed}", file=sys.stderr)
        append(path, row)
    return read(path)


def _check(given: argparse.Namespace) -> None:
    """Refuse what does not exist.

    Raises:
        Unusable: with the remedy.
    """
    for known, named, what in ((SUITES, given.suites, "suite"), (_names(), given.only or (), "contender")):
        if unknown := set(named) - set(known):
            raise Unusable(f"no {what} {min(unknown)!r}: there are {'; '.join(known)}")
    if given.sizes and len(given.suites) > 1:
        raise Unusable("sizes are measured in one suite: name one of those given")


def _check_source(given: argparse.Namespace) -> None:
    """Refuse what cannot be measured with, before anything is begun.

    Raises:
        Unusable: with the remedy.
    """
    if given.articles is None or not given.articles.is_dir():
        raise Unusable(f"{given.articles}: no such folder; name one of articles with --articles")
    if given.questions is None or not given.questions.is_file():
        raise Unusable(f"{given.questions}: no such file; name one of judged questions with --questions")
    remedies = {
        given.python: "run make setup, or name one with --python",
        given.peers: "run make bench, or use --peers",
    }
    for python, remedy in remedies.items():
        if not python.exists():
            raise Unusable(f"{python}: no such interpreter; {remedy}")


def _circumstances(suite: Suite, given: argparse.Namespace, pythons: Pythons) -> Circumstances:
    here = [path for path in HERE.glob("*.py") if path.name not in _WRITING_UP]
    code = [*(ROOT / "qa").rglob("*.py"), *(HERE / "scripts").glob("*.py"), *here]
    files = [path.resolve() for path in (*given.articles.rglob("*"), given.questions) if path.is_file()]
    return Circumstances(
        suite=suite.name,
        machine=describe(),
        versions=versions(pythons),
        code=digest(code, ROOT),
        articles=digest(files, Path("/")),
        date=datetime.now(UTC).date().isoformat(),
    )


def _names() -> Sequence[str]:
    return [it.name for it in CONTENDERS]


def _own_python() -> Path:
    own = ROOT / ".venv" / "bin" / "python"
    return own if own.exists() else Path(sys.executable)


if __name__ == "__main__":
    main()
