"""A note of correction is known by its first words or by what it says of the article."""

import pytest

from qa.articles.corrections import correction_notes

NOTES = (
    "Correction, 3 May: An earlier version of this article gave the reopening date as 14 June.",
    "CORRECTION: The sum is 4.9 million, not 4.2 million.",
    "Corrections & clarifications: the mayor is Ana Ruiz.",
    "Clarification – the ferry runs on weekdays only.",
    "Editor's note: The headline has been changed.",
    "• Editor’s note (4 May 2025): the cost was misstated.",
    "This article was amended on 5 May 2025 because the bridge has four piers, not two.",
    "This story has been corrected to show that the bank lent the money.",
    "An earlier version of this report misspelled the name of Ana Ruiz.",
    "*The original version of this article said that the bridge would open in June.",
    "Исправление: мост откроют 5 июля, а не 14 июня.",
    "Уточнение от 3 мая: стоимость ремонта – 4,9 млн.",
    "В предыдущей версии статьи была указана неверная дата.",
    "Материал исправлен: добавлен комментарий мэра.",
    "Түзету: көпір 5 шілдеде ашылады.",
    "Мақаланың бұрынғы нұсқасында күні қате көрсетілген.",
)
NO_NOTES = (
    "The bridge will reopen on 5 July after repairs that cost 4.9 million.",
    "The correction of the markets went on for a third day, and traders were nervous.",
    "Analysts expect a correction. The index fell by 2%.",
    "The minister issued a correction to parliament on Monday and apologised for the error that he had made.",
    "Clarification of the rules was promised for next week",
    "Корректировка бюджета займёт две недели.",
    "Исправление ошибок потребует ещё месяца работы, сказал он.",
)


@pytest.mark.parametrize("note", NOTES)
def test_a_note_is_found_between_paragraphs(note: str) -> None:
    text = f"Bridge\n\nThe bridge was closed in January.\n\n{note}\n\nThe ferry runs."
    (found,) = correction_notes(text)
    assert text[found.start : found.end] == note


@pytest.mark.parametrize("line", NO_NOTES)
def test_prose_about_corrections_is_no_note(line: str) -> None:
    assert correction_notes(f"Bridge\n\n{line}\n\nThe ferry runs.") == ()


def test_a_long_paragraph_is_no_note() -> None:
    assert correction_notes("Correction: " + "the sum was wrong " * 100) == ()
