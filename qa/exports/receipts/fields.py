"""Read a JSON object whose values must be what they should be."""

import math
import reprlib
from collections.abc import Sequence
from typing import NoReturn


class Fields:
    """An object's values by name, each checked as it is read.

    Raises:
        ValueError: a value is missing, or of another kind; the message says which.
    """

    def __init__(self, given: object, where: str = "the file") -> None:
        if not isinstance(given, dict):
            raise ValueError(f"{where} is no JSON object")  # noqa: TRY004
        self._given, self._where = given, where

    def text(self, name: str) -> str:
        """Give a text."""
        given = self._value(name)
        return given if isinstance(given, str) else self._refuse(name, "text")

    def text_or_none(self, name: str) -> str | None:
        """Give a text, or None where it is null."""
        return None if self._value(name) is None else self.text(name)

    def number(self, name: str) -> float:
        """Give a number that is one."""
        given = self._value(name)
        if isinstance(given, bool) or not isinstance(given, int | float) or not math.isfinite(given):
            return self._refuse(name, "a number")
        return float(given)

    def whole(self, name: str) -> int:
        """Give a whole number, 0 or more."""
        given = self._value(name)
        return given if type(given) is int and given >= 0 else self._refuse(name, "a whole number")

    def yes_or_no(self, name: str) -> bool:
        """Give true or false."""
        given = self._value(name)
        return given if isinstance(given, bool) else self._refuse(name, "true or false")

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts."""
        given = self._list(name)
        return tuple(it if isinstance(it, str) else self._refuse(name, "a list of texts") for it in given)

    def inside(self, name: str) -> "Fields":
        """Give an object inside this one."""
        return Fields(self._value(name), name)

    def each(self, name: str) -> "list[Fields]":
        """Give a list of objects."""
        return [Fields(it, f"{name} {number}") for number, it in enumerate(self._list(name), start=1)]

    def _list(self, name: str) -> Sequence[object]:
        given = self._value(name)
        return given if isinstance(given, list) else self._refuse(name, "a list")

    def _value(self, name: str) -> object:
        if name not in self._given:
            raise ValueError(f"{self._where} says no {name}")
        return self._given[name]

    def _refuse(self, name: str, wanted: str) -> NoReturn:
        raise ValueError(f"{name} of {self._where} is {reprlib.repr(self._given[name])}, but wants {wanted}")
