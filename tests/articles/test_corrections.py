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
    "(Corrects paragraph 3 to say July, not June)",
    "Corrects date in headline and in first paragraph",
    "(Refiles to fix typo in paragraph 2)",
    "(This story corrects the spelling of the mayor's name)",
    "Because of a reporting error, this article originally gave the date as 14 June.",
    "Due to an editing mistake, an earlier version misstated the cost.",
    "This article originally said that the bridge had two piers.",
    "This story incorrectly gave the date as 14 June.",
    "We have corrected the date of the reopening.",
    "We regret the error.",
    "*Updated on 3 May: date corrected",
    "Updated 3 May to correct the cost of the repairs.",
    "Update (3 May): the name of the mayor has been corrected.",
    "Clarification: the ferry runs on weekdays.",
    "Erratum: the sum is 4.9 million.",
    "Editors' note: The date in the second paragraph was wrong.",
    "Исправлено: мост откроют 5 июля.",
    "Поправка от 3 мая 2025: мост откроют 5 июля.",
    "Обновлено 3 мая: исправлена дата",
    "Ранее в тексте была указана неверная дата",
    "Ранее в этой новости говорилось, что мост откроют 14 июня.",
    "В первоначальном варианте новости была неверно указана дата.",
    "В предыдущей редакции этого материала дата была другой.",
    "В текст внесены исправления: дата открытия – 5 июля.",
    "В заголовке исправлена опечатка.",
    "Редакция приносит извинения за неточность.",
    "Редакция «Курьера» приносит извинения читателям.",
    "Приносим извинения за ошибку в дате.",
    "Из-за ошибки редактора в тексте была указана неверная дата.",
    "От редакции: в тексте была ошибка, мост откроют 5 июля.",
    "Алғашқы нұсқада көпір 14 маусымда ашылады делінген.",
    "Бастапқы нұсқада күні қате көрсетілген.",
    "Редакциядан: көпірдің ашылатын күні түзетілді.",
    "Редакция оқырмандардан кешірім сұрайды.",
    "Исправлена дата: 5 июля.",
    "Материал обновлён: исправлена сумма.",
    "Мәтін түзетілді: көпір 5 шілдеде ашылады.",
)
NO_NOTES = (
    "The bridge will reopen on 5 July after repairs that cost 4.9 million.",
    "The correction of the markets went on for a third day, and traders were nervous.",
    "Analysts expect a correction. The index fell by 2%.",
    "The minister issued a correction to parliament on Monday and apologised for the error that he had made.",
    "Clarification of the rules was promised for next week",
    "Корректировка бюджета займёт две недели.",
    "Исправление ошибок потребует ещё месяца работы, сказал он.",
    "The court corrected its verdict on Monday and cut the sentence to two years.",
    "The company has corrected its figures for the third quarter, it said.",
    "Because of an error by the pilot, the plane left the runway.",
    "Editor's note: This is the first of three stories about the river.",
    "Editor's note: Some names have been withheld at the request of the families.",
    "“We have corrected the figures in the report,” the minister said.",
    "We have corrected the figures, the chairman said on Monday.",
    "The report was corrected by the auditors, who found two errors.",
    "An earlier version of the bill would have doubled the fine.",
    "Updated rules for the port were published on Monday.",
    "The navigator corrects the course of the ship to the north.",
    "От редакции: мы начинаем серию статей о реке.",
    "Редакциядан: бүгіннен бастап жаңа айдар ашылады.",
    "В первоначальной версии законопроекта штраф был вдвое больше.",
    "В предыдущей редакции закона такого пункта не было.",
    "Алғашқы нұсқада екі көше бар еді.",
    "Суд исправил ошибку в приговоре.",
    "This article of the constitution was amended in 2022.",
    "The story was clarified by the spokesman.",
    "Ранее в сообщении министерства говорилось о трёх погибших.",
    "In an earlier version of the story told by the fisherman, the boat sank.",
    "Министр приносит извинения пострадавшим.",
    "Приносим извинения за задержку рейса.",
    "Ранее в текстильной промышленности работали две тысячи человек.",
    "Обновлено оборудование порта: установлены краны.",
    "Уточнённый бюджет: расходы выросли на 4%.",
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


def test_hostile_lines_are_read_in_time() -> None:
    hostile = ["correction " * 90_000, "a " * 500_000, "updated: " * 100_000, "this article " * 80_000, "— " * 500_000]
    assert correction_notes("\n".join(hostile)) == ()
