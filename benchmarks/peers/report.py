"""Write a run up: rows and plots into a folder, tables between the markers of its README.md and of docs/."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.contenders import CONTENDERS, MADE
from benchmarks.peers.figures import GOALS, Figures, Goal, ratio
from benchmarks.peers.order import MACHINE
from benchmarks.peers.plots import draw
from benchmarks.peers.rows import Kind, Run, UnusableResults, lines, read_all

HERE = Path(__file__).parent
FRONT = HERE.parents[1] / "docs" / "measurements.md"
NONE = "–"
_ON_FRONT = "bench"
_ROWS, _TEXT = "results.jsonl", "README.md"
_BRIEF = {"build, paragraphs/s", "peak, MB", "cold, s", "ask: median, ms", "hit@1", "nDCG@10"}
_GROWING: Sequence[tuple[str, Kind, str]] = (
    ("build, s", "build", "seconds"),
    ("build, peak MB", "build", "peak_megabytes"),
    ("ask, median ms", "serve", "median_milliseconds"),
    ("serving, MB", "serve", "resident_megabytes"),
)


def publish(run: Run, folder: Path) -> None:
    """Write a run in place of the earlier one of its suite; those of other suites stay.

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
    plots = [f"![{path.stem}]({path.name})" for path in draw(Figures(run), folder)]
    text = folder / _TEXT
    before = text.read_text(encoding="utf-8") if text.exists() else ""
    if not any(marker in before for marker in _markers(suite)):
        before += ("\n" if before else "") + "".join(f"{marker}\n" for marker in _markers(suite))
    text.write_text(between(before, suite, "\n\n".join([*plots, full_report(run)])), encoding="utf-8")
    if suite == _ON_FRONT and folder.resolve() == HERE.resolve():
        plot = os.path.relpath(HERE / f"{suite}-speed.svg", FRONT.parent)
        shown = f"![Build, ask and cold start beside the others]({plot})"
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


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of a size."""

    title: str
    kind: Kind
    figure: str
    form: str

    def text(self, figures: Figures, size: str, contender: str) -> str:
        """Return a cell; NONE where there is no figure."""
        value = (_DERIVED[self.figure](figures, size, contender) if self.figure in _DERIVED
                 else figures.of(size, contender, self.kind, self.figure))  # fmt: skip
        return NONE if value is None else f"{value:{self.form}}"


def _against_bare(figures: Figures, size: str, contender: str) -> float | None:
    bare = "bare encode, AVX2" if contender.endswith("AVX2") else "bare encode"
    return ratio(figures.rate(size, contender), figures.rate(size, bare))


_DERIVED: dict[str, Callable[[Figures, str, str], float | None]] = {"rate": Figures.rate, "÷ bare": _against_bare}
COLUMNS = (
    Column("build, paragraphs/s", "build", "rate", ",.1f"),
    Column("÷ bare", "build", "÷ bare", ".2f"),
    Column("peak, MB", "build", "peak_megabytes", ",.0f"),
    Column("on disk, MB", "build", "disk_megabytes", ",.1f"),
    Column("cold, s", "cold", "seconds", ".2f"),
    Column("ask: median, ms", "serve", "median_milliseconds", ",.1f"),
    Column("95%, ms", "serve", "percentile_95_milliseconds", ",.1f"),
    Column("answers/s, 1 asker", "serve", "a_second_1", ",.1f"),
    Column("4", "serve", "a_second_4", ",.1f"),
    Column("16", "serve", "a_second_16", ",.1f"),
    Column("serving, MB", "serve", "resident_megabytes", ",.0f"),
    Column("hit@1", "serve", "hit@1", ".3f"),
    Column("hit@5", "serve", "hit@5", ".3f"),
    Column("nDCG@10", "serve", "nDCG@10", ".3f"),
)


def full_report(run: Run) -> str:
    """Render circumstances, goals, a table for every size, growth and shares of the machine as Markdown."""
    figures = Figures(run)
    parts = [_circumstances(run), _goals(figures)]
    parts += ["\n".join(_size(figures, size)) for size in figures.sizes]
    parts += ["\n".join(part) for part in (list(_growth(figures)), list(_limits(figures))) if part]
    return "\n\n".join(parts) + "\n"


def brief_report(run: Run) -> str:
    """Render the largest size that was encoded, in a few columns, for docs/."""
    figures = Figures(run)
    size = [size for size in figures.sizes if not size.startswith(MADE)][-1]
    narrow = {it.name for it in CONTENDERS if it.environment}
    names = [name for name in figures.present(size) if name not in narrow]
    table = _table(figures, size, names, [it for it in COLUMNS if it.title in _BRIEF])
    return f"{_title(figures, size)}, on {run.circumstances.machine}:\n\n{table}"


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Render a table whose first column is words and whose others are numbers."""
    cells = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


def _table(figures: Figures, size: str, names: Sequence[str], columns: Sequence[Column]) -> str:
    rows = [[name, *(it.text(figures, size, name) for it in columns)] for name in names]
    return markdown(["", *(it.title for it in columns)], rows)


