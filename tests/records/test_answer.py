import copy
import json
import pickle
from dataclasses import asdict, replace
from datetime import date
from typing import Any

import pytest

from qa.exports.json_line import json_line
from qa.records import Answer, Article, AskedTime, Copy, Evidence, Parts, Passage, SearchRequest, Sentence, Topic

TEXT = "Café “ships”\nsail.\tOften."
ARTICLE = Article(
    "2022/a.txt", TEXT, "Name", "Title", "Outlet", "2022-12-10", "Author", "PLACE", "Section", "https://a.b"
)
PASSAGE = Passage("0123456789abcdef", TEXT, 0, len(TEXT), 1, "Heading")
OTHER = Copy(Article("b.txt", "text", "Name"), Passage("fedcba9876543210", "text", 0, 4, 2, None))
PARTS = Parts({"passage": 0.5, "words": 0.25})
EVIDENCE = Evidence(0.75, 0.5, Sentence("Often.", 19, 25), PASSAGE, ARTICLE, (OTHER,), PARTS, 4)
REQUEST = SearchRequest("Do ships sail?", 3, after="2022", outlets=("Outlet",))
ANSWER = Answer(REQUEST, "answered", 0.875, 42, (EVIDENCE,), best=1, lacking=("Café", "2022"), undated=3)
ON_TOPIC = replace(
    ANSWER,
    request=replace(REQUEST, question="Tell me about ships", kind="topic"),
    verdict=None,
    confidence=None,
    evidence=(replace(EVIDENCE, probability=None),),
    best=None,
    lacking=(),
    topic=Topic("ships", 12, 7),
)

PASSAGE_KEYS = {"id", "text", "start", "end", "number", "heading", "language"}
STATED = {
    "title",
    "outlet",
    "date",
    "updated",
    "author",
    "place",
    "section",
    "file",
    "url",
    "language",
    "second_language",
}
ARTICLE_KEYS = STATED | {"source"}


def read_back(answer: Answer) -> Any:
    return json.loads(json_line(answer.to_dict()))


def test_an_answer_has_the_documented_keys_and_no_others() -> None:
    answer = read_back(ANSWER)
    assert set(answer) == {
        "question",
        "limit",
        "offset",
        "order",
        "kind",
        "as_written",
        "asked_on",
        "any_time",
        "filters",
        "verdict",
        "confidence",
        "best",
        "lacking",
        "relevant",
        "among",
        "topic",
        "language",
        "readable",
        "vague",
        "revision",
        "undated",
        "corrections",
        "unheld",
        "unknown",
        "time",
        "differing",
        "absence",
        "evidence",
    }
    assert set(answer["filters"]) == {"after", "before", "outlets", "places", "languages", "articles", "as_of"}
    (evidence,) = answer["evidence"]
    assert set(evidence) == {
        "score",
        "probability",
        "sentence",
        "passage",
        "article",
        "copies",
        "parts",
        "paragraphs",
        "relevant",
        "earlier",
        "notes",
    }
    assert set(evidence["sentence"]) == {"text", "start", "end"}
    assert set(evidence["passage"]) == PASSAGE_KEYS
    assert set(evidence["article"]) == ARTICLE_KEYS
    (other,) = evidence["copies"]
    assert set(other) == {"passage", "article"}
    assert (set(other["passage"]), set(other["article"])) == (PASSAGE_KEYS, ARTICLE_KEYS)


def test_what_is_printed_is_what_python_gives() -> None:
    answer = read_back(ANSWER)
    assert answer == ANSWER.to_dict()
    (evidence,) = answer["evidence"]
    assert (answer["verdict"], answer["confidence"], answer["revision"], answer["undated"]) == (
        "answered",
        0.875,
        42,
        3,
    )
    assert (evidence["score"], evidence["probability"], evidence["parts"]) == (0.75, 0.5, EVIDENCE.parts)
    assert evidence["paragraphs"] == 4
    assert Sentence(**evidence["sentence"]) == EVIDENCE.sentence
    assert Passage(**evidence["passage"]) == PASSAGE
    assert Article(text=TEXT, name="Name", **evidence["article"]) == ARTICLE
    assert Passage(**evidence["copies"][0]["passage"]) == OTHER.passage


def test_an_answer_carries_its_question_and_filters() -> None:
    answer = read_back(ANSWER)
    assert (answer["question"], answer["limit"], answer["offset"], answer["order"]) == (
        "Do ships sail?",
        3,
        0,
        "relevance",
    )
    assert answer["filters"] == {
        "after": "2022",
        "before": None,
        "outlets": ["Outlet"],
        "places": [],
        "languages": [],
        "articles": [],
        "as_of": None,
    }


