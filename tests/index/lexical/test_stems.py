"""The forms of a word are one term, in its language; a text without spaces is found by any clause of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.index.lexical.asked_words import asked_words, question_terms
from qa.index.lexical.index import LexicalIndex
from qa.index.lexical.stems import is_stemmed_by_guess
from qa.index.lexical.words import held_terms, term_run, terms
from tests.index.lexical.made import documents


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("ru", "Путин Путина Путину Путиным"),
        ("ru", "Токаев Токаева Токаеву Токаевым"),
        ("ru", "Лавров Лаврова Лавровым"),
        ("ru", "Киев Киева Киеву"),
        ("ru", "санкции санкций санкциями"),
        ("ru", "состоялся состоялась состоялись"),
        ("ru", "разговор разговора разговоров"),
        ("kk", "қала қаласы қаланың қаласында қалаларға"),
        ("kk", "мектеп мектептер мектептердің мектепке"),
        ("kk", "шекара шекарасы шекараның шекарасында"),
        ("uk", "країна країни країною країнах"),
        ("de", "Regierung Regierungen"),
        ("fr", "élection élections"),
        ("es", "elección elecciones"),
        ("en", "border borders bordering"),
    ],
)
def test_the_forms_of_a_word_are_one_term(language: str, forms: str) -> None:
    assert len({tuple(terms(form, language)) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("ru", "граница", "гранит"), ("kk", "шекара", "шежіре"), ("de", "Haus", "Hass"), ("uk", "країна", "край")],
)
def test_other_words_stay_apart(language: str, one: str, other: str) -> None:
    assert terms(one, language) != terms(other, language)


def test_a_word_of_another_script_has_the_stem_of_that() -> None:
    assert terms("Путина", "en") == terms("Путин", "ru") == terms("Путину")
    assert terms("sanctions", "ru") == terms("sanction", "en")


@given(st.from_regex(r"[a-z]{1,12}", fullmatch=True))
def test_english_words_are_the_same_with_or_without_their_language(word: str) -> None:
    assert terms(word, "en") == terms(word)


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі", min_size=1, max_size=12))
def test_an_ending_is_taken_off_only_where_a_word_is_left(word: str) -> None:
    for language in ("kk", "uk", "be", "ru"):
        assert all(terms(word, language))


@pytest.mark.parametrize(
    ("text", "clause", "other", "language"),
    [
        ("会议在北京举行。他说我们会继续努力，推动两国关系取得新的更大发展。", "两国关系", "天气预报", "zh"),
        ("首相は月曜日に東京で記者会見を開いた。", "記者会見", "天気予報", "ja"),
        ("นายกรัฐมนตรีแถลงข่าวที่กรุงเทพเมื่อวันจันทร์", "กรุงเทพ", "เชียงใหม่", "th"),
    ],
    ids=["Chinese", "Japanese", "Thai"],
)
def test_a_clause_is_found_where_no_space_parts_words(text: str, clause: str, other: str, language: str) -> None:
    held = held_terms(text, language)
    assert held.issuperset(question_terms(clause, language))
    assert not held.issuperset(question_terms(other, language))
    index = LexicalIndex.of(documents([text]))
    assert index.rows_holding_all([(term_run(clause),)]).tolist() == [0]
    assert index.rows_holding_all([(term_run(other),)]).tolist() == []


def test_a_question_is_looked_up_in_the_other_languages_of_the_archive_too() -> None:
    (asked,) = asked_words("Regierungen", "en", ["de"])
    assert asked.terms == tuple(terms("Regierungen", "en"))
    assert terms("Regierung", "de")[0] in asked.also


def test_little_words_are_those_of_the_questions_language() -> None:
    assert question_terms("Какова длина границы между странами?", "ru") == terms("длина границы между странами", "ru")
    assert question_terms("Луврға кіру билеті қанша тұрады?", "kk") == terms("Луврға кіру билеті тұрады", "kk")
    assert question_terms("Wie lang ist die Grenze?", "de") == terms("lang Grenze", "de")


def test_where_no_stemmer_was_made_for_a_language_it_is_known() -> None:
    assert [it for it in ("en", "ru", "kk", "uk", "de", "zh", None) if is_stemmed_by_guess(it)] == ["kk", "uk", "zh"]
