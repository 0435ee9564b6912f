"""Asking: the contract of `Archive.ask` and `retrieve`, over an archive small enough to judge by eye."""

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from qa.archive.archive import Archive, articles_folder
from qa.articles.plain_text import plain
from qa.errors import (
    ArchiveClosed,
    FolderMissing,
    FolderShrunk,
    InvalidFilter,
    InvalidLimit,
    InvalidQuestion,
    NotInArchive,
    QaError,
)
from qa.index.index import Index, View
from qa.records import KINDS, Answer, Kind, ModelNames, Topic
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.models import Believing, Liking

QUESTION = "How long is the border along the river?"
EVERYTHING = "Where are trade, river and music?"


def test_the_passage_that_answers_comes_first_with_its_sentence_marked(archive: Archive) -> None:
    answer = archive.ask(QUESTION)
    first = answer.evidence[0]
    assert answer.verdict == "answered"
    assert first.article.file == "border.txt"
    assert first.article.title == "River marks the line"
    assert first.sentence.text == "The border follows the river for 300 miles."


def test_a_wrong_folder_is_said_before_a_model_is_looked_for(tmp_path: Path) -> None:
    with pytest.raises(FolderMissing):
        Archive.build(tmp_path / "nowhere", tmp_path / "new", encoder="no/such-model")
    assert not (tmp_path / "new").exists()


def test_a_question_about_something_else_is_not_answered_and_still_shows_the_closest(archive: Archive) -> None:
    answer = archive.ask("Which password opens the router?")
    assert answer.verdict == "none"
    assert len(answer.evidence) == 5


def test_everything_shown_stands_in_the_article(archive: Archive) -> None:
    for evidence in archive.ask(EVERYTHING, limit=100).evidence:
        passage, sentence = evidence.passage, evidence.sentence
        assert passage.text == evidence.article.text[passage.start : passage.end]
        assert sentence.text == passage.text[sentence.start : sentence.end]


def test_the_models_that_answer_are_named_and_a_reader_only_where_it_reads(archive: Archive, tmp_path: Path) -> None:
    def models(settings: Settings) -> ModelNames:
        reader, reranker, encoder = Believing("ship"), Liking("ship"), HandEncoder()
        index = tmp_path / "index"
        return Archive.open(index, encoder=encoder, reader=reader, reranker=reranker, settings=settings).models

    assert archive.models == ModelNames("hand", "hand-1", reader=False, reranker=None)
    assert models(Settings()) == ModelNames("hand", "hand-1", reader=True, reranker="liking")
    assert models(Settings(read=0)) == ModelNames("hand", "hand-1", reader=False, reranker="liking")


def test_scores_fall_and_are_the_sum_of_their_parts(archive: Archive) -> None:
    evidence = archive.ask(EVERYTHING, limit=100).evidence
    scores = [it.score for it in evidence]
    assert scores == sorted(scores, reverse=True)
    for it in evidence:
        assert it.score == pytest.approx(sum(it.parts.values()))
        assert it.probability is not None
        assert 0 <= it.probability <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_limit_as_large_as_the_archive_shows_every_passage(archive: Archive, kind: Kind) -> None:
    assert len(archive.ask("river", limit=1000, kind=kind).evidence) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_pages_follow_each_other_without_a_gap(archive: Archive, kind: Kind) -> None:
    def ids(limit: int, offset: int) -> list[str]:
        return [it.passage.id for it in archive.ask("river", limit, offset=offset, kind=kind).evidence]

    assert [it for offset in range(0, 6, 2) for it in ids(2, offset)] == ids(6, 0)
    assert ids(5, 6) == []


