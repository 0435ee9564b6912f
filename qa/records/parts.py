"""The parts of a score."""

from collections.abc import Iterable, Iterator, Mapping


class Parts(Mapping[str, float]):
    """What a score is the sum of, by name; unlike a dictionary it cannot be changed, and can be hashed."""

    __slots__ = ("_pairs",)

    def __init__(self, parts: Mapping[str, float] | Iterable[tuple[str, float]] = ()) -> None:
        self._pairs = tuple(dict(parts).items())

    def __getitem__(self, name: str) -> float:
        return dict(self._pairs)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def __hash__(self) -> int:
        return hash(frozenset(self._pairs))

    def __repr__(self) -> str:
        return f"Parts({dict(self._pairs)!r})"
