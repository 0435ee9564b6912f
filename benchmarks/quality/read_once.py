"""Read no pair of a question and a text twice: measuring puts every question several times."""

from collections.abc import Sequence

from qa.models.reader.protocol import PassageText, Reader, ReaderOutput


class ReadOnce:
    """A Reader that remembers what another returned."""

    def __init__(self, reader: Reader) -> None:
        self._reader, self.languages = reader, reader.languages
        self._said: dict[tuple[str, PassageText], ReaderOutput] = {}

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        """Read those that were not read yet; return the outputs of all."""
        new = [text for text in dict.fromkeys(texts) if (question, text) not in self._said]
        readings = self._reader.read(question, new) if new else []
        self._said |= {(question, text): reading for text, reading in zip(new, readings, strict=True)}
        return [self._said[question, text] for text in texts]
