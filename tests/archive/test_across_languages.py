"""Asked in Russian or Kazakh, English articles are found by meaning, and the verdict does not deny what they say."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.models.encoder.choice import find_encoder
from qa.page.rendering.explanations import explanation
from qa.page.words.english import ENGLISH
from qa.settings import Settings
from tests.conftest import SEEDS

pytestmark = pytest.mark.model

ASKED = (
    ("Какова длина границы между Казахстаном и Россией?", "7,591 kilometers"),
    ("Когда Токаев приедет в Россию с государственным визитом?", "November 12"),
    ("Что предложил построить в Казахстане президент на встрече 10 октября?", "nuclear power plant"),
    ("Қазақстан мен Ресей шекарасының ұзындығы қанша?", "7,591 kilometers"),
    ("Тоқаев Ресейге мемлекеттік сапармен қашан барады?", "November 12"),
    ("Wie lang ist die Grenze zwischen Kasachstan und Russland?", "7,591 kilometers"),
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    where: Path = tmp_path_factory.mktemp("across") / "index"
    return Archive.build(SEEDS, where, encoder="multilingual", settings=Settings())


@pytest.mark.parametrize(("question", "answer"), ASKED)
def test_the_right_passage_is_first_and_is_not_denied(archive: Archive, question: str, answer: str) -> None:
    found = archive.ask(question)
    assert answer in found.evidence[0].passage.text
    assert found.verdict in {"answered", "weak"}
    assert found.readable == ()


def test_an_answer_in_another_language_is_said_to_be_found_by_meaning(archive: Archive) -> None:
    russian, english = archive.ask(ASKED[0][0]), archive.ask("How long is the border between Kazakhstan and Russia?")
    assert (russian.language, russian.found_by_meaning) == ("ru", True)
    assert (english.language, english.found_by_meaning) == ("en", False)
    assert ENGLISH.answer.by_meaning in explanation(russian, {1: 1}, ENGLISH)
    assert ENGLISH.answer.by_meaning not in explanation(english, {1: 1}, ENGLISH)


def test_no_name_is_called_missing_where_it_is_written_with_other_letters(archive: Archive) -> None:
    assert archive.ask("Что Лавров сказал о долларе?").lacking == ()
    assert archive.ask("Что Лавров сказал о 9999 долларах?").lacking == ("9999",)


def test_what_is_not_there_is_not_called_answered(archive: Archive) -> None:
    for question in ("Почему пингвины не мёрзнут?", "Кто написал роман «Война и мир»?", "Пингвиндер неге тоңбайды?"):
        assert archive.ask(question).verdict != "answered"


def test_an_english_question_is_read_beside_the_multilingual_encoder_and_no_other_is(archive: Archive) -> None:
    assert "reader" in archive.ask("How long is the border between Kazakhstan and Russia?").evidence[0].parts
    assert "reader" not in archive.ask(ASKED[0][0]).evidence[0].parts


def test_a_russian_question_finds_an_english_article_beside_russian_ones(tmp_path: Path) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    for seed in SEEDS.iterdir():
        (folder / seed.name).write_bytes(seed.read_bytes())
    for number, matter in enumerate(("Музей открыл выставку старых карт", "Завод увеличил выпуск тракторов")):
        text = f"{matter}, сообщили в пресс-службе области. Посетители и рабочие остались довольны, говорится там."
        (folder / f"ru{number}.txt").write_text(f"{matter}\n\n{text}\n\n{text} Подробности будут позже.\n", "utf-8")
    mixed = Archive.build(folder, tmp_path / "index", encoder=find_encoder("multilingual"))
    answer = mixed.ask(ASKED[0][0])
    assert "7,591" in answer.evidence[0].passage.text
    assert mixed.ask("Что открыл музей?").evidence[0].article.file == "ru0.txt"
