"""Read what the page's own script tells: fields of a dictionary that anybody may have written."""

from dataclasses import dataclass

import gradio as gr

from qa.page.address import Address, parse, parse_span
from qa.records import Span


@dataclass(frozen=True, slots=True)
class Told:
    """What one event carries."""

    fields: dict[str, object]

    def text(self, name: str) -> str:
        """Give a field as text; "" where there is none."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else ""

    def flag(self, name: str) -> bool:
        """Say whether a field is set."""
        return self.fields.get(name) is True

    def some(self, name: str) -> tuple["Told", ...]:
        """Give a field that is a list of such fields."""
        value = self.fields.get(name)
        return tuple(Told(it) for it in value if isinstance(it, dict)) if isinstance(value, list) else ()

    @property
    def address(self) -> Address:
        """Give the page's address."""
        return parse(self.text("address"))

    @property
    def sentence(self) -> Span | None:
        """Give the stretch of a passage that is meant."""
        return parse_span(self.text("sentence"))


def told(event: gr.EventData) -> Told:
    """Read an event."""
    data = event._data
    return Told(data if isinstance(data, dict) else {})
