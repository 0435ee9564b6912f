"""Build records by hand, with something in every field."""

from dataclasses import replace

from qa.build.status import IndexStatus
from qa.page.address import Address, Listing
from qa.records import (
    Absence,
    Answer,
    Article,
    AskedTime,
    Control,
    Copy,
    Evidence,
    Nearest,
    Parts,
    Passage,
    SearchRequest,
    Sentence,
    Span,
    Topic,
    Verdict,
)

FIRST = "The minister spoke on Saturday."
SECOND = "“The border is 7,591 kilometres long,” he said & smiled."
LAST = "Nothing was signed, the ministry said later."
TEXT = f"All news\n\nBorder talks open\n\nTrade & tariffs\n\n{FIRST} {SECOND}\n\n{LAST}\n\nClose"
ARTICLE = Article(
    file="2022/talks.txt",
    text=TEXT,
    name="Border talks open",
    title="Border talks open",
    outlet="The Herald",
    date="2022-12-10",
    author="A. Writer",
    place="ASTANA",
    section="Business & Economy",
    url="https://example.org/talks?a=1&b=2",
)


def passage_of(article: Article, text: str, number: int, heading: str | None = None) -> Passage:
    start = article.text.index(text)
    return Passage(f"{number:016x}", text, start, start + len(text), number, heading)


PASSAGE = passage_of(ARTICLE, f"{FIRST} {SECOND}", 1, "Trade & tariffs")
LATER = passage_of(ARTICLE, LAST, 2, "Trade & tariffs")
SENTENCE = Sentence(SECOND, len(FIRST) + 1, len(FIRST) + 1 + len(SECOND))
ELSEWHERE = Article(file="wire.txt", text=FIRST, name="Minister speaks", title="Minister speaks", date="--12-10")
COPY = Copy(ELSEWHERE, passage_of(ELSEWHERE, FIRST, 3))
EVIDENCE = Evidence(1.234, 0.84, SENTENCE, PASSAGE, ARTICLE, (COPY,), Parts({"dense": 1.0, "lexical": 0.234}), 2)
LATER_EVIDENCE = Evidence(0.9, 0.2, Sentence(LAST, 0, len(LAST)), LATER, ARTICLE, (), Parts({"dense": 0.9}), 2)
UNSTATED = replace(ARTICLE, outlet=None, date=None, author=None, place=None, section=None, url=None, title=None)
BARE = replace(
    EVIDENCE,
    probability=0.004,
    article=replace(UNSTATED, file="unstated.txt"),
    passage=replace(PASSAGE, id="f" * 16, heading=None),
    copies=(),
)
ABSENCE = Absence(
    nowhere=("penguins", "<1999>"),
    apart=("minister", "ferry"),
    nearest=(
        Nearest(("penguins", "<1999>"), False, PASSAGE.id, 1, ARTICLE.file, ARTICLE.name, "en", SENTENCE),
        Nearest(("ferry",), True, LATER.id, 2, "a&b.txt", "Ferry & sea", None, Sentence(LAST, 0, len(LAST))),
    ),
    searched=11_001,
    read=10,
    control=Control(20, 19),
)


def answer(verdict: Verdict, confidence: float, question: str = "How long is the border?") -> Answer:
    return Answer(SearchRequest(question), verdict, confidence, 7, (EVIDENCE, BARE), best=1)


def topic(words: str = "border talks", passages: int = 1, articles: int = 1) -> Answer:
    evidence = (replace(EVIDENCE, probability=None), replace(BARE, probability=None, relevant=False))
    return Answer(SearchRequest(words), None, None, 7, evidence, topic=Topic(words, passages, articles))


THIS_WEEK = AskedTime("this week", "2022-12-05", "2022-12-10", "2022-12-10", soft=False, applied=True)
LATEST = AskedTime("latest", None, None, "2022-12-10", soft=True, applied=True)


def status() -> IndexStatus:
    return IndexStatus(
        revision=7,
        built_at="2026-01-01T00:00:00+00:00",
        age_seconds=3_700,
        folder="news & more",
        articles=2_124,
        added=0,
        passages=11_001,
        oldest_date="2020-01-01",
        newest_date="2022-12-31",
        undated=12,
        encoder="all-MiniLM-L6-v2",
        fingerprint="0" * 16,
        index_bytes=58_123_456,
        index_kind="approximate",
        recall=0.996,
        newer_passages=3,
        gone_passages=4,
        skipped=(),
    )


EVERYTHING = Address(
    SearchRequest(
        "Who?", 30, order="newest", after="2022", before="2023", outlets=("TASS",), places=("Astana",),
        asked_on="2022-12-10", any_time=True,
    ),
    "0123456789abcdef",
    Span(3, 9),
    "one.txt",
    "archive",
    Listing("title", 2, "TASS", "2022-12", "border"),
)  # fmt: skip
"""An address of which every field says something that is not usual."""