def test_a_longer_list_begins_with_the_shorter_and_has_the_same_verdict(folder: Path, tmp_path: Path) -> None:
    for number in range(160):
        words = " ".join(f"{word}{number % 7}" for word in ("harbour", "council", "market")) + " trade" * (number % 5)
        (folder / f"more-{number}.txt").write_text(f"Report {number}\n\nThe {words} met at the river {number} times.\n")
    archive = Archive.build(folder, tmp_path / "many", encoder=HandEncoder())
    whole = archive.ask("Where do council3 and trade meet?", limit=1000)
    assert len(whole.evidence) > 120
    pages = [archive.ask("Where do council3 and trade meet?", 9, offset=at) for at in range(0, len(whole.evidence), 9)]
    shown = [(it.passage.id, it.score, it.probability) for page in pages for it in page.evidence]
    assert shown == [(it.passage.id, it.score, it.probability) for it in whole.evidence]
    assert {(page.verdict, page.confidence) for page in pages} == {(whole.verdict, whole.confidence)}


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        ({"after": "2021-01-01"}, {"trade.txt"}),
        ({"before": "2020-12-31"}, {"music.txt"}),
        ({"after": "2020-05-04", "before": "2020-05-04"}, {"music.txt"}),
        ({"after": "2020", "before": "2021"}, {"music.txt", "trade.txt"}),
        ({"outlets": ["EXAMPLE wire"]}, {"trade.txt"}),
        ({"places": ["portville"]}, {"trade.txt"}),
        ({"articles": ["border.txt"]}, {"border.txt"}),
        ({"outlets": ["Example Wire"], "before": "2020"}, set()),
        ({"outlets": ["Example"]}, set()),
    ],
)
def test_filters_decide_what_is_searched(archive: Archive, filters: dict[str, object], files: set[str]) -> None:
    answer = archive.ask(EVERYTHING, limit=100, **filters)  # type: ignore[arg-type]
    assert {it.article.file for it in answer.evidence} == files


