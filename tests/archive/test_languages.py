"""An archive in several languages: each article has its own, is filtered and counted by it, and found by its words."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.index.held_languages import held_languages, main_languages
from qa.index.index import Index
from tests.articles.test_language import ENGLISH, FRENCH, KAZAKH, RUSSIAN
from tests.support.hand_encoder import HandEncoder

ARTICLES = {
    "en.txt": f"Border talks\n\n{ENGLISH} Putin agreed.\n\nThe border is 7,591 kilometres long, they said.\n",
    "ru.txt": f"Переговоры\n\n{RUSSIAN}\n\nПо словам Путина, санкции не обсуждались, а переговоры прошли хорошо.\n",
    "kk.txt": f"Келіссөз\n\n{KAZAKH}\n\nШекараның ұзындығы 7 591 шақырым екенін президенттер атап өтті.\n",
    "both.txt": f"Келіссөз\n\n{KAZAKH} Олар бір сағат сөйлесті.\n\n{RUSSIAN} Они говорили час.\n",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("languages") / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Archive.build(folder, folder.parent / "index", encoder=HandEncoder())


def test_each_article_and_passage_has_its_language(archive: Archive) -> None:
    languages = {it: (archive.article(it).language, archive.article(it).second_language) for it in ARTICLES}
    assert languages == {
        "en.txt": ("en", None),
        "ru.txt": ("ru", None),
        "kk.txt": ("kk", None),
        "both.txt": ("kk", "ru"),
    }
    assert [it.language for it in archive.passages("both.txt")] == ["kk", "ru"]
    assert {it.language for it in archive.contents(limit=9).articles} == {"en", "ru", "kk"}


@pytest.mark.parametrize(
    ("languages", "files"),
    [
        (["ru"], {"ru.txt", "both.txt"}),
        (["kk"], {"kk.txt", "both.txt"}),
        (["ru-RU", "en"], {"ru.txt", "both.txt", "en.txt"}),
        (["de"], set()),
    ],
)
def test_a_filter_leaves_the_articles_that_are_in_one_of_its_languages(
    archive: Archive, languages: list[str], files: set[str]
) -> None:
    answer = archive.ask("президент президенттер president", limit=20, languages=languages)
    assert {it.article.file for it in answer.evidence} == files
    assert answer.unknown.languages == tuple(it for it in languages if it == "de")


def test_as_many_are_counted_in_a_language_as_an_answer_in_it_has(archive: Archive) -> None:
    question = "7,591"
    counted = {it.name: it.passages for it in archive.survey(question).languages}
    assert counted.keys() == {"en", "kk"}
    for language, passages in counted.items():
        assert archive.ask(question, limit=20, languages=[language]).relevant == passages


@pytest.mark.parametrize("question", ["Что сказал Путин о санкциях?", "Говорил ли о санкции Путину кто-нибудь?"])
def test_a_word_is_found_in_any_of_its_forms_and_none_is_taken_for_a_misspelling(
    archive: Archive, question: str
) -> None:
    answer = archive.ask(question)
    assert answer.language == "ru"
    assert answer.corrections == ()
    assert answer.evidence[0].article.file == "ru.txt"


def test_kazakh_words_are_never_corrected_and_their_forms_are_found(archive: Archive) -> None:
    answer = archive.ask("Шекараның ұзындығы қанша шақырым?")
    assert (answer.language, answer.corrections) == ("kk", ())
    assert answer.evidence[0].article.file == "kk.txt"


def test_words_of_a_language_that_the_archive_lacks_are_not_taken_for_misspelt_ones(archive: Archive) -> None:
    answer = archive.ask("Wo haben sich die beiden Prasident getroffen, um uber die Bordera zu sprechen?")
    assert (answer.language, answer.corrections) == ("de", ())


def test_quoted_and_excluded_words_are_compared_in_the_language_of_the_passage(archive: Archive) -> None:
    assert {it.article.file for it in archive.ask('"По словам Путина"').evidence} == {"ru.txt"}
    left = archive.ask("Who met: президенты, президенттер or presidents? -Путину", limit=20).evidence
    assert left
    assert not any("Путин" in it.passage.text for it in left)


def test_an_article_that_alone_seems_to_be_in_a_language_does_not_make_it_one_of_the_archives(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.txt").write_text(f"Border talks {number}\n\n{ENGLISH}\n", encoding="utf-8")
    (folder / "list.txt").write_text(f"Talks\n\n{FRENCH}\n", encoding="utf-8")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    with Index(tmp_path / "index").view() as view:
        assert held_languages(view.snapshot.catalogue) == ("en", "fr")
        assert main_languages(view.snapshot.catalogue) == ("en",)
    assert archive.ask("Who spoke about the border?").language == "en"
    assert archive.ask("Qui s'est réuni lundi pour parler de la frontière ?").language == "fr"


def test_five_articles_in_a_language_make_it_one_of_those_of_a_larger_archive(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(260):
        (folder / f"{number}.txt").write_text(f"Border talks {number}\n\n{ENGLISH}\n", encoding="utf-8")
    for number in range(5):
        (folder / f"fr{number}.txt").write_text(f"Frontière {number}\n\n{FRENCH}\n", encoding="utf-8")
    Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    with Index(tmp_path / "index").view() as view:
        assert main_languages(view.snapshot.catalogue) == ("en", "fr")


def test_a_paragraph_in_other_letters_is_not_in_the_language_of_its_article(tmp_path: Path) -> None:
    folder = tmp_path / "quoting"
    folder.mkdir()
    text = f"Border talks\n\n{ENGLISH} {ENGLISH}\n\nНачальником порта назначен Алексей Ёлкин, сообщили в порту.\n"
    (folder / "quoting.txt").write_text(text, "utf-8")
    quoting = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert quoting.article("quoting.txt").language == "en"
    assert [it.language for it in quoting.passages("quoting.txt")] == ["en", "ru"]
