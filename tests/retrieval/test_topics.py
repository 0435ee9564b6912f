"""A topic shows all that is on it first, counts it exactly, and says of nothing that it answers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from qa.archive.archive import Archive
from qa.articles.plain_text import plain
from qa.index.filters import date_number
from qa.records import Answer, Evidence, SearchRequest, Topic
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.models import Believing, Liking
from tests.support.settings import ADDED_TO

pytestmark = pytest.mark.model

AWARDS = (
    "Ray and Sideways lead the field at the Kodak Theatre, where the Oscars are handed out on Sunday night, said {}."
)
ARTICLES = {
    "winners.txt": (
        "2005-02-28",
        "Film Wire",
        "LOS ANGELES",
        "Foxx wins best actor",
        ["Jamie Foxx won the Oscar for best actor for his part in Ray.",
         "Hilary Swank took the prize for best actress at the ceremony in Hollywood, her second in five years.",
         "The Oscars, the 77th in all, were watched by 41 million viewers. The Oscars have had more viewers before."],
    ),
    "host.txt": (
        "2005-02-25", "Daily Herald", "LONDON/LOS ANGELES", "Rock is to host the Oscars",
        ["Comedian Chris Rock said that he would not change his style for the evening.",
         "Producers sent an e-mail to all guests in which they asked for short speeches."],
    ),
    "copy-one.txt": ("2005-02-20", "Film Wire", "LONDON", "Race is open", [AWARDS.format("critics")]),
    "copy-two.txt": ("2005-02-20", "Daily Herald", "LONDON", "Race is open", [AWARDS.format("a critic")]),
    "copy-three.txt": (None, None, None, "Open race", [AWARDS.format("critics")]),
    "bafta.txt": (
        "2005-02-13", "Daily Herald", "LONDON", "Aviator takes Bafta",
        ["The Aviator was named best film at the Bafta awards in London, ahead of Vera Drake.",
         "A Bafta is often a sign of what the Oscars will bring two weeks later."],
    ),
    "fraud.txt": (
        "2005-01-10", "City Post", "LONDON", "Email fraud doubles",
        ["Banks lost twice as much to fraud by email as in the year before.",
         "An e-mail that asks for a password is a fraud, the police said in a letter to all customers."],
    ),
    "letters.txt": (
        "2005-01-11", "City Post", "LEEDS", "Post is late",
        ["Emails are quicker than letters, and fraud is rarer there."],
    ),
    "brown.txt": (
        "2005-03-16", "City Post", "LONDON", "Chancellor speaks",
        ["Gordon Brown told parliament that the economy had grown for fifty quarters.",
         "Shoppers prefer brown bread, a survey of bakers says."],
    ),
    "tsunami.txt": (
        "2004-12", "World Report", "COLOMBO", "Aid reaches the coast",
        ["Aid reached villages on the coast of Sri Lanka three days after the wave.",
         "Donors promised two billion dollars for the region that the wave had struck."],
    ),
    "rugby.txt": (
        "2005-03-19", "World Report", "CARDIFF", "Wales take the title",
        ["Wales beat Ireland and won every match of the season."],
    ),
}  # fmt: skip
FORMS = ["the Oscars", "oscars", "OSCARS", "Tell me about the Oscars", "What do articles say about the Oscars?"]
WORDS = {
    "the Oscars": [r"\boscars?\b"],
    "best actor": [r"\bbest\b", r"\bact(or|ors)\b"],
    "email fraud": [r"\be[- ]?mails?\b", r"\bfraud\b"],
    "e-mail fraud": [r"\be[- ]?mails?\b", r"\bfraud\b"],
    "gordon brown": [r"\bgordon\b", r"\bbrown\b"],
    "brown bread": [r"\bbrown\b", r"\bbread\b"],
    "London": [r"\blondon\b"],
    "Oscars in Portville": [r"\boscars?\b", r"\bportville\b"],
}
"""Patterns that a passage or its headline matches, each of them."""
FILTERS: list[dict[str, Any]] = [
    {},
    {"outlets": ["film wire"]},
    {"outlets": ["Daily Herald", "City Post"]},
    {"places": ["london"]},
    {"after": "2005-02", "before": "2005-02-25"},
    {"articles": ["copy-one.txt", "winners.txt", "rugby.txt"]},
    {"after": "2005", "outlets": ["Daily Herald"], "places": ["LONDON"]},
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Eleven reports, three of them copies of each other."""
    folder = tmp_path_factory.mktemp("topics")
    (folder / "articles").mkdir()
    for file, (date, outlet, place, title, paragraphs) in ARTICLES.items():
        stated = {"date": date, "outlet": outlet, "place": place}
        front = "".join(f"{name}: {value}\n" for name, value in stated.items() if value)
        text = "\n\n".join([title, *paragraphs])
        (folder / "articles" / file).write_text(f"---\n{front}---\n{text}\n" if front else f"{text}\n")
    return Archive.build(folder / "articles", folder / "index")


