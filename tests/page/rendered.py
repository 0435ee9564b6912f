"""Read rendered HTML as a browser would: its elements and its text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Rendered(HTMLParser):
    """What a piece of HTML holds."""

    tags: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes.extend(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(html: str) -> Rendered:
    reading = Rendered()
    reading.feed(str(html))  # the parser would escape what it adds to HTML
    reading.close()
    return reading