def _circumstances(run: Run) -> str:
    it = run.circumstances
    whose = {whose: [f"{name.rsplit(' (', 1)[0]} {version}" for name, version in it.versions.items()
                     if name.endswith(f"({whose})")] for whose in ("ours", "peers")}  # fmt: skip
    return (
        f"Begun on {it.date} on {it.machine}.\nOurs: {', '.join(whose['ours'])}.\nPeers: {', '.join(whose['peers'])}."
    )


def _goals(figures: Figures) -> str:
    rows = [[str(goal), *(_reached(goal, figures, size) for size in figures.sizes)] for goal in GOALS]
    measured = [row for row in rows if set(row[1:]) != {NONE}]
    return markdown(["goal", *(_title(figures, size) for size in figures.sizes)], measured)


def _reached(goal: Goal, figures: Figures, size: str) -> str:
    reached = goal.at(figures, size)
    if reached is None:
        return NONE
    return f"{reached.value:.2f} ({'met' if goal.met(reached) else 'not met'}; {reached.contender})"


def _title(figures: Figures, size: str) -> str:
    count = f"{figures.paragraphs(size):,} paragraphs"
    return f"{count}, vectors given" if size.startswith(MADE) else count


def _size(figures: Figures, size: str) -> Iterator[str]:
    names = figures.present(size)
    judged = figures.of(size, "qa", "serve", "judged") or 0
    asked = figures.of(size, "qa", "serve", "asked") or 0
    yield f"### {_title(figures, size)}\n"
    quality = f"quality is measured on the {judged:,.0f} whose answers are here" if judged else "nobody has judged them"
    if asked:
        yield f"{asked:,.0f} questions; {quality}.\n"
    shown = [it for it in COLUMNS if any(it.text(figures, size, name) != NONE for name in names)]
    yield _table(figures, size, names, shown)
    for name in names:
        for kind in ("build", "serve", "cold"):
            if failure := figures.failure(size, name, kind):
                yield f"\n{name}, {kind}: {failure}."


def _growth(figures: Figures) -> Iterator[str]:
    """Yield the exponents: of what encodes, and of what is given vectors, apart."""
    for made in (False, True):
        sizes = [size for size in figures.sizes if size.startswith(MADE) is made]
        rows = [
            [it.name, *(_exponent(figures, sizes, it.name, kind, name) for _, kind, name in _GROWING)]
            for it in CONTENDERS
        ]
        rows = [row for row in rows if set(row[1:]) != {NONE}]
        if rows:
            counts = " to ".join(f"{figures.paragraphs(size):,}" for size in (sizes[0], sizes[-1]))
            yield f"### Growth from {counts}{', vectors given' if made else ''}\n"
            yield "The exponent e of a fit of paragraphs^e, by least squares on logarithms.\n"
            yield markdown(["", *(title for title, _, _ in _GROWING)], rows) + "\n"


def _exponent(figures: Figures, sizes: Sequence[str], contender: str, kind: Kind, name: str) -> str:
    growth = figures.growth(sizes, contender, kind, name)
    return NONE if growth is None else f"{round(growth.exponent, 2) + 0.0:.2f}"  # of -0.0 it makes 0.0


def _limits(figures: Figures) -> Iterator[str]:
    peak = {name: max((row.figures[name] for row in figures.run.rows if name in row.figures), default=0.0)
            for name in ("float32_operations", "bfloat16_operations", "bytes_read")}  # fmt: skip
    if not all(peak.values()):
        return
    yield "### Shares of what the machine can do\n"
    yield (
        f"Measured beside: {peak['float32_operations'] / 1e9:,.0f} GFLOP/s in float32, "
        f"{peak['bfloat16_operations'] / 1e9:,.0f} in bfloat16, {peak['bytes_read'] / 1e9:,.1f} GB/s read.\n"
    )
    titles = ["", "work", "of float32", "of bfloat16", "of reading"]
    yield markdown(titles, [row for size in figures.sizes for row in _shares(figures, size, peak)])


def _shares(figures: Figures, size: str, peak: dict[str, float]) -> Iterator[list[str]]:
    passages = figures.of(size, MACHINE, "contents", "passage_operations")
    sentences = figures.of(size, MACHINE, "contents", "sentence_operations")
    title = _title(figures, size)
    for name, work in (("bare encode", passages), ("qa", (passages or 0) + (sentences or 0))):
        seconds = figures.of(size, name, "build", "seconds")
        if work and seconds:
            of = [work / seconds / peak[f"{kind}_operations"] for kind in ("float32", "bfloat16")]
            yield [f"{title}: {name}, whole build", f"{work / 1e12:,.2f} TFLOP", f"{of[0]:.0%}", f"{of[1]:.0%}", NONE]
    read, milliseconds = (figures.of(size, "qa", "scan", name) for name in ("bytes", "median_milliseconds"))
    if read and milliseconds and not figures.of(size, "qa", "scan", "approximate"):
        share = read / (milliseconds / 1000) / peak["bytes_read"]
        work_done = f"{read / 1e6:,.1f} MB in {milliseconds:.2f} ms"
        yield [f"{title}: qa, scan of all vectors", work_done, NONE, NONE, f"{share:.0%}"]
