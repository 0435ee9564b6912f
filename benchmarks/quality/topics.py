"""Measure how topics are ranked, on topics judged by rubric and headline (topics.toml)."""

import re
import tomllib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa.archive.archive import Archive
from qa.evaluation.metrics import Figure, mean, ranking_metrics
from qa.records import Answer, Entry

TOPICS = Path(__file__).with_name("topics.toml")
_DEPTH, _PAGE = 10, 1_000
_FEWEST = 3
_ENOUGH = 200
"""Passages in which ten articles are found."""


@dataclass(frozen=True, slots=True)
class JudgedTopic:
    """A topic, and how the articles on it are known."""

    words: str
    rubric: str
    headline: tuple[str, ...]

    def on_it(self, file: str, title: str) -> bool:
        """Return whether an article is on the topic."""
        words = "|".join(map(re.escape, self.headline))
        return file.startswith(f"{self.rubric}-") and bool(re.search(rf"(?<![\w-])(?:{words})(?![\w-])", title, re.I))


def read_topics(path: Path = TOPICS) -> tuple[JudgedTopic, ...]:
    """Read the topics of a file."""
    found = tomllib.loads(path.read_text("utf-8"))["topic"]
    return tuple(JudgedTopic(it["words"], it["rubric"], tuple(it["headline"])) for it in found)


def measure_topics(archive: Archive, topics: Sequence[JudgedTopic]) -> dict[str, Figure]:
    """Measure the order of the articles, best first, that the passages on each topic stand in.

    A topic that fewer than three articles are on is left out: a sample of the news lacks some.
    """
    stated = [(it.file, it.name) for it in _entries(archive)]
    golden = ((topic, {file for file, title in stated if topic.on_it(file, title)}) for topic in topics)
    measured = [(topic, files) for topic, files in golden if len(files) >= _FEWEST]
    measures = [_measures(archive.ask(topic.words, _ENOUGH, kind="topic"), files) for topic, files in measured]
    return {f"topics: {name}": mean([it[name] for it in measures]) for name in ("nDCG@10", "hit@1")}


def _entries(archive: Archive) -> Iterator[Entry]:
    offset = 0
    while page := archive.contents(limit=_PAGE, offset=offset).articles:
        yield from page
        offset += len(page)


def _measures(answer: Answer, golden: Collection[str]) -> dict[str, float]:
    files = list(dict.fromkeys(it.article.file for it in answer.evidence))[:_DEPTH]
    gains = [file in golden for file in files]
    return ranking_metrics(gains, sum(gains), len(golden) - sum(gains))
