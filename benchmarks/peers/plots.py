"""Draw bars against the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

from benchmarks.peers.contenders import BY_NAME

_OURS, _THEIRS = "#0b6e4f", "#8a949b"
_STYLE: Any = {"svg.hashsalt": "qa", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9}


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel of the plot: its title, and the figure that it shows."""

    title: str
    figure: str


def draw(figures: Mapping[str, Mapping[str, float]], every: Sequence[Panel], title: str, path: Path) -> None:
    """Draw a bar for each contender in each panel that has figures, into an SVG file that depends on nothing else."""
    panels = [it for it in every if any(it.figure in row for row in figures.values())]
    with mpl.rc_context(_STYLE):
        drawing = Figure(figsize=(3.8 * len(panels), 3.6), layout="constrained")
        for axis, panel in zip(drawing.subplots(1, len(panels), squeeze=False)[0], panels, strict=True):
            shown = {name: row[panel.figure] for name, row in figures.items() if panel.figure in row}
            colours = [_OURS if BY_NAME[name].ours else _THEIRS for name in shown]
            bars = axis.barh(list(shown), list(shown.values()), color=colours)
            axis.bar_label(bars, labels=[f"{value:,.3g}" for value in shown.values()], padding=3, fontsize=8)
            axis.invert_yaxis()  # the first on top
            axis.set_title(panel.title, fontsize=9, loc="left")
            axis.margins(x=0.18)
            axis.xaxis.set_visible(False)
            axis.spines[["top", "right", "bottom"]].set_visible(False)
        drawing.suptitle(title, fontsize=10, x=0.01, ha="left")
        drawing.savefig(path, format="svg", metadata={"Date": None})
