"""Draw how reliable confidences are: confidence against what happened, in ten groups of equal size."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure as Drawing

from qa.evaluation.metrics import Group

_STYLE: Any = {"svg.hashsalt": "qa", "svg.fonttype": "path", "font.size": 9}
_SHAPES = "osD^"


def draw(curves: Mapping[str, Sequence[Group]], path: Path) -> None:
    """Draw named curves into an SVG file, which depends on nothing but them."""
    with mpl.rc_context(_STYLE):
        drawing = Drawing(figsize=(6, 6), layout="constrained")
        axes = drawing.add_subplot()
        axes.plot([0, 1], [0, 1], color="0.7", linestyle="--", linewidth=1, label="as said")
        for shape, (name, groups) in zip(_SHAPES, curves.items(), strict=False):
            said, true = [it.said for it in groups], [it.true for it in groups]
            questions = sum(it.questions for it in groups)
            axes.plot(said, true, marker=shape, markersize=4, linewidth=1.2, label=f"{name} ({questions:,})")
            for it in groups:
                axes.annotate(
                    str(it.questions), (it.said, it.true), (0, 5), textcoords="offset points", ha="center", fontsize=6
                )
        axes.set(
            xlim=(0, 1),
            ylim=(0, 1.04),
            xlabel="confidence said, mean of each group",
            ylabel="share answered by one of the first five",
        )
        axes.legend(loc="upper left", frameon=False)
        path.parent.mkdir(parents=True, exist_ok=True)
        drawing.savefig(path, format="svg", metadata={"Date": None})
