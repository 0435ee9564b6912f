"""Archives as commands find them, and what each command must lead to."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.index.index import Index
from qa.index.store.connection import reading
from qa.index.store.state import read_digests
from qa.settings import Settings
from tests.promises.crashes.contents import Contents, contents
from tests.promises.crashes.laboratory import Laboratory, Order, Outcome
from tests.promises.crashes.scenarios import ADDED, FIRST, SCENARIOS, SECOND, damage, write_articles


@dataclass(frozen=True, slots=True)
class Prepared:
    """Where archives to copy stand, what they hold, and what each scenario leads to where nothing stops it."""

    root: Path
    before: Mapping[str, Contents | None]
    """By the name of a prepared archive."""
    outcomes: Mapping[str, Outcome]
    """By the name of a scenario."""
    after: Mapping[str, Contents | None]
    """By the name of a scenario."""
    scratch: Mapping[str, Contents | None]
    """From-scratch builds of what a scenario must lead to, by its name for that."""

    def copy(self, scenario: str, place: Path) -> Path:
        """Set a place up as a scenario finds it."""
        return _copy(self.root, scenario, place)


def prepare(root: Path, laboratory: Laboratory) -> Prepared:
    """Make the archives, and run each scenario once to its end."""

    def ran(scenario: str, place: Path) -> Outcome:
        outcome = laboratory.run(Order(scenario, str(place)))
        assert outcome.acknowledged, outcome.error
        return outcome

    write_articles(root / "nothing" / "articles", FIRST)
    for name, start, scenario in (("first", "nothing", "first build"), ("second", "first", "build")):
        shutil.copytree(root / start, root / name)
        write_articles(root / name / "articles", SCENARIOS[scenario].articles)
        ran(scenario, root / name)
    shutil.copytree(root / "second", root / "damaged")
    damage(root / "damaged" / "index")
    outcomes = {name: ran(name, _copy(root, name, root / "runs" / name)) for name in SCENARIOS}
    after = {name: contents(root / "runs" / name / "index") for name in SCENARIOS}
    scratch = dict[str, Contents | None]()
    for name, scenario, articles in (
        ("first", "first build", FIRST),
        ("second", "first build", SECOND),
        ("added", "first build", {**FIRST, **ADDED}),
        ("other", "first build by the other encoder", FIRST),
    ):
        write_articles(root / "scratch" / name / "articles", articles)
        ran(scenario, root / "scratch" / name)
        scratch[name] = contents(root / "scratch" / name / "index")
    before = {name: contents(root / name / "index") for name in ("nothing", "first", "second")}
    return Prepared(root, {**before, "damaged": after["mend"]}, outcomes, after, scratch)


def _copy(root: Path, scenario: str, place: Path) -> Path:
    shutil.copytree(root / SCENARIOS[scenario].before, place)
    write_articles(place / "articles", SCENARIOS[scenario].articles)
    return place


def left_over(index: Path, settings: Settings | None = None) -> set[str]:
    """Return the files of an index folder that the revision neither names nor needs."""
    state = Index(index, settings).state()
    with reading(index) as connection:
        named = set(read_digests(connection))
    assert state.vectors_name in named
    kept = {"archive.sqlite", "writer.lock", "rebuilding.lock", state.lexical_name, *named}
    kept |= {f"{state.lexical_name}/{own}" for own in (".managed.json", ".tantivy-meta.lock", ".tantivy-writer.lock")}
    return {path.relative_to(index).as_posix() for path in index.rglob("*")} - kept
