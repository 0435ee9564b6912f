"""What is called missing is missing, whatever narrows the search and however a word is written."""

from dataclasses import replace
from pathlib import Path
from typing import Unpack

import pytest

from qa.archive.archive import Archive
from qa.archive.many.keywords import AskKeywords
from qa.records import Absence
from qa.retrieval import verdict
from tests.support.denied import deny_everything
from tests.support.hand_encoder import HandEncoder

ARTICLES = {
    "harbour.txt": "Harbour opens\n\n5 May 2020\n\nMinister Ivanova opened the harbour. Ships came from Portville.\n\n"
    "A crane of 450 tonnes lifts the cargo.",
    "concert.txt": "---\noutlet: Example Wire\ndate: 2021-05-04\n---\nConcert in the park\n\n"
    "Orlov sang in the park, and the mayor danced."
    "\n\nThe piano was from Portville.",
    "market.txt": "Market moves\n\n3 May 2022\n\nOrlov sells apples beside the crane. Nobody buys pears.",
    "gallery.txt": "Кирпичный завод\n\n"
    "Кирпичный завод в городе Портвилле увеличил выпуск кирпича, сообщил директор завода.",
}


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """An archive that denies everything, so that of every question it says what is missing."""
    deny_everything(monkeypatch)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Archive.build(folder, tmp_path / "index", encoder=HandEncoder())


def missing(archive: Archive, question: str, **keywords: Unpack[AskKeywords]) -> Absence:
    answer = archive.ask(question, **keywords)
    assert answer.verdict == "none"
    assert answer.absence is not None
    return answer.absence


def test_words_that_no_passage_holds_are_named_as_they_were_typed_once_each(archive: Archive) -> None:
    found = missing(archive, "Did Zhukov's penguins, zhukov or 777 PENGUINS sail from the harbour?")
    assert found.nowhere == ("Zhukov", "penguins", "777", "sail")
    assert (found.searched, found.read) == (6, 0)


def test_another_form_a_headline_and_another_way_of_writing_count_as_held(archive: Archive) -> None:
    assert missing(archive, "Which cargo-crane moved the 450-tonne concert's Apple?").nowhere == ()


@pytest.mark.parametrize(
    "question",
    [
        "Who is it?",
        "What did she say about them?",
        "Who did NOT do that for US?",
        "WHAT WAS THERE?",
        "Когда и где?",
    ],
)
def test_little_words_and_those_that_ask_are_never_missing(archive: Archive, question: str) -> None:
    found = missing(archive, question, kind="question")
    assert (found.nowhere, found.apart, found.nearest) == ((), (), ())


def test_words_that_stand_in_no_article_together_are_the_rarest_pair(archive: Archive) -> None:
    found = missing(archive, "Did Ivanova dance with Orlov in Portville?")
    assert (found.nowhere, found.apart) == ((), ("Ivanova", "dance"))
    assert missing(archive, "Did Orlov stand beside a piano in Portville?").apart == ("beside", "piano")
    assert missing(archive, "Who sang of a piano from Portville with Orlov?").apart == (), (
        "in two passages of one article"
    )


def test_where_every_pair_stands_together_as_few_words_as_can_be_are_named(archive: Archive) -> None:
    assert missing(archive, "Portville crane Orlov?", kind="question").apart == ("Portville", "crane", "Orlov")
    assert missing(archive, "Which Portville crane did Orlov open cargo with?").apart == ("Orlov", "cargo")


def test_filters_count_for_what_is_missing_and_for_how_much_was_searched(archive: Archive) -> None:
    question = "Did Orlov see the crane in Portville?"
    assert missing(archive, question).nowhere == ("see",)
    wire = missing(archive, question, outlets=["Example Wire"])
    assert (wire.nowhere, wire.apart, wire.searched) == (("see", "crane"), (), 2)
    later = missing(archive, question, after="2021")
    assert (later.nowhere, later.apart, later.searched) == (("see",), ("crane", "Portville"), 3)
    assert {it.file for it in later.nearest} <= {"concert.txt", "market.txt"}
    one = missing(archive, question, articles=["market.txt"])
    assert (one.nowhere, one.apart, one.searched) == (("see", "Portville"), (), 1)


def test_filters_that_leave_nothing_leave_nothing_to_be_missing(archive: Archive) -> None:
    assert missing(archive, "Did Orlov see penguins?", after="2030") == Absence((), (), (), 0, 0)