def whole(archive: Archive, words: str, **more: Any) -> Answer:
    return archive.ask(words, 1_000, **more)


def on_topic(words: str, title: str | None, text: str) -> bool:
    over = plain(f"{title or ''}\n{text}").lower()
    return all(re.search(pattern, over) for pattern in WORDS[words])


def holds(words: str, evidence: Evidence) -> bool:
    return on_topic(words, evidence.article.title, evidence.passage.text)


def ids(evidence: Iterable[Evidence]) -> set[str]:
    """Return the permalinks of passages and of their copies."""
    return {passage for it in evidence for passage in (it.passage.id, *(copy.passage.id for copy in it.copies))}


def passing(filters: Mapping[str, Any]) -> Iterator[str]:
    """Yield the files that satisfy filters, by what they state."""
    for file, (date, outlet, place, _, _) in ARTICLES.items():
        places = {*(place or "").lower().split("/"), (place or "").lower()}
        full = date if date and len(date) == len("2005-02-28") else ""
        if (
            (not filters.get("outlets") or (outlet or "").lower() in {it.lower() for it in filters["outlets"]})
            and (not filters.get("places") or places & {it.lower() for it in filters["places"]})
            and (not filters.get("articles") or file in filters["articles"])
            and (not filters.get("after") or full >= filters["after"])
            and (not filters.get("before") or "" < full <= filters["before"])
        ):
            yield file


def topic_by_hand(words: str, filters: Mapping[str, Any]) -> tuple[int, int]:
    """Count passages and articles on a topic, copies and all."""
    held = {
        file: sum(on_topic(words, ARTICLES[file][3], text) for text in ARTICLES[file][4]) for file in passing(filters)
    }
    return sum(held.values()), sum(map(bool, held.values()))


@pytest.mark.parametrize("filters", FILTERS, ids=str)
@pytest.mark.parametrize("words", WORDS)
def test_what_is_on_a_topic_is_counted_exactly_with_copies_and_within_filters(
    archive: Archive, words: str, filters: dict[str, Any]
) -> None:
    answer = whole(archive, words, kind="topic", **filters)
    assert answer.topic == Topic(words, *topic_by_hand(words, filters))
    assert {it.article.file for it in answer.evidence} <= set(passing(filters))


@pytest.mark.parametrize("words", WORDS)
def test_all_that_hold_the_words_come_first_and_no_other_before_them(archive: Archive, words: str) -> None:
    answer = whole(archive, words, kind="topic")
    held = [holds(words, it) for it in answer.evidence]
    assert held == sorted(held, reverse=True)
    assert answer.topic is not None
    copies = sum(on_topic(words, it.article.title, it.passage.text) for e in answer.evidence for it in e.copies)
    assert sum(held) + copies == answer.topic.passages


def test_every_passage_of_the_archive_is_reached_behind_them(archive: Archive) -> None:
    answer = whole(archive, "the Oscars")
    reached = sum(1 + len(it.copies) for it in answer.evidence)
    assert reached == sum(len(paragraphs) for *_, paragraphs in ARTICLES.values())


@pytest.mark.parametrize("words", FORMS)
def test_however_a_topic_is_asked_for_the_same_passages_are_found(archive: Archive, words: str) -> None:
    answer, expected = whole(archive, words), whole(archive, "the Oscars")
    found = (ids(it for it in each.evidence if holds("the Oscars", it)) for each in (answer, expected))
    assert len(set(map(frozenset, found))) == 1
    assert answer.topic is not None
    assert replace(answer.topic, words="the Oscars") == expected.topic
    assert answer.question == words


