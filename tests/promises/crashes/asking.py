"""Ask everything that can be asked of an index without changing it, and print the answers.

`python -m tests.promises.crashes.asking INDEX` does so in a process of its own, on media that cannot be written.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from qa.archive.archive import Archive
from qa.build.verify import verify_index
from qa.settings import Settings
from tests.promises.crashes.contents import QUESTIONS, contents
from tests.support.hand_encoder import HandEncoder


def answers(index: Path) -> Iterator[object]:
    """Ask, read and check everything."""
    archive = Archive.open(index, encoder=HandEncoder())
    for question in QUESTIONS:
        answer = archive.ask(question, limit=20)
        yield answer.evidence
        yield archive.ask(question, after="2021-01-01", places=["Portville"]).evidence
    for file in sorted({it.article.file for it in answer.evidence}):
        yield archive.article(file)
        yield archive.passages(file)
    status = archive.status()
    yield status.revision, status.articles, status.passages, status.fingerprint, status.skipped
    yield contents(index, Settings())
    yield verify_index(index)


if __name__ == "__main__":
    for answer in answers(Path(sys.argv[1])):
        sys.stdout.write(f"{answer}\n")
