"""Find what has become of a kept passage since: articles change, and are removed."""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.fuzz import ratio

from qa.archive.archive import Archive
from qa.errors import NotInArchive
from qa.exports.notebook.kept import Kept
from qa.records import Passage

_ALIKE = 50.0
"""In percent of the characters: below it, a passage of the same article is another one, and no later wording."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a kept passage is still in the archive word for word."""

    state: Literal["there", "changed", "gone"]
    passage: Passage | None = None
    """The passage as it is now; None where it is gone."""


def standing_of(kept: Kept, archive: Archive) -> Standing:
    """Look a kept passage up: by its id, then by its words in its article; the newest version of that counts.

    Raises:
        ArchiveIndexError: the index is gone or damaged.
    """
    words = kept.citation.passage
    try:
        passage = archive.passage(kept.citation.passage_id).passage
        if passage.text == words:
            newer = archive.replacement(passage.id)
            if newer is None or newer.passage.text == words:
                return Standing("there", passage)
            return Standing("changed", newer.passage)
    except NotInArchive:
        pass  # its id is made of its words: the article may have others now
    try:
        passages = archive.passages(kept.citation.file)
    except NotInArchive:
        return Standing("gone")
    alike = [(ratio(it.text, words, score_cutoff=_ALIKE), it) for it in passages]
    likeness, nearest = max(alike, key=lambda it: it[0], default=(0.0, None))
    if nearest is None or not likeness:
        return Standing("gone")
    return Standing("there" if nearest.text == words else "changed", nearest)
