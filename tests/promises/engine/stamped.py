"""Change an archive as fast as possible, every article stamped with the revision that it belongs to.

python -m tests.promises.engine.stamped FOLDER INDEX ROUNDS ARTICLES
"""

import sys
from pathlib import Path

from qa.archive.archive import Archive
from qa.settings import Settings
from tests.support.hand_encoder import VOCABULARY, HandEncoder
from tests.support.rebuilding import rebuilding_awaited

SETTINGS = Settings(rewritten_up_to=0)


def write_round(folder: Path, revision: int, articles: int) -> None:
    """Stamp every article, and rename one, so that each revision adds, changes and removes."""
    folder.mkdir(exist_ok=True)
    for number in range(articles):
        word = VOCABULARY[number % len(VOCABULARY)]
        first = f"The stamp{revision} says {word} number {number} again."
        text = f"On {word}\n\n{first}\n\nA second paragraph of stamp{revision} with trade.\n"
        (folder / f"{number}.txt").write_text(text)
    (folder / f"new-{revision}.txt").write_text(f"New\n\nA new stamp{revision} about trade and the river.\n")
    (folder / f"new-{revision - 1}.txt").unlink(missing_ok=True)


def main() -> None:
    """Make revision after revision; half of them by a build, half by an update."""
    folder, index = Path(sys.argv[1]), Path(sys.argv[2])
    rounds, articles = int(sys.argv[3]), int(sys.argv[4])
    encoder = HandEncoder()
    with rebuilding_awaited():
        for revision in range(2, rounds + 2):
            write_round(folder, revision, articles)
            if revision % 2:
                Archive.build(folder, index, encoder=encoder, settings=SETTINGS)
            else:
                Archive.open(index, encoder=encoder, settings=SETTINGS).update([folder])


if __name__ == "__main__":
    main()
