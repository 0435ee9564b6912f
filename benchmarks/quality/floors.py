"""Read the floors that figures are held to, find those below theirs, and render both."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.evaluation.metrics import Figure

_KEYS = {"floor", "goal", "lower_is_better"}
_COLUMNS = f"  {'':40}{'measured':>9}  {'95% interval':18}{'floor':>7}{'goal':>8}"


@dataclass(frozen=True, slots=True)
class Floor:
    """What a figure must reach, and what it is meant to reach; for an error or a time, what it may reach."""

    floor: float | None = None
    """Without one the figure is reported, not held to anything."""
    goal: float | None = None
    lower_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Held:
    """A figure beside its floor."""

    name: str
    figure: Figure | None
    """None where a figure that has a floor was not measured."""
    floor: Floor

    @property
    def below(self) -> bool:
        """Whether the floor is not reached; what was not measured does not reach it."""
        return self.floor.floor is not None and not _short(self, self.floor.floor) <= 0

    @property
    def said(self) -> str:
        """Return how the figure stands to its floor and its goal."""
        if self.floor.floor is None and self.floor.goal is None:
            return ""
        if self.figure is None:
            return "not measured"
        beyond = "above" if self.floor.lower_is_better else "below"
        if self.below and self.floor.floor is not None:
            return f"{beyond} by {_spelt(_short(self, self.floor.floor))}"
        if self.floor.goal is not None and not (short := _short(self, self.floor.goal)) <= 0:
            return f"met, goal missed by {_spelt(short)}" if self.floor.floor is not None else f"{_spelt(short)} off"
        return "met"


def read_floors(path: Path) -> dict[str, dict[str, Floor]]:
    """Read floors by collection and figure.

    Raises:
        ValueError: a floor has a key that nothing knows.
    """
    floors: dict[str, dict[str, Floor]] = {}
    for collection, rows in tomllib.loads(path.read_text("utf-8")).items():
        for name, row in rows.items():
            if not isinstance(row, dict) or not row.keys() <= _KEYS:
                raise ValueError(f"{path}, [{collection}], {name}: wants {', '.join(sorted(_KEYS))}, not {row}")
            floors.setdefault(collection, {})[name] = Floor(**row)
    return floors


def hold(figures: Mapping[str, Figure], floors: Mapping[str, Floor]) -> tuple[Held, ...]:
    """Compare every figure with its floor, and name those floors whose figure was not measured."""
    names = dict.fromkeys([*figures, *floors])
    return tuple(Held(name, figures.get(name), floors.get(name, Floor())) for name in names)


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
    unit, figure = ".1f" if row.name.endswith("ms") else ".3f", row.figure
    value, floor, goal = (
        "–" if it is None else f"{it:{unit}}" for it in (figure and figure.value, row.floor.floor, row.floor.goal)
    )
    interval = f"[{figure.low:{unit}}, {figure.high:{unit}}]" if figure else ""
    return f"  {row.name:40}{value:>9}  {interval:18}{floor:>7}{goal:>8}  {row.said}"


def _short(held: Held, wanted: float) -> float:
    """Return how much is lacking: not a number where nothing was measured."""
    if held.figure is None:
        return float("nan")
    return held.figure.value - wanted if held.floor.lower_is_better else wanted - held.figure.value


def _spelt(short: float) -> str:
    return f"{short:.3f}" if short < 1 else f"{short:.1f}"
