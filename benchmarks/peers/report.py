"""Write a run up: rows and a plot into a folder, tables between the markers of its README.md and of docs/."""

import os
import shutil
import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.peers.contenders import BY_NAME, CONTENDERS
from benchmarks.peers.plots import Panel, draw
from benchmarks.peers.rows import Run, UnusableResults, read

HERE = Path(__file__).parent
FRONT = HERE.parents[1] / "docs" / "measurements.md"
NONE, NOT_JUDGED = "–", "nobody has judged them"
_ON_FRONT = "bench"
_TEXT = "README.md"
_COLUMNS = {
    "build, paragraphs/s": ("build rate", ",.1f"),
    "peak, MB": ("build peak_megabytes", ",.0f"),
    "on disk, MB": ("build disk_megabytes", ",.1f"),
    "cold, s": ("cold seconds", ".2f"),
    "ask: median, ms": ("serve median_milliseconds", ",.1f"),
    "95%, ms": ("serve percentile_95_milliseconds", ",.1f"),
    "answers/s, 1 asker": ("serve a_second_1", ",.1f"),
    "4": ("serve a_second_4", ",.1f"),
    "16": ("serve a_second_16", ",.1f"),
    "serving, MB": ("serve resident_megabytes", ",.0f"),
    "hit@1": ("serve hit@1", ".3f"),
    "hit@5": ("serve hit@5", ".3f"),
    "nDCG@10": ("serve nDCG@10", ".3f"),
}
"""By title: which figure, and how it is written."""
_BRIEF = ("build, paragraphs/s", "peak, MB", "cold, s", "ask: median, ms", "hit@1", "nDCG@10")
_PANELS = (
    Panel("build, paragraphs a second\n(more is better)", "build rate"),
    Panel("ask, warm median, ms\n(less is better)", "serve median_milliseconds"),
    Panel("cold first answer, s\n(less is better)", "cold seconds"),
)

Figures = Mapping[str, Mapping[str, float]]
"""The figures of one size by contender, in their order, and by name: the kind of the measurement, and what it gave."""


def publish(rows: Path, run: Run, folder: Path) -> None:
    """Write a run in place of the earlier one of its suite.

    Raises:
        UnusableResults: its place in the text has one end only.
    """
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(rows, folder / f"{run.circumstances.suite}.jsonl")
    write_up(run.circumstances.suite, folder)


def write_up(suite: str, folder: Path) -> None:
    """Draw the plot of a suite from the rows in a folder, and write its tables into the text.

    Raises:
        UnusableResults: there are no rows of it, or its place in the text has one end only.
    """
    run = read(folder / f"{suite}.jsonl")
    plot, text = folder / f"{suite}-speed.svg", folder / _TEXT
    size = _largest(run)
    draw(figures(run, size), _PANELS, f"{run.sizes[size]:,} paragraphs", plot)
    parts = [f"![{plot.stem}]({plot.name})", full_report(run)]
    before = text.read_text(encoding="utf-8") if text.exists() else ""
    if not any(marker in before for marker in _markers(suite)):
        before += ("\n" if before else "") + "".join(f"{marker}\n" for marker in _markers(suite))
    text.write_text(between(before, suite, "\n\n".join(parts)), encoding="utf-8")
    if suite == _ON_FRONT and folder.resolve() == HERE.resolve():
        shown = f"![Build, ask and cold start beside the others]({os.path.relpath(plot, FRONT.parent)})"
        front = between(FRONT.read_text(encoding="utf-8"), suite, f"{shown}\n\n{brief_report(run)}")
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


def figures(run: Run, size: str) -> Figures:
    """Return what a run measured at a size, each the median of its rounds."""
    found = {}
    for contender in CONTENDERS:
        rows = [it for it in run.rows if (it.step.size, it.step.contender) == (size, contender.name)]
        values = defaultdict[str, list[float]](list)
        for row in rows:
            for name, value in row.figures.items():
                values[f"{row.step.kind} {name}"].append(value)
        medians = {name: statistics.median(measured) for name, measured in values.items()}
        if "build seconds" in medians:
            medians["build rate"] = run.sizes[size] / medians["build seconds"]
        if rows:
            found[contender.name] = medians
    return found


def full_report(run: Run) -> str:
    """Render circumstances and a table for every size as Markdown."""
    it = run.circumstances
    parts = [f"Begun on {it.date} on {it.machine}."]
    for title, whose in (("Ours", " (ours)"), ("Peers", " (peers)")):
        packages = [f"{name.removesuffix(whose)} {its}" for name, its in it.versions.items() if name.endswith(whose)]
        parts[0] += f"\n{title}: {', '.join(packages)}."
    for size in run.sizes:
        parts += _size(run, size)
    return "\n\n".join(parts) + "\n"


def brief_report(run: Run) -> str:
    """Render the largest size, in a few columns, for docs/."""
    size = _largest(run)
    asked = {name: row for name, row in figures(run, size).items() if BY_NAME[name].asks}
    return f"{run.sizes[size]:,} paragraphs, on {run.circumstances.machine}:\n\n{_table(asked, _BRIEF)}"


def _largest(run: Run) -> str:
    return list(run.sizes)[-1]


def _size(run: Run, size: str) -> Iterator[str]:
    found = figures(run, size)
    yield f"### {run.sizes[size]:,} paragraphs"
    ours = found.get("qa", {})
    if asked := ours.get("serve asked"):
        judged = ours.get("serve judged")
        quality = (
            f"quality is measured on the {judged:,.0f} whose answers are here" if judged else "nobody has judged them"
        )
        yield f"{asked:,.0f} questions; {quality}."
    yield _table(found, [it for it, (name, _) in _COLUMNS.items() if any(name in row for row in found.values())])
    for name in found:
        for kind in ("build", "serve", "cold"):
            if failure := run.failure(size, name, kind):
                yield f"{name}, {kind}: {failure}."


def _table(found: Figures, titles: Sequence[str]) -> str:
    """Render a row for each contender; its name is words, the other cells are numbers."""
    cells = [["", *titles], ["---", *["--:"] * len(titles)]]
    for contender, row in found.items():
        columns = [_COLUMNS[title] for title in titles]
        cells.append([contender, *(f"{row[name]:{form}}" if name in row else NONE for name, form in columns)])
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)
