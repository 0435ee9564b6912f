"""Draw a run: bars against the others, quality beside speed, growth on logarithmic axes."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FuncFormatter, LogLocator, NullFormatter

from benchmarks.peers.contenders import CONTENDERS, MADE, Contender
from benchmarks.peers.figures import Figures
from benchmarks.peers.rows import Kind

_COLOURS = {
    "qa_archive": "#0b6e4f",
    "late_chunking": "#5aa583",
    "bare_encode": "#5b6770",
    "llama_index_faiss": "#7b5ea7",
    "langchain_faiss": "#2f7fc1",
    "haystack_memory": "#d98e04",
    "txtai_embeddings": "#c2410c",
}
_MARKS = {
    "qa_archive": "o",
    "late_chunking": "P",
    "bare_encode": "X",
    "llama_index_faiss": "s",
    "langchain_faiss": "D",
    "haystack_memory": "^",
    "txtai_embeddings": "v",
}
mpl.rcParams.update({
    "svg.hashsalt": "qa",  # the same figures give the same file
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
})  # fmt: skip


def draw(figures: Figures, folder: Path) -> Sequence[Path]:
    """Draw every plot there are figures for; return the files."""
    real = [size for size in figures.sizes if not size.startswith(MADE)]
    suite = figures.run.circumstances.suite
    drawn = list[Path | None]()
    if real:
        drawn += [_speed(figures, real[-1], folder / f"{suite}-speed.svg")]
        drawn += [_quality(figures, real[-1], folder / f"{suite}-quality.svg")]
    if len(figures.sizes) > 1:
        drawn += [_growth(figures, folder / f"{suite}-growth.svg")]
    return [it for it in drawn if it]


def _speed(figures: Figures, size: str, path: Path) -> Path:
    every: Sequence[tuple[str, Callable[[str], float | None]]] = (
        ("build, paragraphs a second\n(more is better)", lambda name: figures.rate(size, name)),
        ("ask, warm median, ms\n(less is better)", lambda name: figures.of(size, name, "serve", "median_milliseconds")),
        ("cold first answer, s\n(less is better)", lambda name: figures.of(size, name, "cold", "seconds")),
    )
    panels = [it for it in every if any(it[1](contender.name) for contender in CONTENDERS)]
    figure, axes = plt.subplots(1, len(panels), figsize=(3.8 * len(panels), 3.6), layout="constrained", squeeze=False)
    for axis, (title, value) in zip(axes[0], panels, strict=True):
        shown = [(it, known) for it in reversed(CONTENDERS) if (known := value(it.name)) is not None]
        names, colours = [it.name for it, _ in shown], [_COLOURS[it.script] for it, _ in shown]
        bars = axis.barh(names, [known for _, known in shown], color=colours)
        axis.bar_label(bars, labels=[f"{known:,.3g}" for _, known in shown], padding=3, fontsize=8)
        axis.set_title(title, fontsize=9, loc="left")
        axis.margins(x=0.18)
        axis.tick_params(left=False)
        axis.xaxis.set_visible(False)
        axis.spines["bottom"].set_visible(False)
    figure.suptitle(f"{figures.paragraphs(size):,} paragraphs", fontsize=10, x=0.01, ha="left")
    return _save(path)


def _quality(figures: Figures, size: str, path: Path) -> Path | None:
    known = [
        (it, time, gain)
        for it in CONTENDERS
        if (time := figures.of(size, it.name, "serve", "median_milliseconds")) is not None
        and (gain := figures.of(size, it.name, "serve", "nDCG@10")) is not None
    ]
    if not known:
        return None
    figure, axis = plt.subplots(figsize=(7.4, 4), layout="constrained")
    for it, time, gain in known:
        axis.plot(time, gain, linestyle="", markersize=8, label=it.name, **_mark(it))
    axis.set_xscale("log")
    _plain_numbers(axis.xaxis)
    axis.margins(0.12)
    axis.set_xlabel("ask, warm median, ms (logarithmic; less is better)")
    axis.set_ylabel("nDCG@10 (more is better)")
    axis.grid(alpha=0.25)
    axis.set_title(f"{figures.paragraphs(size):,} paragraphs; filled: by meaning and by words", fontsize=9, loc="left")
    figure.legend(fontsize=8, frameon=False, loc="outside right center")
    return _save(path)


def _growth(figures: Figures, path: Path) -> Path:
    panels: Sequence[tuple[str, Kind, str]] = (
        ("build, s", "build", "seconds"),
        ("ask, warm median, ms", "serve", "median_milliseconds"),
        ("build, peak MB", "build", "peak_megabytes"),
    )
    figure, axes = plt.subplots(1, len(panels), figsize=(11, 3.8), layout="constrained")
    for axis, (title, kind, name) in zip(axes, panels, strict=True):
        for it in CONTENDERS:
            for made in (False, True):
                _line(axis, figures, it, (kind, name), made=made)
        axis.set_xscale("log")
        axis.set_yscale("log")
        _plain_numbers(axis.xaxis)
        _plain_numbers(axis.yaxis)
        axis.set_title(title, fontsize=9, loc="left")
        axis.set_xlabel("paragraphs")
        axis.grid(alpha=0.25)
    handles = {label: handle for axis in axes for handle, label in zip(*axis.get_legend_handles_labels(), strict=True)}
    figure.legend(handles.values(), handles.keys(), fontsize=8, frameon=False, loc="outside right center")
    if any(size.startswith(MADE) for size in figures.sizes):
        figure.suptitle("dashed: vectors given, nothing encoded", fontsize=9, x=0.01, ha="left")
    return _save(path)


def _line(axis: Axes, figures: Figures, it: Contender, what: tuple[Kind, str], *, made: bool) -> None:
    """Draw the points of a contender and the line fitted to them."""
    sizes = [size for size in figures.sizes if size.startswith(MADE) is made]
    known = [(figures.paragraphs(size), value) for size in sizes if (value := figures.of(size, it.name, *what))]
    if not known or it.environment:
        return
    counts, values = [count for count, _ in known], [value for _, value in known]
    axis.plot(counts, values, linestyle="", markersize=5, label=it.name, **_mark(it))
    growth = figures.growth(sizes, it.name, *what)
    if growth is not None:
        fitted, style = [growth.at(count) for count in counts], "--" if made else "-"
        axis.plot(counts, fitted, color=_COLOURS[it.script], linestyle=style, linewidth=1.8 if it.ours else 0.8)


def _mark(it: Contender) -> dict[str, Any]:
    """Return a tool's colour and shape, filled where it searches by words too."""
    colour = _COLOURS[it.script]
    face = colour if it.hybrid and it.mode != "fast" else "#8fd3b6" if it.mode == "fast" else "white"
    return {"marker": _MARKS[it.script], "markeredgecolor": colour, "markerfacecolor": face, "zorder": 3}


def _plain_numbers(axis: Axis) -> None:
    """Write the numbers of a logarithmic scale in digits."""
    least, most = axis.get_view_interval()
    axis.set_major_locator(LogLocator(subs=(1, 2, 5) if most < 300 * least else (1,)))
    axis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.10g}"))
    axis.set_minor_formatter(NullFormatter())


def _save(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    plt.savefig(path, metadata={"Date": None})
    plt.close()
    return path
