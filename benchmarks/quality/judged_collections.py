"""Name what quality is measured on: articles, judged questions about them, and where their index is."""

import shutil
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.quality.squad import write_collection
from benchmarks.quality.topics import TOPICS
from qa.archive.archive import Archive
from qa.build.ingest import Progress
from qa.errors import IndexIncompatible
from qa.models.encoder.protocol import Encoder

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "build" / "quality"


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

    @property
    def index(self) -> Path:
        """Return the folder of the index."""
        return self.folder / "index"

    @property
    def evaluation(self) -> Path:
        """Return the file that `qa evaluate --compare` takes."""
        return self.folder / f"{self.name.replace(' ', '_')}.json"


def given_collections(evaluation: Path, news: Path, work: Path = WORK, *, every: int = 1) -> tuple[Collection, ...]:
    """Return the seeds, XQuAD, whose articles are written first, and the news with the questions meant for fitting.

    `every` thins XQuAD's many questions: 4 asks every fourth.

    Raises:
        InvalidJudgements: the XQuAD file is not in SQuAD form.
    """
    xquad = work / "xquad"
    write_collection(evaluation / "xquad.en.json", xquad / "articles", xquad / "questions.jsonl", every)
    return (
        Collection("seeds", ROOT / "seeds", evaluation / "seed_questions.jsonl", work / "seeds"),
        Collection("xquad", xquad / "articles", xquad / "questions.jsonl", xquad),
        Collection("news", news, evaluation / "news_training.jsonl", work / "news", fitted=True, topics=TOPICS),
    )


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
