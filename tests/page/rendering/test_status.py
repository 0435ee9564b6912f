from dataclasses import replace
from pathlib import Path

import pytest

from qa.articles.decoding import decode
from qa.articles.files import UnreadFile
from qa.build.folder_diff import FolderDiff
from qa.build.report import BuildReport
from qa.build.status import FolderStatus
from qa.build.uploads import SavedUploads
from qa.errors import ArticleUnreadable
from qa.page.language import LANGUAGES
from qa.page.rendering.status import added, ago, ahead, reason, report, status
from qa.page.words.english import ENGLISH
from qa.page.words.russian import RUSSIAN
from qa.page.words.words import Words
from tests.page.golden_files import assert_golden
from tests.page.records_made import status as held

REPORT = BuildReport(added=1, changed=2, removed=3, unchanged=1_004, encoded=5, skipped=(), revision=9)


def test_all_that_is_known_of_the_index_is_said() -> None:
    assert_golden("status.html", status(held(), ENGLISH))


def test_files_that_could_not_be_read_are_named_with_their_reasons() -> None:
    html = status(replace(held(), skipped=(ArticleUnreadable("<b>.txt", "is empty"),)), ENGLISH)
    assert "&lt;b&gt;.txt" in html
    assert "is empty" in html
    assert "skipped" not in status(held(), ENGLISH)


def test_articles_without_a_file_are_counted_and_a_folder_is_shown_where_there_is_one() -> None:
    html = status(replace(held(), added=1_200), RUSSIAN)
    assert "; статей без файла: 1 200" in html.replace("\u202f", " ").replace("\xa0", " ")
    assert "news &amp; more" in html
    html = status(replace(held(), added=2_124, folder=None), ENGLISH)
    assert "articles without a file: 2,124" in html
    assert ENGLISH.index.folder not in html


@pytest.mark.parametrize(
    ("seconds", "english", "russian"),
    [
        (0, "just now", "только что"),
        (61, "1 minute ago", "1 минуту назад"),
        (7_200, "2 hours ago", "2 часа назад"),
        (86_400 * 5, "5 days ago", "5 дней назад"),
    ],
)
def test_an_age_is_said_in_its_greatest_unit(seconds: int, english: str, russian: str) -> None:
    assert (ago(seconds, ENGLISH), ago(seconds, RUSSIAN)) == (english, russian)


def test_whether_the_folder_is_ahead_is_said_with_what_differs_or_why_it_is_not_known() -> None:
    differing = FolderDiff(added=("a", "b"), changed=("c",), removed=(), unchanged=("d",), unreadable=(), skipped=())
    assert "since the last update: 2 added, 1 changed.<" in ahead(FolderStatus(differing, None), ENGLISH)
    assert "изменилась: добавлено 2, изменено 1.<" in ahead(FolderStatus(differing, None), RUSSIAN)
    same = replace(differing, added=(), changed=())
    assert "Up to date." in ahead(FolderStatus(same, None), ENGLISH)
    assert "&lt;news&gt;: no such folder" in ahead(FolderStatus(None, "<news>: no such folder"), ENGLISH)


def test_what_a_rebuild_changed_without_what_it_did_not() -> None:
    assert report(REPORT, ENGLISH) == "<p>1 added, 2 changed, 3 removed.</p>"
    assert report(replace(REPORT, changed=0), RUSSIAN) == "<p>Добавлено 1, удалено 3.</p>"
    assert report(replace(REPORT, added=0, changed=0, removed=0), ENGLISH) == "<p>Nothing has changed.</p>"


REFUSED = "it is not a text file; save the article as plain text"


@pytest.mark.parametrize("words", LANGUAGES.values(), ids=LANGUAGES)
def test_why_a_file_was_not_added_is_said_in_the_pages_language(words: Words) -> None:
    faults = {}
    for name, data in {"a.txt": b" ", "b.txt": b"%PDF-1.4", "c.txt": b"\xff\xfe\x00\xd8\x00\x00a"}.items():
        with pytest.raises(ArticleUnreadable) as raised:
            decode(name, data)
        faults[name] = reason(raised.value, words)
    known = words.index.faults
    assert [*faults.values()] == [known["it is empty"], known["it is not a text file"], known["it is damaged"]]
    assert "its date" in reason(ArticleUnreadable("d.txt", "its date is none; write it"), words)


def test_what_became_of_each_file_that_was_handed_in() -> None:
    saved = SavedUploads((Path("a.txt"),), (Path("b.txt"),), (ArticleUnreadable("<c>.txt", REFUSED),))
    html = added(saved, ENGLISH)
    for said in (
        "1 added.",
        "b.txt</span> is already in the folder",
        "&lt;c&gt;.txt</span> was not added: it is not a text file.<",
    ):
        assert said in html


@pytest.mark.parametrize(("newer", "gone"), [(0, 0), (2, 0), (0, 1), (2, 1)])
def test_only_what_waits_is_counted(newer: int, gone: int) -> None:
    html = status(replace(held(), newer_passages=newer, gone_passages=gone), ENGLISH)
    assert ("2 passages added since" in html) is bool(newer)
    assert ("1 deleted passage not yet cleared away" in html) is bool(gone)
    assert "0 passages added" not in html
    assert "0 deleted" not in html


def test_files_of_other_kinds_are_counted_with_what_would_read_them() -> None:
    unread = (
        UnreadFile("a.jpg", None),
        UnreadFile("b.jpg", None),
        UnreadFile("c.html", "html"),
        UnreadFile("LOG", None),
    )
    shown = ahead(FolderStatus(FolderDiff((), (), (), (), (), (), unread), None), ENGLISH)
    assert "Files of other kinds, not read: 2 .jpg, 1 –, 1 .html." in shown
    assert "[formats]&#39;` reads html." in shown
