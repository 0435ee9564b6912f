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
        ("How long is it?", ("en",), "en"),
        ("Anything", (), None),
    ],
)
def test_a_question_is_in_its_own_language_and_few_words_in_one_of_the_archives(
    question: str, held: tuple[str, ...], language: str | None
) -> None:
    assert language_of_question(question, held) == language


def test_an_english_question_to_an_english_archive_loads_nothing() -> None:
    code = "from qa.retrieval.question_language import language_of_question; language_of_question('Who won?', ('en',))"
    assert "py3langid" not in imported_by(code)
