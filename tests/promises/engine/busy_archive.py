"""Change a large archive without pause: `python -m tests.promises.engine.busy_archive FOLDER INDEX`."""

import sys
from itertools import count
from pathlib import Path

from qa.archive.archive import Archive
from tests.support.hand_encoder import VOCABULARY, HandEncoder

ARTICLES, PARAGRAPHS = 2_000, 5


def write_article(folder: Path, number: int, edition: int) -> Path:
    """Write one article of five paragraphs."""
    some = [VOCABULARY[(number + place) % len(VOCABULARY)] for place in range(PARAGRAPHS)]
    paragraphs = (
        f"The {word} of place {number} and the {some[place - 1]} met in round {edition}. "
        f"Witness {number * 7 + place} saw it."
        for place, word in enumerate(some)
    )
    path = folder / f"{number // 100}" / f"{number}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n\n".join((f"Headline {number}", *paragraphs)))
    return path


def main() -> None:
    """Change three articles at a time for ever; every eighth time by a build of the whole folder."""
    folder, index = Path(sys.argv[1]), Path(sys.argv[2])
    archive = Archive.open(index, encoder=HandEncoder())
    for edition in count(1):
        changed = [write_article(folder, (edition * 3 + it) % ARTICLES, edition) for it in range(3)]
        if edition % 8:
            archive.update(changed)
        else:
            Archive.build(folder, index, encoder=HandEncoder())


if __name__ == "__main__":
    main()