def test_a_copy_is_shown_under_the_first_of_its_like(archive: Archive) -> None:
    (only,) = (it for it in whole(archive, "the Oscars").evidence if "Kodak" in it.passage.text)
    assert {only.article.file, *(it.article.file for it in only.copies)} == {
        "copy-one.txt",
        "copy-two.txt",
        "copy-three.txt",
    }


def test_no_topic_has_a_verdict_or_a_probability(archive: Archive) -> None:
    for words in ("the Oscars", "Oscars in Portville", "rugby", "Portville"):
        answer = whole(archive, words, kind="topic")
        assert (answer.kind, answer.request.kind) == ("topic", "topic")
        assert (answer.verdict, answer.confidence, answer.best, answer.lacking) == (None, None, None, ())
        assert answer.evidence
        assert {it.probability for it in answer.evidence} == {None}
        assert all(set(it.parts) == {"passage", "sentence", "words", "article"} for it in answer.evidence)
        assert all(it.score == pytest.approx(sum(it.parts.values())) for it in answer.evidence)


def test_a_topic_asked_as_a_question_has_both(archive: Archive) -> None:
    answer = whole(archive, "the Oscars", kind="question")
    assert (answer.kind, answer.topic) == ("question", None)
    assert answer.verdict is not None
    assert answer.confidence is not None
    assert all(it.probability is not None for it in answer.evidence)


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_pages_of_a_topic_join_up(archive: Archive, size: int, order: str) -> None:
    expected = whole(archive, "the Oscars", order=order).evidence
    pages = [archive.ask("the Oscars", size, offset=at, order=order) for at in range(0, len(expected) + 1, size)]
    assert [it for page in pages for it in page.evidence] == list(expected)
    assert {page.topic for page in pages} == {whole(archive, "the Oscars").topic}


