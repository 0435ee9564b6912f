"""`Archive.ask`, as a Python program would use it; building and single questions are `qa build` and `qa ask`."""

from pathlib import Path

from harness import LIMIT, Ask, Found, main

from qa import Archive
from qa.settings import Settings


def open_index(index: Path, mode: str) -> Ask:
    """Open, with the reader of the first passages or fast."""
    archive = Archive.open(index, settings=Settings(read=0) if mode == "fast" else Settings())

    def ask(question: str) -> list[Found]:
        return [
            Found(it.passage.text, (it.passage.id, *(copy.passage.id for copy in it.copies)))
            for it in archive.ask(question, limit=LIMIT, kind="question").evidence
        ]

    return ask


if __name__ == "__main__":
    main(None, open_index)