@pytest.mark.parametrize("stated", ["AT&amp;T News", "AT&amp;amp;T News", "AT&T News", "Cafe\u0301 \u200bNews"])
def test_an_outlet_is_found_by_its_name_as_stated_and_as_shown(folder: Path, tmp_path: Path, stated: str) -> None:
    (folder / "stated.txt").write_text(f"---\noutlet: {stated}\nplace: {stated}\n---\nTrade\n\nTrade by river rose.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert archive.article("stated.txt").outlet == stated
    for name in (stated, plain(stated), plain(stated).upper()):
        for answer in (archive.ask("trade", outlets=[name]), archive.ask("trade", places=[name])):
            assert [it.article.file for it in answer.evidence] == ["stated.txt"]
    with pytest.raises(InvalidFilter, match="which is empty"):
        archive.ask("trade", outlets=["\u200b", "Example Wire"])


def test_a_filter_comes_before_the_best_are_taken(archive: Archive) -> None:
    assert [it.article.file for it in archive.ask(QUESTION, 1, articles=["music.txt"]).evidence] == ["music.txt"]


def test_a_date_filter_says_how_many_articles_state_no_full_date(archive: Archive) -> None:
    assert archive.ask("trade", after="2000").undated == 1
    assert archive.ask("trade", after="2000", outlets=["Example Wire"]).undated == 0
    assert archive.ask("trade").undated == 0


def test_nothing_to_search_is_not_answered(archive: Archive) -> None:
    answer = archive.ask("Where is trade?", outlets=["Nobody"])
    assert (answer.verdict, answer.confidence, answer.best, answer.evidence) == ("none", 0.0, None, ())
    answer = archive.ask("trade", outlets=["Nobody"])
    assert (answer.topic, answer.evidence) == (Topic("trade", 0, 0), ())


def test_newest_and_oldest_order_by_stated_date_with_the_undated_last(archive: Archive) -> None:
    for order, files in (("newest", ["trade.txt", "music.txt"]), ("oldest", ["music.txt", "trade.txt"])):
        answer = archive.ask("What did the president say?", 100, order=order)
        assert [it.article.file for it in answer.evidence if it.relevant] == files
        relevant = [it.relevant for it in answer.evidence]
        assert relevant == sorted(relevant, reverse=True), "what is less relevant follows, by date too"
        for question in ("Where is the river?", "river"):
            answer = archive.ask(question, 100, order=order)
            assert [it.article.file for it in answer.evidence if it.relevant] == [
                "music.txt",
                "border.txt",
                "border.txt",
            ]


@pytest.mark.parametrize(
    ("ask", "error"),
    [
        (lambda it: it.ask(""), InvalidQuestion),
        (lambda it: it.ask(" \n "), InvalidQuestion),
        (lambda it: it.ask("x" * 10_000), InvalidQuestion),
        (lambda it: it.ask("🙂🙂🙂"), InvalidQuestion),
        (lambda it: it.ask("trade", 0), InvalidLimit),
        (lambda it: it.ask("trade", -1), InvalidLimit),
        (lambda it: it.ask("trade", 1001), InvalidLimit),
        (lambda it: it.ask("trade", offset=-1), InvalidLimit),
        (lambda it: it.ask("trade", after="2023", before="2022"), InvalidFilter),
        (lambda it: it.ask("trade", after="2023-02-30"), InvalidFilter),
        (lambda it: it.ask("trade", order="random"), InvalidFilter),
        (lambda it: it.ask("trade", kind="list"), InvalidFilter),
        (lambda it: it.ask("trade", outlets=[None]), InvalidFilter),
    ],
)
def test_what_cannot_be_asked_is_a_typed_error_of_one_line(
    archive: Archive, ask: Callable[[Archive], object], error: type[QaError]
) -> None:
    with pytest.raises(error) as caught:
        ask(archive)
    assert "\n" not in str(caught.value)


def test_a_passage_is_found_again_by_its_id_after_a_rebuild(archive: Archive, folder: Path, tmp_path: Path) -> None:
    shown = archive.ask(QUESTION).evidence[0].passage
    (folder / "border.txt").write_text((folder / "border.txt").read_text() + "\n\nThe bank is near.\n")
    rebuilt = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert rebuilt.passage(shown.id).passage.text == shown.text


def test_a_rebuild_takes_in_whatever_changed_in_the_folder_and_the_next_question_is_answered_from_it(
    archive: Archive, folder: Path
) -> None:
    assert archive.folder.resolve() == folder
    (folder / "bridge.txt").write_text("Bridge opens\n\nThe bridge over the bay opened in June.\n")
    (folder / "music.txt").unlink()
    report = archive.rebuild()
    assert (report.added, report.removed, report.unchanged) == (1, 1, 2)
    assert archive.ask("When did the bridge open?").evidence[0].article.file == "bridge.txt"
    with pytest.raises(NotInArchive):
        archive.article("music.txt")
    assert archive.rebuild().revision == report.revision


def test_a_rebuild_asks_before_it_drops_more_than_half_of_the_articles(archive: Archive, folder: Path) -> None:
    for name in ("music.txt", "trade.txt"):
        (folder / name).unlink()
    with pytest.raises(FolderShrunk, match="2 of the 3 articles"):
        archive.rebuild()
    assert archive.status().articles == 3
    assert archive.rebuild(yes=True).removed == 2


def test_what_is_not_in_the_archive_is_a_typed_error(archive: Archive) -> None:
    for lookup in (archive.passage, archive.article, archive.passages):
        with pytest.raises(NotInArchive):
            lookup("no such thing")
        with pytest.raises(NotInArchive):
            lookup("no text: \udcff")


def test_an_article_and_its_passages_can_be_read(archive: Archive) -> None:
    article = archive.article("trade.txt")
    assert (article.outlet, article.date, article.place) == ("Example Wire", "2021-03-03", "PORTVILLE")
    assert [passage.number for passage in archive.passages("trade.txt")] == [1, 2]


def test_passages_are_read_of_one_revision_though_their_article_goes_meanwhile(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected, view = archive.passages("trade.txt"), Index.view

    @contextmanager
    def gone_after(index: Index) -> Iterator[View]:
        with view(index) as seen:
            yield seen
        (folder / "trade.txt").unlink(missing_ok=True)
        Archive.build(folder, index.folder, encoder=HandEncoder())

    monkeypatch.setattr(Index, "view", gone_after)
    assert archive.passages("trade.txt") == expected
    with pytest.raises(NotInArchive):
        archive.passages("trade.txt")


def test_many_threads_ask_at_once_and_get_what_one_gets(archive: Archive) -> None:
    expected = archive.ask(QUESTION)
    answers: list[Answer] = []

    def ask() -> None:
        answers.extend(archive.ask(QUESTION) for _ in range(20))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [expected] * 120


def test_an_index_knows_the_folder_it_follows(archive: Archive, folder: Path, tmp_path: Path) -> None:
    assert articles_folder(tmp_path / "index") == folder


def test_paths_may_be_strings_and_missing_folders_are_made(folder: Path, tmp_path: Path) -> None:
    built = Archive.build(str(folder), str(tmp_path / "not" / "yet" / "there"), encoder=HandEncoder())
    assert built.status().articles == 3


@pytest.mark.parametrize("question", [None, 5, ["who", "sails"]])
def test_what_is_no_text_is_no_question(archive: Archive, question: object) -> None:
    with pytest.raises(TypeError, match="the question must be text"):
        archive.ask(question)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the question must be text"):
        archive.survey(question)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "use",
    [
        lambda it: it.ask("How long is the border?"),
        lambda it: it.ask_many([]),
        lambda it: it.survey("border"),
        lambda it: it.status(),
        lambda it: it.contents(),
        lambda it: it.article("trade.txt"),
        lambda it: it.add("The council met on Monday."),
        lambda it: it.add_many([]),
        lambda it: it.remove("x"),
        lambda it: it.update([]),
        lambda it: it.rebuild(),
    ],
)
def test_an_archive_can_be_closed_and_says_so_afterwards(archive: Archive, use: Callable[[Archive], object]) -> None:
    with archive as opened:
        assert opened.ask("How long is the border?").evidence
    with pytest.raises(ArchiveClosed, match=r"open it again with `Archive\.open`"):
        use(archive)
    archive.close()


@pytest.mark.parametrize(
    ("use", "said"),
    [
        (lambda it: it.remove(None), "id must be str, not NoneType"),
        (lambda it: it.remove(["a", "b"]), "id must be str, not list"),
        (lambda it: it.article(None), "file must be str, not NoneType"),
        (lambda it: it.versions(b"trade.txt"), "file must be str, not bytes"),
        (lambda it: it.passages(5), "file must be str, not int"),
        (lambda it: it.passage(None), "passage_id must be str"),
        (lambda it: it.replacement(5), "passage_id must be str"),
        (lambda it: it.map_places("0123456789abcdef"), "passage_ids must be several"),
        (lambda it: it.answer("trade"), r"write SearchRequest\(question\), or use `ask`"),
        (lambda it: it.survey_of(None), "must be a SearchRequest, not NoneType"),
        (lambda it: it.open(it.status().folder, settings={}), "settings must be Settings, not dict"),
    ],
)
def test_what_is_of_another_type_is_a_type_error_that_says_what_is_wanted(
    archive: Archive, use: Callable[[Archive], object], said: str
) -> None:
    with pytest.raises(TypeError, match=said):
        use(archive)


@pytest.mark.parametrize("chosen", [{"encoder": 5}, {"encoder": False}, {"reader": 5}, {"reranker": 5}])
def test_what_is_no_model_is_a_type_error(archive: Archive, tmp_path: Path, chosen: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="which has no method"):
        Archive.open(tmp_path / "index", **{"encoder": HandEncoder(), **chosen})


def test_one_path_can_be_updated_as_several_can(archive: Archive, folder: Path) -> None:
    (folder / "trade.txt").write_text("Trade falls\n\nThe bank expects less trade next year.\n")
    assert archive.update(str(folder / "trade.txt")).changed == 1
    assert archive.update(folder / "trade.txt").unchanged == 1


def test_a_console_prints_of_an_archive_where_it_is_and_how_much_it_holds(archive: Archive, tmp_path: Path) -> None:
    assert repr(archive) == f"<Archive '{tmp_path / 'index'}': 3 articles, revision 1>"
    shutil.rmtree(tmp_path / "index")
    assert repr(archive) == f"<Archive '{tmp_path / 'index'}', which cannot be read>"
