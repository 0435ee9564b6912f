"""A misspelt word finds what it means, and never in silence; a word that some passage holds stays as it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.index.index import Index
from qa.index.lexical.asked_words import asked_words
from qa.index.lexical.index import LexicalIndex
from qa.records import Correction, SearchRequest, Topic
from qa.retrieval.spelling import find_corrections
from tests.support.hand_encoder import HandEncoder

ARTICLES = {
    "kazakhstan.txt": "Tokayev opens the bridge\n\nPresident Nazarbayev met Schröder in Astana. A singer sang.\n",
    "spies.txt": "The long goodbye\n\nNazarbajev is another man, who governs the Karakalpakstan games.\n",
    "zoo.txt": "At the zoo\n\nA panda named Pandora plays 12345 games. The зоопарк among parks closes at night.\n",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spelt") / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text)
    Archive.build(folder, folder.parent / "index", encoder=HandEncoder())
    return folder.parent / "index"


def read_as(index: Path, question: str) -> dict[str, str]:
    with Index(index).view() as view:
        corrections = find_corrections(question, asked_words(question, "en"), "en", view)
    return {it.word: it.meant for it in corrections}


@pytest.mark.parametrize(
    ("question", "corrections"),
    [
        ("Who met Nazabayev?", {"Nazabayev": "Nazarbayev"}),
        ("who met nazarbyaev?", {"nazarbyaev": "nazarbayev"}),
        ("WHO MET NAZARBYAEV?", {"NAZARBYAEV": "NAZARBAYEV"}),
        ("who ran the Karakalpkstan Gemes?", {"Karakalpkstan": "Karakalpakstan", "Gemes": "Games"}),
        ("where is schrödre?", {"schrödre": "schröder"}),
        ("Whom did Schroeder meet, or Schroder?", {"Schroeder": "Schröder"}),
        ("Where is Schrödre?", {"Schrödre": "Schröder"}),
        ("What did Toakyev open?", {"Toakyev": "Tokayev"}),
        ("When closes the зопарк?", {"зопарк": "зоопарк"}),
        ("Are there games in Karakalpkstn?", {"Karakalpkstn": "Karakalpakstan"}),
    ],
)
def test_a_word_that_no_passage_holds_is_read_as_the_nearest_that_one_holds(
    index: Path, question: str, corrections: dict[str, str]
) -> None:
    assert read_as(index, question) == corrections


@pytest.mark.parametrize(
    "question",
    [
        "Who is Nazarbayev?",
        "What do pandas eat?",  # another form of a word that is there
        "Who sees Dandora?",  # its first letter is another
        "Is there a zo?",
        "Is it 12346?",
        "Who is Karakalp?",
        "What is Pandemonium?",
        "Who went along?",  # there is "among", but this is a common word
    ],
)
def test_known_words_short_ones_numbers_and_far_ones_stay(index: Path, question: str) -> None:
    assert read_as(index, question) == {}


def test_of_equally_near_words_the_one_beside_the_other_words_of_the_question_is_meant(index: Path) -> None:
    assert read_as(index, "Who met Nazarbaev in Astana?") == {"Nazarbaev": "Nazarbayev"}
    assert read_as(index, "What goodbye of Nazarbaev governs games?") == {"Nazarbaev": "Nazarbajev"}


def test_an_answer_says_what_was_read_as_what_and_is_the_answer_to_that(index: Path) -> None:
    archive = Archive.open(index, encoder=HandEncoder())
    answer, meant = archive.ask("Whom did Nazabayev meet?"), archive.ask("Whom did Nazarbayev meet?")
    assert answer.corrections == (Correction("Nazabayev", "Nazarbayev"),)
    assert answer.question == "Whom did Nazabayev meet?"
    assert (answer.evidence, answer.confidence) == (meant.evidence, meant.confidence)
    assert meant.corrections == ()


@pytest.mark.parametrize("words", ["Whom did Nazabayev meet?", "Tell me about Nazabayev", "nazabayev"])
def test_whoever_asks_for_words_as_they_are_written_gets_no_others(index: Path, words: str) -> None:
    archive = Archive.open(index, encoder=HandEncoder())
    asked, kept = archive.ask(words), archive.ask(words, as_written=True)
    assert [it.meant.lower() for it in asked.corrections] == ["nazarbayev"]
    assert kept.corrections == ()
    assert (asked.request.as_written, kept.request.as_written) == (False, True)
    held, held_as_written = ({it.article.file: it.parts["words"] for it in answer.evidence} for answer in (asked, kept))
    assert held["kazakhstan.txt"] > held_as_written["kazakhstan.txt"]


def test_a_topic_is_counted_as_it_was_corrected_and_as_written_as_it_was_written(index: Path) -> None:
    archive = Archive.open(index, encoder=HandEncoder())
    assert archive.ask("nazabayev").topic == Topic("nazarbayev", 1, 1)
    assert archive.ask("nazabayev", as_written=True).topic == Topic("nazabayev", 0, 0)
    for as_written, passages in ((False, 1), (True, 0)):
        assert archive.survey_of(SearchRequest("nazabayev", as_written=as_written)).passages == passages


def test_quoted_and_excluded_words_stay_as_they_are_and_others_do_not(index: Path) -> None:
    archive = Archive.open(index, encoder=HandEncoder())
    answer = archive.ask('Whom did "Nazabayev" meet, -Toakyev, in the зопарк?')
    assert answer.corrections == (Correction("зопарк", "зоопарк"),)
    assert answer.unheld == ("Nazabayev",)
    assert archive.ask('Did Nazabayev meet "the Nazabayev"?').corrections == ()


def test_an_archive_without_a_word_corrects_nothing(index: Path) -> None:
    question = "Who met Nazabayev in Karakalpkstn?"
    assert read_as(index, question)
    with Index(index).view() as view:
        wordless = replace(view, snapshot=replace(view.snapshot, lexical=LexicalIndex.of(())))
        assert find_corrections(question, asked_words(question, "en"), "en", wordless) == ()
