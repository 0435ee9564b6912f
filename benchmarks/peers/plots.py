"""Draw a run: bars against the others, quality beside speed, growth on logarithmic axes."""

from collections.abc import Callable, Sequence
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib.axes import Axes

from peers.contenders import CONTENDERS, MADE, Contender
from peers.figures import Figures, fit_growth
from peers.rows import Kind

_OURS, _PEER, _BARE = "#0b6e4f", "#9aa5b1", "#5b6770"
_MARKS = "osD^vP*Xhd"
mpl.rcParams.update({
    "svg.hashsalt": "qa",  # the same figures give the same file
    "svg.fonttype": "none",
    "font.family": "sans-serif",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
})  # fmt: skip


def draw(figures: Figures, folder: Path) -> Sequence[Path]:
    """Draw every plot there are figures for, and give the files."""
    real = [size for size in figures.sizes if not size.startswith(MADE)]
    suite = figures.run.circumstances.suite
    drawn = []
    if real:
        drawn += [_speed(figures, real[-1], folder / f"{suite}-speed.svg")]
        drawn += [_quality(figures, real[-1], folder / f"{suite}-quality.svg")]
    if len(figures.sizes) > 1:
        drawn += [_growth(figures, folder / f"{suite}-growth.svg")]
    return drawn


def _speed(figures: Figures, size: str, path: Path) -> Path:
    panels: Sequence[tuple[str, Callable[[str], float | None]]] = (
        ("build, paragraphs a second\n(more is better)", lambda name: figures.rate(size, name)),
        ("ask, warm median, ms\n(less is better)", lambda name: figures.of(size, name, "serve", "median_milliseconds")),
        ("cold first answer, s\n(less is better)", lambda name: figures.of(size, name, "cold", "seconds")),
    )
    figure, axes = plt.subplots(1, len(panels), figsize=(11, 3.6), layout="constrained")
    for axis, (title, value) in zip(axes, panels, strict=True):
        shown = [(it, known) for it in reversed(CONTENDERS) if (known := value(it.name)) is not None]
        bars = axis.barh(
            [it.name for it, _ in shown], [known for _, known in shown], color=[_colour(it) for it, _ in shown]
        )
        axis.bar_label(bars, fmt="{:,.3g}", padding=3, fontsize=8)
        axis.set_title(title, fontsize=9, loc="left")
        axis.margins(x=0.18)
        axis.tick_params(left=False)
        axis.xaxis.set_visible(False)
        axis.spines["bottom"].set_visible(False)
    figure.suptitle(f"{figures.paragraphs(size):,} paragraphs", fontsize=10, x=0.01, ha="left")
    return _save(path)


def _quality(figures: Figures, size: str, path: Path) -> Path:
    _, axis = plt.subplots(figsize=(6.4, 4), layout="constrained")
    for number, it in enumerate(CONTENDERS):
        time, gain = (figures.of(size, it.name, "serve", name) for name in ("median_milliseconds", "nDCG@10"))
        if time is not None and gain is not None:
            mark = _MARKS[number % len(_MARKS)]
            axis.scatter(time, gain, s=55, color=_colour(it), marker=mark, label=it.name, edgecolors="white", zorder=3)
    axis.set_xscale("log")
    axis.set_xlabel("ask, warm median, ms (logarithmic; less is better)")
    axis.set_ylabel("nDCG@10 (more is better)")
    axis.grid(alpha=0.25, which="both")
    axis.set_title(f"{figures.paragraphs(size):,} paragraphs", fontsize=10, loc="left")
    if axis.has_data():
        axis.legend(fontsize=8, frameon=False, loc="center left", bbox_to_anchor=(1.01, 0.5))
    return _save(path)


def _growth(figures: Figures, path: Path) -> Path:
    panels: Sequence[tuple[str, Kind, str]] = (
        ("build, s", "build", "seconds"),
        ("ask, warm median, ms", "serve", "median_milliseconds"),
        ("build, peak MB", "build", "peak_megabytes"),
    )
    figure, axes = plt.subplots(1, len(panels), figsize=(11, 3.8), layout="constrained")
    for axis, (title, kind, name) in zip(axes, panels, strict=True):
        for number, it in enumerate(CONTENDERS):
            for made in (False, True):
                _line(axis, figures, it, (kind, name), made=made, mark=_MARKS[number % len(_MARKS)])
        axis.set_xscale("log")
        axis.set_yscale("log")
        axis.set_title(title, fontsize=9, loc="left")
        axis.set_xlabel("paragraphs")
        axis.grid(alpha=0.25)
    handles = {label: handle for axis in axes for handle, label in zip(*axis.get_legend_handles_labels(), strict=True)}
    figure.legend(handles.values(), handles.keys(), fontsize=8, frameon=False, loc="outside right center")
    if any(size.startswith(MADE) for size in figures.sizes):
        figure.suptitle("dashed: vectors given, nothing encoded", fontsize=9, x=0.01, ha="left")
    return _save(path)


def _line(axis: Axes, figures: Figures, it: Contender, what: tuple[Kind, str], *, made: bool, mark: str) -> None:
    sizes = [size for size in figures.sizes if size.startswith(MADE) is made]
    known = [(figures.paragraphs(size), value) for size in sizes if (value := figures.of(size, it.name, *what))]
    if not known or it.environment:
        return
    counts, values = [count for count, _ in known], [value for _, value in known]
    axis.scatter(counts, values, s=18, color=_colour(it), marker=mark, label=it.name, zorder=3)
    growth = fit_growth(counts, values)
    if growth is not None:
        fitted = [growth.at(count) for count in counts]
        axis.plot(counts, fitted, color=_colour(it), linestyle="--" if made else "-", linewidth=1.6 if it.ours else 0.8)


def _colour(it: Contender) -> str:
    return _OURS if it.ours else _BARE if it.bare else _PEER


def _save(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    plt.savefig(path, metadata={"Date": None})
    plt.close()
    return path