def test_what_is_excluded_is_not_searched(archive: Archive) -> None:
    found = missing(archive, "Did Orlov sing -piano -mayor?")
    assert (found.nowhere, found.searched) == (("sing",), 4)
    assert "piano" not in found.apart


def test_quoted_words_are_looked_for_one_by_one_in_all_that_is_searched(archive: Archive) -> None:
    answer = archive.ask('Did "Orlov sang" beside the harbour?')
    assert answer.unheld == ()
    assert answer.absence is not None
    assert (answer.absence.nowhere, answer.absence.apart) == ((), ("sang", "beside"))
    assert answer.absence.searched == 6
    unheld = archive.ask('Did "Orlov the penguin" sing?')
    assert unheld.unheld == ("Orlov the penguin",)
    assert unheld.absence is not None
    assert unheld.absence.nowhere == ("penguin", "sing"), "“sang” is no form that the index knows"


def test_a_corrected_word_is_not_missing_and_one_searched_for_as_typed_is(archive: Archive) -> None:
    answer = archive.ask("Where is the habrour of Ivanowa?")
    assert [it.meant for it in answer.corrections] == ["harbour", "Ivanova"]
    assert answer.absence is not None
    assert answer.absence.nowhere == ()
    assert missing(archive, "Where is the habrour of Ivanowa?", as_written=True).nowhere == ("habrour", "Ivanowa")
    elsewhere = missing(archive, "Where is the habrour of Ivanowa?", articles=["market.txt"])
    assert elsewhere.nowhere == ("harbour", "Ivanova"), "what was searched for instead"


def test_the_nearest_passage_for_each_piece_is_one_that_holds_it(archive: Archive) -> None:
    found = missing(archive, "Did Ivanova dance with Orlov in Portville?")
    nearest = {it.words: it for it in found.nearest}
    assert nearest["Ivanova",].sentence.text == "Minister Ivanova opened the harbour."
    assert nearest["dance",].sentence.text.endswith("the mayor danced.")
    assert all(it.held for it in found.nearest)
    for it in found.nearest:
        passage = archive.passage(it.passage_id).passage
        assert passage.text[it.sentence.start : it.sentence.end] == it.sentence.text
        assert (passage.number, passage.language) == (it.paragraph, it.language)


def test_for_what_stands_nowhere_the_passage_nearest_in_meaning_is_shown(archive: Archive) -> None:
    found = missing(archive, "Where do ship and penguin meet?")
    (nearest,) = (it for it in found.nearest if not it.held)
    assert nearest.words == ("penguin", "meet")
    assert nearest.file in ARTICLES


def test_in_a_language_that_no_article_is_in_no_word_is_called_missing(archive: Archive) -> None:
    found = missing(archive, "Wer hat die Pinguine von Zhukov im Zoo gesehen und warum haben sie nicht getanzt?")
    assert (found.nowhere, found.apart, found.nearest, found.searched) == ((), (), (), 6)


def test_where_only_articles_in_another_language_are_searched_no_word_is_called_missing(archive: Archive) -> None:
    found = missing(archive, "Кто видел пингвинов на этом заводе?", languages=["en"])
    assert (found.nowhere, found.apart, found.nearest) == ((), (), ())
    russian = missing(archive, "Кто видел пингвинов на этом заводе?", languages=["ru"])
    assert russian.nowhere == ("видел", "пингвинов")


def test_a_word_is_not_missing_that_stands_in_a_language_few_articles_are_in(tmp_path: Path, archive: Archive) -> None:
    folder = tmp_path / "articles"
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Ward {number}\n\nThe council of ward {number} met and chose a clerk.\n")
    german = "Die Zeitungsleserinnen und Abgeordneten haben den neuen Haushalt der Stadt gestern lange besprochen."
    (folder / "german.txt").write_text(f"Haushalt besprochen\n\n{german}\n\n{german} Er war umstritten.\n")
    archive.rebuild()
    assert archive.passages("german.txt")[0].language == "de"
    assert missing(archive, "Which council met the Zeitungsleserinnen and Abgeordneten?").nowhere == ()


def test_only_a_denied_question_has_an_absence(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    assert archive.ask("penguins").absence is None, "a topic"
    monkeypatch.setattr(verdict, "SHIPPED", replace(verdict.SHIPPED, weak=0.0))
    assert archive.ask("Where is the penguin?").absence is None


def test_an_archive_without_passages_has_searched_none(tmp_path: Path) -> None:
    empty = Archive.create(tmp_path / "empty", encoder=HandEncoder())
    assert missing(empty, "Who saw Zhukov?") == Absence((), (), (), 0, 0)
