import pytest

from qa.retrieval.question_language import language_of_question
from tests.support.imports import imported_by


@pytest.mark.parametrize(
    ("question", "held", "language"),
    [
        ("Какова длина границы между Казахстаном и Россией?", ("en",), "ru"),
        ("Какова длина границы между Казахстаном и Россией?", ("ru", "kk"), "ru"),
        ("Қазақстан мен Ресейдің шекарасы қанша шақырым?", ("ru", "kk"), "kk"),
        ("How long is the border between the two countries?", ("ru", "kk"), "en"),
        ("Путин", ("ru", "kk"), "ru"),
        ("Oscars", ("en", "ru"), "en"),
        ("Zinedine Zidane Marseille", ("en", "fr"), "en"),
        ("Combien de buts a marqué Zidane ?", ("en", "fr"), "fr"),
        ("Токаев", ("en", "ru"), "ru"),
        ("How long is it?", ("en",), "en"),
        ("Wann besucht Tokajew Russland?", ("en",), "de"),
        ("Quien es el presidente de Kazajistan?", ("en",), "es"),
        ("Combien de kilometres mesure la frontiere?", ("en",), "fr"),
        ("Tokayev Rusya ne zaman gelecek?", ("en",), "tr"),
        ("Anything", (), None),
    ],
)
def test_a_question_is_in_its_own_language_and_few_words_in_one_of_the_archives(
    question: str, held: tuple[str, ...], language: str | None
) -> None:
    assert language_of_question(question, held) == language


@pytest.mark.parametrize("words", ["Who won?", "Oscars", "tokayev visit when"])
def test_an_english_question_to_an_english_archive_loads_nothing(words: str) -> None:
    code = f"from qa.retrieval.question_language import language_of_question; language_of_question({words!r}, ('en',))"
    assert "py3langid" not in imported_by(code)


@pytest.mark.parametrize(
    "question",
    [
        "Какова длина границы?",
        "Путин",
        "Шекара қанша шақырым?",
        "Wie lang ist die Grenze?",
        "Por que cayeron las acciones?",
        "Kazakistan ile Rusya arasindaki sinir ne kadar?",
        "Hur lang ar gransen mellan Kazakstan och Ryssland?",
    ],
)
def test_a_question_in_another_language_is_known_from_english(question: str) -> None:
    assert language_of_question(question, ("en",)) not in {"en", None}


@pytest.mark.parametrize(
    "question",
    """Schröder|Gerhard Schröder|São Paulo|Bayern München|FC København results|Deutsche Börse LSE bid|Roger Federer
who is Gerhard Schröder?|Lavrov dollar quote|naïve résumé|Łukasz Fabiański|Arsène Wenger|Zürich bank""".replace(
        "\n", "|"
    ).split("|"),
)
def test_a_foreign_name_does_not_make_a_question_foreign(question: str) -> None:
    assert language_of_question(question, ("en",)) == "en"
