"""The day of a change is kept apart from that of publication, which counts as the article's date."""

import pytest

from qa.articles.parsing import read_article
from qa.records import Article

REPORT = "The harbour reopened on Tuesday after a storm that had shut it for a week, the port's director said."


def read(head: str) -> Article:
    return read_article("a.txt", f"{head}\n\n{REPORT}\n".encode()).article


@pytest.mark.parametrize(
    ("lines", "date", "updated"),
    [
        ("Published 5 March 2024\nUpdated 7 March 2024", "2024-03-05", "2024-03-07"),
        ("Updated 7 March 2024 | First published 5 March 2024", "2024-03-05", "2024-03-07"),
        ("5 March 2024\n\nLast updated: 2024-03-07 10:00", "2024-03-05", "2024-03-07"),
        ("5 марта 2024 г.\n\nОбновлено 7 марта 2024 г.", "2024-03-05", "2024-03-07"),
        ("5 March 2024", "2024-03-05", None),
        ("Опубликовано: 05.03.2024 Обновлено: 07.03.2024", "2024-03-05", "2024-03-07"),
        ("Жарияланды: 5 наурыз 2024, жаңартылды: 7 наурыз 2024", "2024-03-05", "2024-03-07"),
        ("Originally published 5 March 2024; corrected 7 March 2024", "2024-03-05", "2024-03-07"),
        ("Updated 7 March 2024", "2024-03-07", None),
    ],
)
def test_lines_at_the_head_state_both(lines: str, date: str, updated: str | None) -> None:
    found = read(f"Harbour reopens after storm\n\n{lines}")
    assert (found.date, found.updated) == (date, updated)


@pytest.mark.parametrize("name", ["updated", "modified", "date_modified", "last_modified"])
def test_front_matter_states_it_by_its_common_names(name: str) -> None:
    found = read(f"---\ntitle: Harbour\ndate: 2024-03-05\n{name}: 7 March 2024\n---")
    assert (found.date, found.updated) == ("2024-03-05", "2024-03-07")


def test_what_is_no_day_states_nothing() -> None:
    assert read("---\ntitle: Harbour\nupdated: yesterday\n---").updated is None
