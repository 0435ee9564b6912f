"""The texts of the tab that looks after the index, and those that stand in place of an answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa.page.words.locale import Plural


@dataclass(frozen=True, slots=True)
class IndexWords:
    """The tab where the owner looks after the index."""

    heading: str
    built: str
    details: str
    revision: str
    folder: str
    without_file: str
    """With the number of articles that were added without a file."""
    dates: str
    encoder: str
    languages: str
    read: Mapping[bool, str]
    """Whether the encoder reads a language."""
    known_by: Mapping[str, str]
    """How the words of a language are matched."""
    furniture: str
    """Lines that outlets print around their articles."""
    furniture_lines: Plural
    size: str
    search: str
    search_kinds: Mapping[str, str]
    recall: str
    newer: Plural
    gone: Plural
    skipped: str
    ahead: str
    """With what changed."""
    not_ahead: str
    other_kinds: str
    """Files that are not read: how many of each ending."""
    installable: str
    """The formats that a library would read."""
    changes: Mapping[str, str]
    unchanged: str
    add: str
    add_words: str
    """With the kinds of files that are read."""
    kinds: Mapping[str, str]
    """What files are called, by the name of their format; several formats may be called the same."""
    drop: str
    rebuild: str
    rebuild_words: str
    rebuilding: str
    added: str
    already_there: str
    refused: str
    """With the file and the reason, which is a clause."""
    faults: Mapping[str, str]
    """Why a file is no article: a clause, by how the clause begins in English; "" is any other, with that clause."""
    not_here: str
    ago: Mapping[str, Plural]
    just_now: str


@dataclass(frozen=True, slots=True)
class MessageWords:
    """What stands in place of an answer: a headline, the fault and its remedy."""

    question: str
    empty: str
    long: str
    """The number of characters, and the limit."""
    characters: Plural
    wordless: str
    excluding: str
    date: str
    dates: str
    """The first and the last date."""
    passage: str
    article: str
    missing: str
    archive: str
    busy: str
    ours: str
    ours_more: str
