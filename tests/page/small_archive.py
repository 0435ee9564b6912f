"""A small archive over the seeds that ranks by shared words: what the page shows can be computed by hand."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from qa.errors import InvalidQuestion, NotInArchive
from qa.records import Answer, Article, Copy, Evidence, Passage, Sentence, Verdict

SEEDS = Path(__file__).parents[2] / "seeds"
_WORD = re.compile(r"\w{4,}")
_SENTENCE = re.compile(r"\S[^.!?]*[.!?]*[\"”’]*")


@dataclass(frozen=True, slots=True)
class SmallCounts:
    articles: int
    passages: int
    oldest_date: str | None
    newest_date: str | None


@dataclass(frozen=True, slots=True)
class SmallArchive:
    articles: tuple[Article, ...]

    def ask(self, question: str, limit: int = 5, **_: object) -> Answer:
        words = Counter(_WORD.findall(question.lower()))
        if not words:
            raise InvalidQuestion("the question holds no word: ask with at least one")
        found = [self._weigh(words, article, passage) for article in self.articles for passage in split(article)]
        best = sorted(found, key=lambda evidence: -evidence.score)[:limit]
        confidence = best[0].probability if best else 0.0
        verdict: Verdict = "answered" if confidence > 0.6 else "weak" if confidence > 0.3 else "none"
        return Answer(question, verdict, confidence, 1, tuple(best))

    def passage(self, passage_id: str) -> Copy:
        for article in self.articles:
            for passage in split(article):
                if passage.id == passage_id:
                    return Copy(article, passage)
        raise NotInArchive(f"no passage {passage_id} in the archive: search again")

    def passages(self, file: str) -> tuple[Passage, ...]:
        for article in self.articles:
            if article.file == file:
                return split(article)
        raise NotInArchive(f"no article {file} in the archive")

    def status(self) -> SmallCounts:
        dates = [article.date for article in self.articles if article.date and article.date[0] != "-"]
        count = sum(len(split(article)) for article in self.articles)
        return SmallCounts(len(self.articles), count, min(dates, default=None), max(dates, default=None))

    def _weigh(self, words: Counter[str], article: Article, passage: Passage) -> Evidence:
        sentences = [Sentence(m[0], m.start(), m.end()) for m in _SENTENCE.finditer(passage.text)]
        best = max(sentences, key=lambda sentence: _share(words, sentence.text))
        share = _share(words, passage.text)
        parts = {"passage": share, "sentence": _share(words, best.text)}
        return Evidence(sum(parts.values()), share * 0.97, best, passage, article, (), parts, len(split(article)))


def split(article: Article) -> tuple[Passage, ...]:
    """Make every stretch of text between blank lines that holds a sentence a passage."""
    blocks = [m for m in re.finditer(r"\S.*\S", article.text) if len(m[0]) > 90]
    return tuple(
        Passage(_identity(article.file, m[0]), m[0], m.start(), m.end(), number, None)
        for number, m in enumerate(blocks, 1)
    )


def over_the_seeds() -> SmallArchive:
    files = sorted(SEEDS.glob("*.txt"))
    return SmallArchive(tuple(_read(file) for file in files))


def _read(file: Path) -> Article:
    text = file.read_text(encoding="utf-8")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    name = next(line for line in lines if len(line) > 45)
    return Article(file.name, text, name[:90], title=name if len(name) < 95 else None, outlet="TASS", date="2022-12-10")


def _identity(file: str, text: str) -> str:
    return hashlib.sha256(f"{file}\0{text}".encode()).hexdigest()[:16]


def _share(words: Counter[str], text: str) -> float:
    held = set(_WORD.findall(text.lower()))
    return sum(1 for word in words if word in held) / len(words)
