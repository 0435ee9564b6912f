"""Two states of a small archive, and every command that leads from one to another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from qa.build.additions import add_articles
from qa.build.background import rebuild
from qa.build.build import build_folder
from qa.build.compact import compact_index
from qa.build.consent import Consent
from qa.build.update import update_files
from qa.index.index import Index
from qa.models.encoder.protocol import Vectors
from qa.records import NewArticle
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

REWRITING = Settings(encoding_batch=2)
"""As few passages as here are written again at every change."""
INCREMENTAL = replace(REWRITING, rewritten_up_to=0, dead_share=0.9)
"""The vector file stays, newer passages wait in memory; the words are changed in a folder of links."""

Articles = Mapping[str, str]
FIRST: Articles = {
    "border.txt": "River marks the line\n\nThe border follows the river for 300 miles. Nobody guards it.\n\n"
    "A ship passes twice a day, the harbour master said.",
    "bridge.txt": "Bridge closed\n\n5 June 2021\n\nThe bridge over the river was closed for a year.\n\nA ship hit it.",
    "market.txt": "Market quiet\n\nThe bank kept its rate. Trade was slow on Monday.\n\nNobody expects a change.",
    "music.txt": "Festival opens\n\n4 May 2020\n\nThe music festival opened with a visit of the president.\n\n"
    "Thousands came to hear music by the river.",
    "trade.txt": "Trade grows again\n\nPORTVILLE, March 3, 2021. /Example Wire/. The president said trade rose by 12%."
    "\n\nThe bank expects more trade next year. It gave no figure.",
}
SECOND: Articles = {
    "border.txt": FIRST["border.txt"],
    "bridge.txt": "Bridge open\n\n5 June 2022\n\nThe bridge over the river was opened again.\n\nA ship hit it.",
    "ferry.txt": "Ferry to start\n\nA ferry will cross the border river from May. The bank pays for the ship.",
    "music.txt": FIRST["music.txt"],
    "north/visit.txt": "Visit to the north\n\n1 June 2022\n\nThe president began a visit to the northern border.\n\n"
    "Music played. A bank was opened.",
    "trade.txt": FIRST["trade.txt"] + "\n\nA ship carries most of the trade.",
}
ADDED: Articles = {
    "minutes.txt": "Minutes of the bank\n\nThe bank met in May. The president of the bank spoke of trade.\n\n"
    "No ship came.",
    "letter.txt": "Letter from the border\n\nThe river is high, and nobody visits.",
}
"""Handed in without files."""
CHANGED = sorted(file for file in FIRST.keys() | SECOND.keys() if FIRST.get(file) != SECOND.get(file))


class OtherEncoder(HandEncoder):
    """Another model: it puts the same words on other axes."""

    def __init__(self) -> None:
        super().__init__(fingerprint="hand-2", name="other hand")

    def _vector(self, text: str) -> Vectors:
        return np.roll(super()._vector(text), 3)


@dataclass(frozen=True, slots=True)
class Scenario:
    """A command, where it starts, and which articles and encoder an index must hold when it has ended."""

    before: str
    """The prepared archive: `nothing`, `first`, `second` (with a tail and dead passages), `damaged` (`second`)."""
    articles: Articles
    """What the folder holds when it runs."""
    run: Callable[[Path], object]
    """Runs it over `articles` and `index` in a place."""
    after: str
    """`first`, `second`, `added` (`first` with `ADDED`) or `other` (`first` by the other encoder)."""
    by_halves: bool = False
    """Whether it may end with an error after it has done a part, which leaves the archive as good as before."""
    swept_later: bool = False
    """Whether what a dead one left may stay until the next build: reading writes nothing, and an update leaves alone
    the vectors that a stopped build will want."""


def _build(settings: Settings) -> Callable[[Path], object]:
    return lambda place: build_folder(place / "articles", place / "index", HandEncoder(), settings)


def _update(place: Path) -> object:
    return update_files([place / "articles" / file for file in CHANGED], place / "index", HandEncoder(), INCREMENTAL)


def _add(place: Path) -> object:
    given = [NewArticle(text, id=key) for key, text in ADDED.items()]
    return add_articles(given, place / "index", HandEncoder(), INCREMENTAL)


def _other_first_build(place: Path) -> object:
    return build_folder(place / "articles", place / "index", OtherEncoder(), REWRITING)


def _encode_again(place: Path) -> object:
    consent = Consent(another_encoder=True)
    return build_folder(place / "articles", place / "index", OtherEncoder(), REWRITING, consent)


def _compact(place: Path) -> None:
    compact_index(place / "index", INCREMENTAL)


def _rebuild(place: Path) -> object:
    return rebuild(place / "index", INCREMENTAL)


def _open(place: Path) -> object:
    with Index(place / "index", INCREMENTAL).view() as view:
        return view.snapshot.state


SCENARIOS: Mapping[str, Scenario] = {
    "first build": Scenario("nothing", FIRST, _build(REWRITING), "first"),
    "first build by the other encoder": Scenario("nothing", FIRST, _other_first_build, "other"),
    "build": Scenario("first", SECOND, _build(INCREMENTAL), "second"),
    "build again": Scenario("first", SECOND, _build(REWRITING), "second"),
    "update": Scenario("first", SECOND, _update, "second", swept_later=True),
    "add": Scenario("first", FIRST, _add, "added", swept_later=True),
    "compact": Scenario("second", SECOND, _compact, "second", by_halves=True),
    "rebuild": Scenario("second", SECOND, _rebuild, "second"),
    "encode again": Scenario("first", FIRST, _encode_again, "other"),
    "mend": Scenario("damaged", SECOND, _open, "second", swept_later=True),
}


def write_articles(folder: Path, articles: Articles) -> None:
    """Let a folder hold these articles and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in [path for path in folder.rglob("*.txt") if path.relative_to(folder).as_posix() not in articles]:
        path.unlink()
    for file, text in articles.items():
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")


def damage(index: Path, *, words: bool = True) -> None:
    """Delete the vector file and a lexical file, as `Index` may find them."""
    for path in [*index.glob("vectors-*.faiss"), *(index.glob("lexical-*/*.term") if words else ())]:
        path.unlink()
