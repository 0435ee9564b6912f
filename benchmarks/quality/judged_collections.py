"""Name what quality is measured on: articles, judged questions about them, and where their index is."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.quality.mixed_archive import FOUR_LANGUAGES, write_asked_in, write_mixed
from benchmarks.quality.news_sample import write_news_sample
from benchmarks.quality.squad import write_collection, write_every, write_translated
from benchmarks.quality.topics import TOPICS
from qa.archive.archive import Archive
from qa.build.ingest import Progress
from qa.errors import IndexIncompatible
from qa.models.encoder.choice import ENGLISH, MULTILINGUAL
from qa.models.encoder.protocol import Encoder

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "build" / "quality"
_TIMES_ASKED = 3
"""Every third question about times: asked all, and twice each, they take an hour."""
_NEWS_MIXED_IN = 10
"""Every tenth article of the news: about as many as there are in Kazakh."""


@dataclass(frozen=True, slots=True)
class Collection:
    """Articles with judged questions about them."""

    name: str
    """Names its section of floors.toml."""
    articles: Path
    questions: Path
    folder: Path
    """Where its index is kept, which collections over the same articles share, and what was measured."""
    fitted: bool = False
    """Whether the verdict was fitted on these questions, so that only figures out of fold say what it is worth."""
    topics: Path | None = None
    """Judged topics over the same articles."""
    encoder: str = ENGLISH

    @property
    def index(self) -> Path:
        """Return the folder of the index."""
        return self.folder / "index"

    @property
    def evaluation(self) -> Path:
        """Return the file that `qa evaluate --compare` takes."""
        return self.folder / f"{self.name.replace(' ', '_')}.json"


def given_collections(evaluation: Path, news: Path, work: Path = WORK, *, every: int = 1) -> tuple[Collection, ...]:
    """Return the seeds, XQuAD, whose articles are written first, the news with the questions meant for fitting, and
    what is asked in other languages.

    `every` makes a sample, for CI: 4 asks every fourth question, of the news over a fourth of the articles, and leaves
    out what takes longest to build: the long articles about times, and the archive of many languages.

    Raises:
        InvalidJudgements: the XQuAD file is not in SQuAD form.
    """
    xquad = work / "xquad"
    write_collection(evaluation / "xquad.en.json", xquad / "articles", xquad / "questions.jsonl", every)
    return (
        Collection("seeds", ROOT / "seeds", evaluation / "seed_questions.jsonl", work / "seeds"),
        Collection("xquad", xquad / "articles", xquad / "questions.jsonl", xquad),
        _news(news, evaluation / "news_training.jsonl", work, every),
        *_foreign(evaluation, work, every),
        *(_slow(evaluation / "collections", news, work) if every == 1 else ()),
    )


def _news(news: Path, judged: Path, work: Path, every: int) -> Collection:
    """Return the news, or a sample of it, whose figures are no measure: its reader was trained on these questions.

    Nothing was read out of fold that is among the first ten passages only where there are fewer articles.
    """
    if every == 1:
        return Collection("news", news, judged, work / "news", fitted=True, topics=TOPICS)
    folder = work / "news-sample"
    articles, questions = folder / "articles", folder / "questions.jsonl"
    write_news_sample(news, judged, articles, questions, every)
    return Collection("news, sample", articles, questions, folder, topics=TOPICS)


def _slow(given: Path, news: Path, work: Path) -> Iterator[Collection]:
    """Yield what takes long to index: questions about times over long articles, and the archive of many languages."""
    if (given / "timeqa").is_dir():
        folder = work / "timeqa"
        folder.mkdir(parents=True, exist_ok=True)
        write_every(given / "timeqa" / "questions.jsonl", folder / "questions.jsonl", _TIMES_ASKED)
        yield Collection("timeqa", given / "timeqa" / "articles", folder / "questions.jsonl", folder)
    yield from _mixed(given, news, work / "foreign" / "four-languages")


def _foreign(evaluation: Path, work: Path, every: int) -> Iterator[Collection]:
    """Yield what is asked in other languages than English, as far as it is there, and over the seeds."""
    given, folder = evaluation / "collections", work / "foreign"
    folder.mkdir(parents=True, exist_ok=True)
    there = [it for it in ("xquad-ru", "kazqad") if (given / it).is_dir()]
    for name in there:
        source = given / name
        questions = folder / f"{name}.jsonl"
        write_every(source / "questions.jsonl", questions, every)
        yield Collection(name, source / "articles", questions, folder / name, encoder=MULTILINGUAL)
    if "xquad-ru" in there:
        across = folder / "xquad-ru-over-en"
        articles, questions = across / "articles", across / "questions.jsonl"
        write_translated(evaluation / "xquad.en.json", folder / "xquad-ru.jsonl", articles, questions)
        yield Collection("xquad, asked in Russian", articles, questions, across, encoder=MULTILINGUAL)
    for language, asked in (("ru", "Russian"), ("kk", "Kazakh")):
        questions = Path(__file__).with_name(f"seeds_{language}.jsonl")
        yield Collection(f"seeds, asked in {asked}", ROOT / "seeds", questions, folder / "seeds", encoder=MULTILINGUAL)


def _mixed(given: Path, news: Path, folder: Path) -> Iterator[Collection]:
    """Yield our own news in four languages, over one archive that mixes them with what is there in others."""
    articles = folder / "articles"
    sources = {name: sorted((given / name / "articles").glob("*.txt")) for name in ("xquad-ru", "kazqad")}
    sources["news"] = sorted(news.glob("*.txt"))[::_NEWS_MIXED_IN]
    write_mixed(articles, sources | {"four-languages": sorted(FOUR_LANGUAGES.glob("*.txt"))})
    for language, asked in (("de", "German"), ("es", "Spanish"), ("zh", "Chinese"), ("ar", "Arabic")):
        questions = folder / f"{language}.jsonl"
        write_asked_in(language, questions)
        yield Collection(f"mixed, asked in {asked}", articles, questions, folder, encoder=MULTILINGUAL)


def bring_up_to_date(collection: Collection, encoder: Encoder, progress: Progress | None = None) -> None:
    """Update the collection's index, which encodes only what changed.

    Raises:
        QaError: the articles or the index cannot be used.
    """
    build = partial(Archive.build, collection.articles, collection.index, encoder=encoder, replace=True, yes=True)
    try:
        build(progress=progress)
    except IndexIncompatible:  # what an older version left in a folder that outlives the clone
        shutil.rmtree(collection.index)
        build(progress=progress)


def held_back(evaluation: Path, news: Path, work: Path = WORK) -> Collection:
    """Return the news with the questions that nothing was chosen by; looking at them often would end that."""
    return Collection("news held back", news, evaluation / "news_questions.jsonl", work / "news")