def test_letters_are_written_as_they_are() -> None:
    assert "Café “ships”" in json_line(ANSWER.to_dict())


@pytest.mark.parametrize("separator", ["\n", "\r\n", "\x0b", "\x0c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_an_answer_is_one_line_whatever_the_article_holds(separator: str) -> None:
    text = f"one{separator}two"
    odd = replace(EVIDENCE, sentence=Sentence(text, 0, len(text)), article=replace(ARTICLE, title=text))
    answer = replace(ANSWER, evidence=(odd,))
    assert len(json_line(answer.to_dict()).splitlines()) == 1
    assert read_back(answer)["evidence"][0]["sentence"]["text"] == text


def test_an_answer_without_evidence_is_written_too() -> None:
    assert read_back(Answer(SearchRequest("Who?"), "none", 0.0, 1, ())) == {
        "question": "Who?",
        "limit": 5,
        "offset": 0,
        "order": "relevance",
        "kind": None,
        "as_written": False,
        "asked_on": None,
        "any_time": False,
        "filters": {
            "after": None,
            "before": None,
            "outlets": [],
            "places": [],
            "languages": [],
            "articles": [],
            "as_of": None,
        },
        "verdict": "none",
        "confidence": 0.0,
        "best": None,
        "lacking": [],
        "relevant": 0,
        "among": None,
        "topic": None,
        "language": None,
        "readable": [],
        "vague": None,
        "revision": 1,
        "undated": 0,
        "corrections": [],
        "unheld": [],
        "unknown": {"outlets": [], "places": [], "files": [], "languages": []},
        "time": None,
        "differing": [],
        "absence": None,
        "evidence": [],
    }


def test_quoted_words_that_no_passage_holds_are_written() -> None:
    assert read_back(replace(ANSWER, unheld=("café “ships”", "sail")))["unheld"] == ["café “ships”", "sail"]


def test_what_is_lacking_what_carries_the_verdict_and_a_vague_question_are_written() -> None:
    form = read_back(replace(ANSWER, vague="leaning"))
    assert (form["best"], form["lacking"], form["vague"]) == (1, ["Café", "2022"], "leaning")


def test_the_time_that_a_question_points_at_is_written_and_filters_only_where_it_was_applied() -> None:
    time = AskedTime("this week", "2022-12-05", "2022-12-10", "2022-12-10", soft=False, applied=True)
    asked = replace(ANSWER, request=SearchRequest("Do ships sail this week?"), time=time)
    assert read_back(asked)["time"] == {
        "words": "this week",
        "first": "2022-12-05",
        "last": "2022-12-10",
        "asked_on": "2022-12-10",
        "soft": False,
        "applied": True,
    }
    assert asked.filtered
    for other in (replace(time, applied=False), replace(time, soft=True), None):
        assert not replace(asked, time=other).filtered
    assert ANSWER.filtered, "by its request"


def test_a_topic_is_written_with_its_counts_and_without_probabilities() -> None:
    form = read_back(ON_TOPIC)
    assert form == ON_TOPIC.to_dict()
    assert form["topic"] == {"words": "ships", "passages": 12, "articles": 7}
    assert (form["kind"], form["question"]) == ("topic", "Tell me about ships")
    assert (form["verdict"], form["confidence"], form["best"]) == (None, None, None)
    assert [it["probability"] for it in form["evidence"]] == [None]
    assert form.keys() == read_back(ANSWER).keys()


def test_an_answer_to_a_topic_says_that_it_is_one() -> None:
    assert (ON_TOPIC.kind, ANSWER.kind) == ("topic", "question")
    assert repr(ON_TOPIC) == "<Answer to 'Tell me about ships': topic, 1 passage>"
    assert repr(ON_TOPIC.evidence[0]) == "<Evidence 'Often.' from '2022/a.txt'>"


def test_a_topic_can_be_pickled_copied_hashed_and_made_a_table() -> None:
    again = pickle.loads(pickle.dumps(ON_TOPIC))  # noqa: S301
    assert again == ON_TOPIC == copy.deepcopy(ON_TOPIC)
    assert hash(again) == hash(ON_TOPIC)
    (row,) = ON_TOPIC.to_rows()
    assert row == ANSWER.to_rows()[0] | {
        "question": "Tell me about ships",
        "verdict": None,
        "confidence": None,
        "probability": None,
    }


def test_a_notebook_shows_a_topic_without_a_verdict_and_without_chances() -> None:
    shown = ON_TOPIC._repr_html_()
    assert "Tell me about ships" in shown
    assert "%" not in shown
    assert "None" not in shown
    assert "<mark>Often.</mark>" in shown


def test_the_dictionary_can_be_changed_without_touching_the_answer() -> None:
    form = ANSWER.to_dict()
    form["evidence"][0]["parts"]["passage"] = 9.0
    assert EVIDENCE.parts["passage"] == 0.5


def test_an_answer_can_be_pickled_copied_hashed_and_taken_apart() -> None:
    again = pickle.loads(pickle.dumps(ANSWER))  # noqa: S301
    assert again == ANSWER == copy.deepcopy(ANSWER)
    assert hash(again) == hash(ANSWER)
    assert hash(again.evidence[0]) == hash(EVIDENCE)
    assert asdict(ANSWER)["evidence"][0]["parts"] == {"passage": 0.5, "words": 0.25}


def test_an_answer_has_the_length_of_its_evidence_and_iterates_over_it() -> None:
    assert (len(ANSWER), list(ANSWER)) == (1, [EVIDENCE])
    empty = replace(ANSWER, evidence=())
    assert (len(empty), list(empty), bool(empty)) == (0, [], True)


def test_an_answer_is_a_table_of_a_row_a_passage() -> None:
    (row,) = ANSWER.to_rows()
    assert row == {
        "page": None,
        "updated": None,
        "question": "Do ships sail?",
        "verdict": "answered",
        "confidence": 0.875,
        "rank": 1,
        "probability": 0.5,
        "score": 0.75,
        "sentence": "Often.",
        "text": TEXT,
        "passage": PASSAGE.id,
        "heading": "Heading",
        "paragraph": 1,
        "paragraphs": 4,
        "copies": 1,
        "file": "2022/a.txt",
        "title": "Title",
        "outlet": "Outlet",
        "date": "2022-12-10",
        "author": "Author",
        "section": "Section",
        "url": "https://a.b",
        "place": "PLACE",
        "language": None,
        "second_language": None,
    }
    assert replace(ANSWER, evidence=()).to_rows() == []


def test_what_a_console_prints_is_short() -> None:
    long = replace(ARTICLE, text="word " * 5_000)
    answer = replace(ANSWER, evidence=(replace(EVIDENCE, article=long),) * 5)
    assert repr(answer) == "<Answer to 'Do ships sail?': answered, 0.88, 5 passages>"
    assert repr(replace(answer, evidence=answer.evidence[:1])).endswith(", 1 passage>")
    assert repr(answer.evidence[0]) == "<Evidence 'Often.' from '2022/a.txt', probability 0.50>"
    assert len(repr(long)) < 300


def test_a_notebook_shows_the_marked_card_and_runs_nothing_of_it() -> None:
    text = "<script>alert(1)</script> Tom &amp; Anna sail."
    odd = replace(
        EVIDENCE,
        passage=replace(PASSAGE, text=text),
        sentence=Sentence("Tom &amp; Anna sail.", 26, len(text)),
        article=replace(ARTICLE, name="<b>Name</b>"),
    )
    shown = replace(ANSWER, evidence=(odd,))._repr_html_()
    assert "<p>&lt;script&gt;alert(1)&lt;/script&gt; <mark>Tom &amp; Anna sail.</mark></p>" in shown
    assert "&lt;b&gt;Name&lt;/b&gt;, Outlet, 2022-12-10 (50%)" in shown
    assert odd._repr_html_() in shown


@pytest.mark.parametrize(
    ("stated", "expected"),
    [("2022-12-10", date(2022, 12, 10)), ("--12-10", None), (None, None)],
)
def test_an_article_is_published_on_a_day_only_where_it_states_one(stated: str | None, expected: date | None) -> None:
    assert replace(ARTICLE, date=stated).published == expected


def test_rows_count_on_from_page_to_page_as_the_best_does() -> None:
    second = replace(ANSWER, request=replace(REQUEST, offset=2), evidence=(EVIDENCE, EVIDENCE), best=4)
    assert [row["rank"] for row in second.to_rows()] == [3, 4]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_an_answer_can_be_pickled_by_any_protocol(protocol: int) -> None:
    assert pickle.loads(pickle.dumps(ANSWER, protocol)) == ANSWER  # noqa: S301  our own


def test_a_console_prints_a_line_however_long_the_question_and_the_sentence_are() -> None:
    long = replace(EVIDENCE, sentence=Sentence("word " * 400, 0, 2000))
    answer = replace(ANSWER, request=replace(REQUEST, question="ship " * 200), evidence=(long,))
    assert len(repr(answer)) < 200
    assert len(repr(long)) < 300


@pytest.mark.parametrize("stated", ["2022-02-30", "2022-13-01", "2022-00-10", "0000-01-01", "2022-12", "--12-10", None])
def test_an_article_is_published_on_no_day_that_there_is_not(stated: str | None) -> None:
    assert replace(ARTICLE, date=stated).published is None
