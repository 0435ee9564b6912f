"""The language of what is read: paragraphs vote, what is stated wins, and few letters say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles import language
from qa.articles.language import detect, detect_among, languages_of, read_tag
from qa.articles.parsing import read_article
from qa.articles.passages import split
from qa.errors import IndexUnwritable
from tests.support.hand_encoder import HandEncoder

ENGLISH = "The two presidents met on Monday to speak about the border between their countries."
RUSSIAN = "Президенты встретились в понедельник, чтобы обсудить границу между своими странами."
KAZAKH = "Президенттер дүйсенбі күні екі елдің арасындағы шекараны талқылау үшін кездесті."
UKRAINIAN = "Президенти зустрілися в понеділок, щоб обговорити кордон між своїми країнами."
GERMAN = "Die beiden Präsidenten trafen sich am Montag, um über die Grenze zu sprechen."
FRENCH = "Les deux présidents se sont rencontrés lundi pour parler de la frontière entre leurs pays."
SPANISH = "Los dos presidentes se reunieron el lunes para hablar de la frontera entre sus países."
CHINESE = "两国总统星期一会面，讨论两国之间的边界问题。"
ARABIC = "التقى الرئيسان يوم الاثنين لبحث مسألة الحدود بين بلديهما."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "en"),
        (RUSSIAN, "ru"),
        (KAZAKH, "kk"),
        (UKRAINIAN, "uk"),
        (GERMAN, "de"),
        (FRENCH, "fr"),
        (SPANISH, "es"),
        (CHINESE, "zh"),
        (ARABIC, "ar"),
        ("7,591", None),
        ("Gordon Brown", None),
        ("", None),
    ],
)
def test_a_paragraph_tells_its_language_and_a_name_or_a_number_tells_none(text: str, expected: str | None) -> None:
    assert detect(text) == expected


@given(st.text(max_size=80))
def test_whatever_the_text_nothing_is_raised_and_one_of_those_in_its_letters_is_chosen(text: str) -> None:
    detect(text)
    assert detect_among(text, ["kk", "ru", "en"]) in {"kk", "ru", "en"}


@pytest.mark.parametrize(
    ("text", "languages", "expected"),
    [
        ("Алексей Ёлкин", ["en", "ru"], "ru"),
        ("Ann Lee", ["ru", "en"], "en"),
        ("Начальником порта назначен Алексей Ёлкин, сообщили в порту.", ["en"], "ru"),
        ("Ёлкин", ["en"], None),
        ("1,450", ["ru"], "ru"),
        ("El president va parlar dimarts amb els veïns.", ["ca"], "ca"),
        ("Рәсәй һәм Казанда очрашу булды.", ["tt"], "tt"),
    ],
)
def test_of_some_languages_those_of_other_letters_are_left_out(
    text: str, languages: list[str], expected: str | None
) -> None:
    assert detect_among(text, languages) == expected


def test_a_temporary_folder_without_room_is_said_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_room(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("py3langid.modelio.tempfile.TemporaryFile", no_room)
    language._identifier.cache_clear()
    with pytest.raises(IndexUnwritable, match=r"No space left on device.*TMPDIR"):
        detect(ENGLISH)
    monkeypatch.undo()
    assert detect(ENGLISH) == "en"


def test_a_second_language_counts_from_a_fifth_of_the_text() -> None:
    assert languages_of([KAZAKH] * 4 + [RUSSIAN]) == ("kk", "ru")
    assert languages_of([ENGLISH] * 20 + [RUSSIAN]) == ("en",)
    assert languages_of([]) == ()


@pytest.mark.parametrize(
    ("value", "tag"), [("en-GB", "en"), ("RU", "ru"), ("nb", "no"), ("zh-Hans-CN", "zh"), ("English", None), ("", None)]
)
def test_a_tag_is_read_by_its_language(value: str, tag: str | None) -> None:
    assert read_tag(value) == tag


def read(text: str) -> tuple[str | None, str | None]:
    article = read_article("a.txt", text.encode()).article
    return article.language, article.second_language


def test_an_article_is_in_the_language_of_its_paragraphs() -> None:
    assert read(f"Встреча\n\n{RUSSIAN}\n\n{RUSSIAN} Переговоры длились час.") == ("ru", None)
    assert read(f"Кездесу\n\n{KAZAKH}\n\n{RUSSIAN}\n\n{KAZAKH} Олар ұзақ сөйлесті.") == ("kk", "ru")


def test_a_stated_language_wins_and_what_is_no_tag_is_left_out() -> None:
    assert read(f"---\nlanguage: uk-UA\n---\n{RUSSIAN}") == ("uk", None)
    assert read(f"---\nlang: ru\n---\n{ENGLISH}") == ("ru", None)
    assert read(f"---\nlanguage: English, I think\n---\n{RUSSIAN}") == ("ru", None)


def test_each_passage_of_a_bilingual_article_has_its_own_language() -> None:
    parsed = read_article("a.txt", f"Кездесу\n\n{KAZAKH}\n\n{RUSSIAN}\n\n{KAZAKH} Олар бір сағат сөйлесті.".encode())
    assert [it.passage.language for it in split(parsed, HandEncoder())] == ["kk", "ru", "kk"]
