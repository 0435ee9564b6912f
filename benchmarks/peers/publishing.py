"""Write a run up: rows and plots into a folder, tables between the markers of its README.md and of docs/."""

import os
from pathlib import Path

from benchmarks.peers.figures import Figures
from benchmarks.peers.plots import draw
from benchmarks.peers.rows import Run, UnusableResults, lines, read_all
from benchmarks.peers.table import brief, write

HERE = Path(__file__).parent
FRONT = HERE.parents[1] / "docs" / "measurements.md"
_ON_FRONT = "bench"
_ROWS, _TEXT = "results.jsonl", "README.md"


def publish(run: Run, folder: Path) -> None:
    """Put a run in place of the earlier one of its suite; those of other suites stay.

    Raises:
        UnusableResults: what is there cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = folder / _ROWS
    runs = {it.circumstances.suite: it for it in read_all(rows)} if rows.exists() else {}
    runs[run.circumstances.suite] = run
    rows.write_text("".join(line for name in sorted(runs) for line in lines(runs[name])), encoding="utf-8")
    write_up(run.circumstances.suite, folder)


def write_up(suite: str, folder: Path) -> None:
    """Draw the plots of a suite from the rows in a folder, and write its tables into the text.

    Raises:
        UnusableResults: there are no rows of it, or its place in the text has one end only.
    """
    run = next((it for it in read_all(folder / _ROWS) if it.circumstances.suite == suite), None)
    if run is None:
        raise UnusableResults(f"{folder / _ROWS} has no rows of {suite!r}: run make bench, or bench-full")
    figures = Figures(run)
    plots = [f"![{path.stem}]({path.name})" for path in draw(figures, folder)]
    text = folder / _TEXT
    before = text.read_text(encoding="utf-8") if text.exists() else ""
    if not any(marker in before for marker in _markers(suite)):
        before += ("\n" if before else "") + "".join(f"{marker}\n" for marker in _markers(suite))
    text.write_text(between(before, suite, "\n\n".join([*plots, write(run)])), encoding="utf-8")
    if suite == _ON_FRONT and folder.resolve() == HERE.resolve():
        plot = os.path.relpath(HERE / f"{suite}-speed.svg", FRONT.parent)
        shown = f"![Build, ask and cold start beside the others]({plot})"
        front = between(FRONT.read_text(encoding="utf-8"), suite, f"{shown}\n\n{brief(run)}")
        FRONT.write_text(front, encoding="utf-8")


def between(text: str, name: str, written: str) -> str:
    """Replace what stands between the two markers of a name.

    Raises:
        UnusableResults: there are none.
    """
    begin, end = _markers(name)
    before, found, rest = text.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise UnusableResults(f"{_TEXT} has no place for the results: put the lines {begin} and {end} into it")
    return f"{before}{begin}\n\n{written.rstrip()}\n\n{end}{after}"


def _markers(name: str) -> tuple[str, str]:
    return f"<!-- {name}: written by the command -->", f"<!-- {name}: end -->"
