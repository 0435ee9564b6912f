"""Render what was measured of a collection beside its floors."""

from collections.abc import Iterator, Sequence

from benchmarks.quality.floors import Held
from qa.evaluation.metrics import Figure

_COLUMNS = f"  {'':40}{'measured':>9}  {'95% interval':18}{'floor':>7}{'goal':>8}"


def table(title: str, rows: Sequence[Held]) -> str:
    """Render one line for each figure under a title."""
    return "\n".join(line.rstrip() for line in [title, _COLUMNS, *map(_line, rows)])


def summary(rows: Sequence[Held]) -> str:
    """Return in a line how many floors are met, and which are not."""
    held = [it for it in rows if it.floor.floor is not None]
    below = [it.name for it in held if it.below]
    if not held:
        return "nothing here is held to a floor"
    if not below:
        return f"all {len(held)} floors met"
    return f"{len(held) - len(below)} of {len(held)} floors met, not: {', '.join(below)}"


def _line(row: Held) -> str:
    unit = ".1f" if row.name.endswith("ms") else ".3f"
    marks = [f"{it:{unit}}" if it is not None else "–" for it in (row.floor.floor, row.floor.goal)]
    return f"  {row.name:40}{''.join(_measured(row.figure, unit))}{marks[0]:>7}{marks[1]:>8}  {row.said}"


def _measured(figure: Figure | None, unit: str) -> Iterator[str]:
    yield f"{figure.value:{unit}}".rjust(9) if figure else "–".rjust(9)
    yield f"  {f'[{figure.low:{unit}}, {figure.high:{unit}}]' if figure else '':18}"
