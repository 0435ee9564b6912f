"""What was read is not read again, and each text keeps its own reading."""

from collections.abc import Sequence

from benchmarks.quality.read_once import ReadOnce
from qa.models.reader.protocol import PassageText, ReaderOutput


class Counting:
    """A reader that says how many texts it has read."""

    languages = None

    def __init__(self) -> None:
        self.count = 0

    def read(self, question: str, texts: Sequence[PassageText]) -> list[ReaderOutput]:
        readings = [ReaderOutput(float(self.count + at), ()) for at in range(len(texts))]
        self.count += len(texts)
        return readings


def test_a_text_is_read_once_for_each_question() -> None:
    counting = Counting()
    reader, texts = ReadOnce(counting), [PassageText("", (word,)) for word in ("one", "two", "one", "three")]
    logits = [[it.logit for it in reader.read(question, texts)] for question in ("Who?", "Why?", "Who?")]
    assert logits == [[0, 1, 0, 2], [3, 4, 3, 5], [0, 1, 0, 2]]
    assert counting.count == 6
    assert [it.logit for it in reader.read("Who?", [texts[3], PassageText("", ("four",)), texts[0]])] == [2, 6, 0]