def test_a_topic_larger_than_what_is_scored_at_once_is_shown_whole(archive: Archive, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(130):
        day, own = f"2005-01-{number % 28 + 1:02}", " ".join(f"{letter}{number}th" for letter in "abcdefghijkl")
        (folder / f"{number:03}.txt").write_text(f"---\ndate: {day}\n---\nReport {number}\n\nThe harbour saw {own}.\n")
    many = Archive.build(folder, tmp_path / "index", settings=Settings(candidates=20, scored=10))
    few = Archive.open(tmp_path / "index", settings=Settings(candidates=20, scored=10))
    for order in ("relevance", "newest", "oldest"):
        answer = few.ask("harbour", 1_000, order=order)
        assert answer.topic == Topic("harbour", 130, 130)
        assert len({it.passage.id for it in answer.evidence}) == 130
        paged = [it.passage.id for at in range(0, 130, 13) for it in few.ask("harbour", 13, offset=at, order=order)]
        assert paged == [it.passage.id for it in answer.evidence]
    assert many.survey("harbour").passages == 130


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_by_date_what_holds_the_words_stands_first_and_the_undated_last(archive: Archive, order: str) -> None:
    answer = whole(archive, "the Oscars", order=order)
    evidence, near = ([it for it in answer if it.relevant == which] for which in (True, False))
    assert list(answer.evidence) == evidence + near
    assert all(holds("the Oscars", it) for it in evidence)
    assert not any(holds("the Oscars", it) for it in near)
    for some in (evidence, near):
        dates = [it.article.date or "" for it in some if date_number(it.article.date)]
        assert dates == sorted(dates, reverse=order == "newest")
        assert not any(date_number(it.article.date) for it in some[len(dates) :])
    assert ids(evidence) == ids(it for it in whole(archive, "the Oscars").evidence if holds("the Oscars", it))
    assert [it.article.date for it in whole(archive, "the Oscars", order=order, articles=["copy-three.txt"])] == [None]


def test_where_nothing_holds_the_words_the_nearest_are_shown_and_none_is_counted(archive: Archive) -> None:
    answer = archive.ask("awards season in Portville", kind="topic")
    assert answer.topic == Topic("awards season in Portville", 0, 0)
    assert len(answer.evidence) == 5
    assert {it.article.file for it in answer.evidence[:3]} <= {
        "bafta.txt", "winners.txt", "host.txt", "copy-one.txt", "copy-two.txt", "copy-three.txt"}  # fmt: skip


@pytest.mark.parametrize(
    ("words", "begin"),
    [
        ('"best actor"', ["Hilary Swank", "Jamie Foxx", "The Oscars,"]),  # it stands in their headline
        ('"won the Oscar" Foxx', ["Jamie Foxx"]),
        ("Oscars -viewers -Kodak", ["A Bafta", "Comedian Chris", "Jamie Foxx", "Producers sent"]),
        ('Oscars -"short speeches" -Kodak -winners -Foxx', ["A Bafta", "Comedian Chris"]),
        ('Oscars "two weeks"', ["A Bafta"]),
    ],
)
def test_a_topic_obeys_what_it_quotes_and_excludes_and_is_counted_so(
    archive: Archive, words: str, begin: list[str]
) -> None:
    answer = whole(archive, words, kind="topic")
    assert answer.topic is not None
    assert answer.unheld == ()
    assert sorted(" ".join(it.passage.text.split()[:2]) for it in answer.evidence[: answer.topic.passages]) == begin
    assert answer.topic.passages == len(begin)


def test_a_quotation_that_nothing_holds_is_left_out_of_the_count_and_named(archive: Archive) -> None:
    answer, free = (whole(archive, words, kind="topic") for words in ('Oscars "red carpets"', "Oscars red carpets"))
    assert (answer.unheld, free.unheld) == (("red carpets",), ())
    assert answer.topic == free.topic
    assert answer.evidence == free.evidence


@pytest.mark.parametrize("filters", FILTERS, ids=str)
@pytest.mark.parametrize("words", ["the Oscars", "London", "email fraud", "Oscars in Portville"])
def test_each_count_of_a_survey_is_what_asking_with_that_filter_finds(
    archive: Archive, words: str, filters: dict[str, Any]
) -> None:
    def count(**more: Any) -> int:
        topic = archive.answer(request(filters | more)).topic
        assert topic is not None
        return topic.passages

    def request(stated: Mapping[str, Any]) -> SearchRequest:
        lists: dict[str, Any] = {name: tuple(stated.get(name, ())) for name in ("outlets", "places", "articles")}
        return SearchRequest(words, after=stated.get("after"), before=stated.get("before"), kind="topic", **lists)

    survey = archive.survey_of(request(filters))
    assert survey.passages == count() == topic_by_hand(words, filters)[0]
    for month in (*survey.months, *survey.days):
        assert month.passages == count(after=month.name, before=month.name)
    for outlet in survey.outlets:
        assert outlet.passages == count(outlets=[outlet.name])
    for place in survey.places:
        assert place.passages == count(places=[place.name])
    assert survey.undated + sum(it.passages for it in survey.months) == count(after=None, before=None)
    assert survey.no_outlet + sum(it.passages for it in survey.outlets) == count(outlets=[])


def test_an_article_that_is_removed_is_no_longer_counted_nor_shown(folder: Path, tmp_path: Path) -> None:
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=ADDED_TO)
    assert archive.ask("river").topic == Topic("river", 3, 2)
    (folder / "music.txt").unlink()
    archive.update([folder / "music.txt"])
    answer = archive.ask("river", 100)
    assert answer.topic == Topic("river", 2, 1)
    assert [it.article.file for it in answer.evidence[:2]] == ["border.txt"] * 2
    assert archive.survey("river").passages == 2


def test_neither_a_reader_nor_a_reranker_is_asked_about_a_topic(folder: Path, tmp_path: Path) -> None:
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    reader, reranker = Believing("ship"), Liking("ship")
    archive = Archive.open(tmp_path / "index", encoder=HandEncoder(), reader=reader, reranker=reranker)
    assert archive.ask("Tell me about the river").topic == Topic("the river", 3, 2)
    assert (reader.questions, reranker.questions) == ([], [])
