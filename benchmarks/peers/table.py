"""Write a run as Markdown: circumstances, goals, a table for every size, growth, shares of what the machine can do."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.peers.contenders import CONTENDERS, MADE
from benchmarks.peers.figures import Figures, fit_growth, ratio
from benchmarks.peers.goals import GOALS, Goal
from benchmarks.peers.limits import share_of_peak
from benchmarks.peers.order import MACHINE
from benchmarks.peers.rows import Kind, Run

NONE = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table of a size."""

    title: str
    kind: Kind
    text: Callable[[Figures, str, str], str]
    """Given figures, size and contender; NONE where there is none."""


def _figure(kind: Kind, name: str, form: str, scale: float = 1.0) -> Callable[[Figures, str, str], str]:
    def text(figures: Figures, size: str, contender: str) -> str:
        value = figures.of(size, contender, kind, name)
        return NONE if value is None else f"{value * scale:{form}}"

    return text


def _rate(figures: Figures, size: str, contender: str) -> str:
    rate = figures.rate(size, contender)
    return NONE if rate is None else f"{rate:,.1f}"


def _against_bare(figures: Figures, size: str, contender: str) -> str:
    bare = "bare encode, AVX2" if contender.endswith("AVX2") else "bare encode"
    value = ratio(figures.rate(size, contender), figures.rate(size, bare))
    return NONE if value is None else f"{value:.2f}"


COLUMNS = (
    Column("build, paragraphs/s", "build", _rate),
    Column("÷ bare", "build", _against_bare),
    Column("peak, MB", "build", _figure("build", "peak_megabytes", ",.0f")),
    Column("on disk, MB", "build", _figure("build", "disk_megabytes", ",.1f")),
    Column("cold, s", "cold", _figure("cold", "seconds", ".2f")),
    Column("ask: median, ms", "serve", _figure("serve", "median_milliseconds", ",.1f")),
    Column("95%, ms", "serve", _figure("serve", "percentile_95_milliseconds", ",.1f")),
    Column("answers/s, 1 asker", "serve", _figure("serve", "a_second_1", ",.1f")),
    Column("4", "serve", _figure("serve", "a_second_4", ",.1f")),
    Column("16", "serve", _figure("serve", "a_second_16", ",.1f")),
    Column("serving, MB", "serve", _figure("serve", "resident_megabytes", ",.0f")),
    Column("hit@1", "serve", _figure("serve", "hit@1", ".3f")),
    Column("hit@5", "serve", _figure("serve", "hit@5", ".3f")),
    Column("nDCG@10", "serve", _figure("serve", "nDCG@10", ".3f")),
)

_BRIEF = {"build, paragraphs/s", "peak, MB", "cold, s", "ask: median, ms", "hit@1", "nDCG@10"}


def write(run: Run) -> str:
    """Write a run."""
    figures = Figures(run)
    parts = [_circumstances(run), _goals(figures)]
    parts += ["\n".join(_size(figures, size)) for size in figures.sizes]
    parts += ["\n".join(lines) for lines in (list(_growth(figures)), list(_limits(figures))) if lines]
    return "\n\n".join(parts) + "\n"


def brief(run: Run) -> str:
    """Write the largest size that was encoded, in a few columns, for the project's README."""
    figures = Figures(run)
    size = [size for size in figures.sizes if not size.startswith(MADE)][-1]
    shown = [it for it in COLUMNS if it.title in _BRIEF]
    names = [it.name for it in CONTENDERS if not it.environment and _present(figures, size, it.name)]
    rows = [[name, *(it.text(figures, size, name) for it in shown)] for name in names]
    table = markdown(["", *(it.title for it in shown)], rows)
    return f"{_title(figures, size)}, on {run.circumstances.machine}:\n\n{table}"


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
    outcome = goal.at(figures, size)
    if outcome is None:
        return NONE
    return f"{outcome.value:.2f} ({'met' if goal.met(outcome) else 'not met'}; {outcome.against})"


def _title(figures: Figures, size: str) -> str:
    count = f"{figures.paragraphs(size):,} paragraphs"
    return f"{count}, vectors given" if size.startswith(MADE) else count


def _size(figures: Figures, size: str) -> Iterator[str]:
    names = [it.name for it in CONTENDERS if _present(figures, size, it.name)]
    shown = [it for it in COLUMNS if any(it.text(figures, size, name) != NONE for name in names)]
    judged = figures.of(size, "qa", "serve", "judged") or 0
    asked = figures.of(size, "qa", "serve", "asked") or 0
    yield f"### {_title(figures, size)}\n"
    told = f"quality is measured on the {judged:,.0f} whose answers are here" if judged else "nobody has judged them"
    if asked:
        yield f"{asked:,.0f} questions; {told}.\n"
    rows = [[name, *(it.text(figures, size, name) for it in shown)] for name in names]
    yield markdown(["", *(it.title for it in shown)], rows)
    for name in names:
        for kind in ("build", "serve", "cold"):
            if failure := figures.failure(size, name, kind):
                yield f"\n{name}, {kind}: {failure}."


def _present(figures: Figures, size: str, name: str) -> bool:
    return any(row.step.size == size and row.step.contender == name for row in figures.run.rows)


GROWING: Sequence[tuple[str, Kind, str]] = (
    ("build, s", "build", "seconds"),
    ("build, peak MB", "build", "peak_megabytes"),
    ("ask, median ms", "serve", "median_milliseconds"),
    ("serving, MB", "serve", "resident_megabytes"),
)


def _growth(figures: Figures) -> Iterator[str]:
    """Write the exponents: of what encodes, and of what is given vectors, apart."""
    for made in (False, True):
        sizes = [size for size in figures.sizes if size.startswith(MADE) is made]
        rows = []
        for it in CONTENDERS:
            cells = [_exponent(figures, sizes, it.name, kind, name) for _, kind, name in GROWING]
            if any(cell != NONE for cell in cells):
                rows.append([it.name, *cells])
        if rows:
            counts = " to ".join(f"{figures.paragraphs(size):,}" for size in (sizes[0], sizes[-1]))
            yield f"### Growth from {counts}{', vectors given' if made else ''}\n"
            yield "The exponent e of a fit of paragraphs^e, by least squares on logarithms.\n"
            yield markdown(["", *(title for title, _, _ in GROWING)], rows) + "\n"


def _exponent(figures: Figures, sizes: Sequence[str], contender: str, kind: Kind, name: str) -> str:
    known = [(figures.paragraphs(size), value) for size in sizes if (value := figures.of(size, contender, kind, name))]
    growth = fit_growth([size for size, _ in known], [value for _, value in known])
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
            of = [share_of_peak(work, seconds, peak[f"{kind}_operations"]) for kind in ("float32", "bfloat16")]
            yield [f"{title}: {name}, whole build", f"{work / 1e12:,.2f} TFLOP", f"{of[0]:.0%}", f"{of[1]:.0%}", NONE]
    read, taken = (figures.of(size, "qa", "scan", name) for name in ("bytes", "median_milliseconds"))
    if read and taken and not figures.of(size, "qa", "scan", "approximate"):
        share = share_of_peak(read, taken / 1000, peak["bytes_read"])
        yield [
            f"{title}: qa, scan of all vectors",
            f"{read / 1e6:,.1f} MB in {taken:.2f} ms",
            NONE,
            NONE,
            f"{share:.0%}",
        ]


def markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Write a table whose first column is words and whose others are numbers."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
