"""The parts of a score."""

from collections.abc import Iterable, Iterator, Mapping


class Parts(Mapping[str, float]):
    """What a score is the sum of, by name; unlike a dictionary it cannot be changed, and can be hashed."""

    __slots__ = ("_parts",)

    def __init__(self, parts: Mapping[str, float] | Iterable[tuple[str, float]] = ()) -> None:
        self._parts = dict(parts)

    def __getitem__(self, name: str) -> float:
        return self._parts[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts)

    def __len__(self) -> int:
        return len(self._parts)

    def __hash__(self) -> int:
        return hash(frozenset(self._parts.items()))

    def __reduce__(self) -> tuple[type["Parts"], tuple[dict[str, float]]]:
        return Parts, (self._parts,)  # by any protocol: the oldest two know no slots

    def __repr__(self) -> str:
        return f"Parts({self._parts!r})"
