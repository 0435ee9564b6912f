"""Of the versions of one article the newest answers; the older ones are kept, and can be asked as of their day."""

from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.build.verify import verify_index
from qa.errors import InvalidDate
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder

URL = "https://courier.example/news/bridge"
FIRST = "The bridge over the river will reopen on 14 June after repairs that cost 4.2 million, the council said."
SECOND = "The bridge over the river will reopen on 5 July after repairs that cost 4.9 million, the council said."
SAME = "It was closed in January, when two ship captains saw cracks in a pier by the bank of the river."
NOTE = "Correction, 3 May: An earlier version of this article gave the reopening date as 14 June."
QUESTION = "When will the bridge over the river reopen?"


def write(
    folder: Path,
    name: str,
    *paragraphs: str,
    url: str | None = URL,
    date: str | None = "2025-05-02",
    title: str = "Bridge to reopen",
    updated: str | None = None,
) -> Path:
    folder.mkdir(exist_ok=True)
    stated = {"title": title, "outlet": "Courier", "date": date, "url": url, "updated": updated}
    head = "\n".join(f"{key}: {value}" for key, value in stated.items() if value is not None)
    path = folder / name
    path.write_text(f"---\n{head}\n---\n" + "\n\n".join(paragraphs) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    write(folder, "v1.txt", FIRST, SAME)
    write(
        folder,
        "v2.txt",
        SECOND,
        SAME,
        NOTE,
        url="http://www.courier.example/news/bridge/?utm_source=x",
        date="2025-05-03",
    )
    write(
        folder,
        "other.txt",
        "The trade bank by the river reopened after repairs.",
        url=None,
        title="Bank",
        date="2025-04-01",
    )
    return folder


@pytest.fixture
def bridge(news: Path, tmp_path: Path) -> Archive:
    return Archive.build(news, tmp_path / "index", encoder=HandEncoder())


def files(archive: Archive, **asked: str) -> list[str]:
    return [it.article.file for it in archive.ask(QUESTION, 20, **asked).evidence]  # type: ignore[arg-type]


def test_the_newest_version_answers_and_says_what_the_earlier_one_said(bridge: Archive) -> None:
    answer = bridge.ask(QUESTION, 20)
    assert "v1.txt" not in {it.article.file for it in answer.evidence}
    assert not any(copy.article.file == "v1.txt" for it in answer.evidence for copy in it.copies)
    first = next(it for it in answer.evidence if it.passage.text == SECOND)
    assert [(it.article.file, it.passage.text) for it in first.earlier] == [("v1.txt", FIRST)]
    assert first.notes == (NOTE,)


PLACED = "Correction: An earlier version said 14 June."
UNPLACED = "Correction: An earlier version of this article gave the wrong date."


def notes(folder: Path, *paragraphs: str) -> dict[str, tuple[str, ...]]:
    write(folder, "v1.txt", FIRST, SAME)
    write(folder, "v2.txt", *paragraphs, date="2025-05-03")
    archive = Archive.build(folder, folder.parent / "index", encoder=HandEncoder())
    return {it.passage.text: it.notes for it in archive.ask(QUESTION, 60).evidence}


def test_a_note_is_shown_where_it_names_what_an_earlier_version_said(tmp_path: Path) -> None:
    found = notes(tmp_path / "news", SECOND, SAME, PLACED)
    assert (found[SECOND], found[SAME]) == ((PLACED,), ())


def test_a_note_that_names_nothing_is_shown_with_every_passage_of_a_short_article(tmp_path: Path) -> None:
    found = notes(tmp_path / "news", SECOND, SAME, UNPLACED)
    assert (found[SECOND], found[SAME]) == ((UNPLACED,), (UNPLACED,))


def test_a_note_that_names_nothing_is_shown_where_a_long_article_changed_and_with_its_lead(tmp_path: Path) -> None:
    lead = "A ship captain visited the river bank on Monday."
    filling = [
        f"The trade festival by the river had music on evening {it}, and ships came by night." for it in range(40)
    ]
    found = notes(tmp_path / "news", lead, SECOND, SAME, *filling, UNPLACED)
    assert (found[lead], found[SECOND], found[SAME]) == ((UNPLACED,), (UNPLACED,), ())


def test_a_paragraph_that_stayed_as_it_was_says_nothing_of_earlier_versions(bridge: Archive) -> None:
    same = next(it for it in bridge.ask(QUESTION, 20).evidence if it.passage.text == SAME)
    assert same.earlier == ()
    assert not same.copies


def test_as_of_a_day_the_archive_is_as_it_stood(bridge: Archive) -> None:
    assert set(files(bridge, as_of="2025-05-02")) == {"v1.txt", "other.txt"}
    assert set(files(bridge, as_of="2025-05-03")) == {"v2.txt", "other.txt"}
    assert set(files(bridge, as_of="2025-04")) == {"other.txt"}
    assert bridge.ask(QUESTION, as_of="2025-03-31").evidence == ()
    with pytest.raises(InvalidDate):
        bridge.ask(QUESTION, as_of="yesterday")


def test_a_text_without_a_day_is_counted_where_it_is_asked_as_of_one(news: Path, tmp_path: Path) -> None:
    write(news, "undated.txt", "A ship on the river.", url=None, date=None, title="Ship")
    archive = Archive.build(news, tmp_path / "index", encoder=HandEncoder())
    answer = archive.ask(QUESTION, 20, as_of="2025-05-02")
    assert "undated.txt" not in {it.article.file for it in answer.evidence}
    assert answer.undated == 1
    assert answer.filtered


def test_counts_are_of_the_versions_that_stand(bridge: Archive) -> None:
    for asked in ({}, {"as_of": "2025-05-02"}, {"as_of": "2025-04-30"}):
        answer, survey = bridge.ask(QUESTION, 20, **asked), bridge.survey(QUESTION, **asked)  # type: ignore[arg-type]
        assert survey.passages == answer.relevant
    topic = bridge.ask("bridge", 20, kind="topic").topic
    assert topic is not None
    assert (topic.articles, topic.passages) == (1, 3)


def test_an_earlier_version_is_reachable(bridge: Archive) -> None:
    old = bridge.passages("v1.txt")[0]
    assert bridge.passage(old.id).passage.text == FIRST
    replacement = bridge.replacement(old.id)
    assert replacement is not None
    assert (replacement.article.file, replacement.passage.text) == ("v2.txt", SECOND)
    assert bridge.replacement(bridge.passages("v2.txt")[0].id) is None
    assert [it.file for it in bridge.versions("v1.txt")] == ["v2.txt", "v1.txt"]
    assert [it.file for it in bridge.versions("other.txt")] == ["other.txt"]
    assert {it.article.file for it in bridge.ask(QUESTION, 20, articles=["v1.txt"]).evidence} == {"v1.txt"}
    assert {it.file for it in bridge.contents().articles} == {"v1.txt", "v2.txt", "other.txt"}


def test_status_lists_them(bridge: Archive) -> None:
    assert [(it.newest, it.earlier) for it in bridge.status().versions] == [("v2.txt", ("v1.txt",))]


def test_versions_can_be_parted_and_joined_again(news: Path, tmp_path: Path, bridge: Archive) -> None:
    index, encoder = tmp_path / "index", HandEncoder()
    apart = Archive.build(news, index, encoder=encoder, versions_apart=True)
    assert encoder.encoded == []
    assert {"v1.txt", "v2.txt"} <= set(files(apart))
    assert {"v1.txt", "v2.txt"} <= set(files(bridge)), "an open archive follows"
    write(news, "v3.txt", SECOND, date="2025-05-04")
    assert {"v1.txt", "v2.txt", "v3.txt"} <= {
        it.article.file for it in Archive.build(news, index, encoder=encoder).ask(QUESTION, 20).evidence
    } | {copy.article.file for it in apart.ask(QUESTION, 20).evidence for copy in it.copies}, (
        "the index keeps the choice"
    )
    together = Archive.build(news, index, encoder=encoder, versions_apart=False)
    assert set(files(together)) == {"v3.txt", "other.txt"}


def test_without_the_newest_the_next_one_answers_again(news: Path, tmp_path: Path, bridge: Archive) -> None:
    (news / "v2.txt").unlink()
    bridge.update([news / "v2.txt"])
    assert set(files(bridge)) == {"v1.txt", "other.txt"}
    assert bridge.status().versions == ()


@pytest.mark.parametrize("settings", [Settings(), Settings(rewritten_up_to=0)], ids=["rewritten", "changed"])
def test_a_version_that_comes_later_replaces_what_is_there(tmp_path: Path, settings: Settings) -> None:
    folder = tmp_path / "news"
    write(folder, "v1.txt", FIRST, SAME)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    assert set(files(archive)) == {"v1.txt"}
    archive.update([write(folder, "v2.txt", SECOND, SAME, date="2025-05-03")])
    assert set(files(archive)) == {"v2.txt"}
    archive.update([write(folder, "v0.txt", FIRST.replace("14", "7"), SAME, date="2025-05-01")])
    assert [it.file for it in archive.versions("v0.txt")] == ["v2.txt", "v1.txt", "v0.txt"]
    with Archive.open(tmp_path / "index", encoder=HandEncoder()) as again:
        assert set(files(again)) == {"v2.txt"}
    assert verify_index(tmp_path / "index").problems == ()


def test_a_stated_update_outweighs_the_day_of_publication(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "a.txt", SECOND, date="2025-05-01", updated="2025-05-05")
    write(folder, "b.txt", FIRST, date="2025-05-02")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert [it.file for it in archive.versions("a.txt")] == ["a.txt", "b.txt"]


def test_of_one_day_the_one_that_came_later_is_the_newer(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "z.txt", FIRST)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    archive.update([write(folder, "a.txt", SECOND)])
    assert [it.file for it in archive.versions("z.txt")] == ["a.txt", "z.txt"]


def test_a_text_without_a_day_that_comes_later_is_the_newer_and_replaces_none_as_of_a_day(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "z.txt", FIRST)
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    archive.update([write(folder, "a.txt", SECOND, date=None)])
    assert [it.file for it in archive.versions("z.txt")] == ["a.txt", "z.txt"]
    assert files(archive, as_of="2025-05-04") == ["z.txt"]
    archive.update([write(folder, "b.txt", FIRST, date="2025-05-01")])
    assert [it.file for it in archive.versions("z.txt")] == ["a.txt", "z.txt", "b.txt"]
    archive.update([write(folder, "c.txt", SECOND, date="2025-05-06")])
    assert [it.file for it in archive.versions("z.txt")] == ["c.txt", "a.txt", "z.txt", "b.txt"]
    assert files(archive, as_of="2025-05-06") == ["c.txt"]


def test_headline_outlet_and_day_join_texts_without_an_address(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "a.txt", FIRST, url=None)
    write(folder, "b.txt", SECOND, url=None)
    write(folder, "c.txt", SECOND, url=None, date="2025-05-03")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert [it.file for it in archive.versions("a.txt")] == ["b.txt", "a.txt"]
    assert [it.file for it in archive.versions("c.txt")] == ["c.txt"]


def test_two_articles_at_one_address_stay_two_where_their_words_differ(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    write(folder, "a.txt", FIRST)
    write(folder, "b.txt", "Music was heard at a festival of trade where presidents visit.", title="Music")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert archive.status().versions == ()


def test_what_an_address_joined_is_parted_when_it_turns_out_to_be_that_of_many(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for number in range(50):
        write(folder, f"{number}.txt", FIRST.replace("14 June", f"{number} June"), title=f"Bridge {number}")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert len(archive.status().versions) == 1
    archive.update([write(folder, "50.txt", FIRST, title="Bridge 50")])
    assert archive.status().versions == ()


def test_an_address_that_half_a_hundred_articles_bear_joins_none(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    for number in range(51):
        write(folder, f"{number}.txt", FIRST.replace("14 June", f"{number} June"), title=f"Bridge {number}")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert archive.status().versions == ()
