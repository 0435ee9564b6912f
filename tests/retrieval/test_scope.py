"""What a question quotes must be held and what it excludes must not, whatever else it asks for."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.articles.plain_text import plain
from qa.errors import InvalidQuestion
from qa.index.store.passages import StoredWords, read_words
from qa.records import Answer
from qa.settings import Settings
from tests.support.hand_encoder import HandEncoder
from tests.support.settings import ADDED_TO

LONG = "Donaudampfschifffahrtsgesellschaftskapitän"
HEADED = (
    "Fog closes the harbour\n\nBoats stayed in.\n\n## What the crew says\n\n"
    "The “storm” had passed—they’d slept &amp; eaten.\n"
)


def texts(answer: Answer) -> set[str]:
    return {plain(it.passage.text) for it in answer.evidence}


def begin(answer: Answer) -> list[str]:
    """Return the first two words of each passage, in alphabetical order."""
    return sorted(" ".join(it.passage.text.split()[:2]) for it in answer.evidence)


@pytest.fixture
def harbour(folder: Path, tmp_path: Path) -> Archive:
    """The three articles, and one with a heading, typographic marks and an entity."""
    (folder / "fog.txt").write_text(HEADED, encoding="utf-8")
    return Archive.build(folder, tmp_path / "harbour", encoder=HandEncoder())


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """900 passages: a third of them say "trades", the others "trade", and every seventh has a seal."""
    folder = tmp_path_factory.mktemp("crowded")
    articles = folder / "articles"
    articles.mkdir()
    for number in range(900):
        word, seal = ("trades" if number % 3 == 0 else "trade"), (" under seal" if number % 7 == 0 else "")
        stated = f"---\ndate: 20{number % 20 + 1:02}-03-{number % 28 + 1:02}\noutlet: Wire {number % 2}\n---\n"
        own = f"Clerk n{number}th of ward w{number}th {word} kettles k{number}th by river{seal}, said o{number}th."
        (articles / f"{number:03}.txt").write_text(f"{stated}Ward {number}\n\n{own}\n")
    return Archive.build(articles, folder / "index", encoder=HandEncoder(200))


def numbers(answer: Answer) -> list[int]:
    return [int(it.article.file[:3]) for it in answer.evidence]


def test_only_passages_that_hold_the_quoted_words_are_found(archive: Archive) -> None:
    assert begin(archive.ask('What of "the river"?', 100)) == ["The border", "Thousands came"]
    assert begin(archive.ask("Who said “trade rose by 12%”?", 100)) == ["PORTVILLE, March"]
    assert archive.ask('What of "the river"?').unheld == ()


def test_a_question_may_be_a_quotation_and_nothing_else(archive: Archive) -> None:
    answer = archive.ask('"MUSIC by the river"')
    assert begin(answer) == ["Thousands came"]
    assert answer.question == '"MUSIC by the river"'


def test_several_quotations_must_all_be_held_in_the_passage_its_headline_or_its_heading(harbour: Archive) -> None:
    assert begin(harbour.ask('"river" "the line"', 100)) == ["A ship", "The border"]
    assert begin(harbour.ask('"the line" "nobody guards"', 100)) == ["The border"]
    assert begin(harbour.ask('"fog closes" "the crew" "they\'d slept"', 100)) == ["The “storm”"]


@pytest.mark.parametrize("quoted", ["the line the border", "the harbour boats", "the crew says the", "in what"])
def test_a_quotation_does_not_reach_from_a_headline_or_heading_into_what_follows(harbour: Archive, quoted: str) -> None:
    answer = harbour.ask(f'"{quoted}"', 100)
    assert answer.unheld == (quoted,)
    assert len(answer.evidence) == 8


@pytest.mark.parametrize("quoted", ["had passed-they'd", "THE «STORM» had", "slept  & \u00a0eaten", "slept & eaten."])
def test_case_white_space_and_typography_do_not_matter(harbour: Archive, quoted: str) -> None:
    assert begin(harbour.ask(f"“{quoted}”")) == ["The “storm”"]


@pytest.mark.parametrize("quoted", ["president said trades", "resident said", "the presidents", "said the president"])
def test_another_form_a_part_of_a_word_or_another_order_is_not_held(archive: Archive, quoted: str) -> None:
    answer = archive.ask(f'What did "{quoted}" mean for trade?')
    assert answer.unheld == (quoted,)


def test_where_no_passage_holds_what_is_quoted_the_question_is_answered_without_and_it_says_so(
    archive: Archive,
) -> None:
    answer, free = archive.ask('Who said trade fell in "the ship"?'), archive.ask("Who said trade fell in the ship?")
    assert answer.unheld == ("the ship",)
    assert (answer.evidence, answer.confidence) == (free.evidence, free.confidence)
    assert free.unheld == ()


def test_what_is_held_is_insisted_on_beside_a_quotation_that_is_not(archive: Archive) -> None:
    answer, held = archive.ask('"trade rose" in "the ship"?', 100), archive.ask('"trade rose" in the ship?', 100)
    assert answer.unheld == ("the ship",)
    assert answer.evidence == held.evidence


def test_where_each_quotation_is_held_but_never_together_none_is_insisted_on(archive: Archive) -> None:
    answer, free = archive.ask('"trade rose" "the river"', 100), archive.ask("trade rose the river", 100)
    assert answer.unheld == ("trade rose", "the river")
    assert answer.evidence == free.evidence


def test_what_is_excluded_stays_excluded_where_what_is_quoted_is_not_held(archive: Archive) -> None:
    answer = archive.ask('"trade fell" -bank -"12%"', 100)
    assert answer.unheld == ("trade fell",)
    assert begin(answer) == ["A ship", "The border", "The music", "Thousands came"]


def test_whether_a_quotation_is_held_depends_on_the_other_filters_and_exclusions(archive: Archive) -> None:
    for demand in ({"outlets": ["Example Wire"]}, {"after": "2021"}, {"articles": ["trade.txt"]}):
        answer = archive.ask('"the river"', 100, **demand)
        assert answer.unheld == ("the river",)
        assert begin(answer) == ["PORTVILLE, March", "The bank"]
    answer = archive.ask('"the river" -border -thousands', 100)
    assert answer.unheld == ("the river",)
    assert begin(answer) == ["A ship", "PORTVILLE, March", "The bank", "The music"]


def test_a_word_is_excluded_in_every_form_from_text_headline_and_heading(harbour: Archive) -> None:
    assert "trade.txt" not in {it.article.file for it in harbour.ask("bank -trades", 100).evidence}
    assert {it.article.file for it in harbour.ask("bank -rivers", 100).evidence} == {
        "fog.txt",
        "trade.txt",
        "music.txt",
    }
    assert begin(harbour.ask("-crews fog", 100, articles=["fog.txt"])) == ["Boats stayed"]


def test_an_excluded_word_is_no_part_of_what_is_searched_for(archive: Archive) -> None:
    answer, meant = archive.ask("trade rose -music"), archive.ask("trade rose")
    kept = [it for it in meant.evidence if it.article.file != "music.txt"]
    assert [(it.passage, it.score) for it in answer.evidence] == [(it.passage, it.score) for it in kept]
    assert answer.question == "trade rose -music"


def test_an_excluded_quotation_is_excluded_as_it_is_written_and_no_other_form(archive: Archive) -> None:
    assert len(archive.ask('trade -"the rivers"', 100).evidence) == 6
    assert begin(archive.ask('trade -"the RIVER"', 100)) == ["A ship", "PORTVILLE, March", "The bank", "The music"]
    assert len(archive.ask('trade -"the line the border"', 100).evidence) == 6


def test_a_word_with_a_hyphen_is_excluded_in_every_form_but_not_across_headline_and_text(folder: Path) -> None:
    (folder / "plan.txt").write_text("Plans are long\n\nTerm by term, trade rose.\n\nLong-terms trade plans.\n")
    archive = Archive.build(folder, folder.parent / "index", encoder=HandEncoder())
    assert begin(archive.ask("trade -long-term", 100, articles=["plan.txt"])) == ["Term by"]


@pytest.mark.parametrize("question", ["trade - music", "trade long-music", "trade at -5 or -12%", "trade –music"])
def test_other_hyphens_exclude_nothing(archive: Archive, question: str) -> None:
    assert len(archive.ask(question, 100).evidence) == 6


def test_everything_may_be_excluded(archive: Archive) -> None:
    answer = archive.ask("who -the -a -it", 100)
    assert (answer.verdict, answer.evidence, answer.unheld) == ("none", (), ())


@pytest.mark.parametrize("question", ["-trade", "-trade -music", '-"the river"', '? -trade ""', "-a" + " -b" * 300])
def test_a_question_that_only_excludes_is_refused_with_the_remedy(archive: Archive, question: str) -> None:
    with pytest.raises(InvalidQuestion, match="ask for something too"):
        archive.ask(question)


def test_quotation_exclusion_and_filters_hold_together(crowded: Archive) -> None:
    question = 'Which clerk "trades kettles" by river -"under seal" -n33th -n39th'
    found = numbers(crowded.ask(question, 1_000, outlets=["wire 1"], after="2003", before="2010-12"))
    years = {number: number % 20 + 2001 for number in range(900)}
    expected = {
        number
        for number in range(900)
        if number % 3 == 0 and number % 7 and number % 2 and 2003 <= years[number] <= 2010 and number not in (33, 39)
    }
    assert len(found) == len(set(found))
    assert set(found) == expected


def test_the_one_passage_that_holds_quoted_words_is_found_behind_many_with_another_form(
    folder: Path, tmp_path: Path
) -> None:
    for number in range(100, 190):
        (folder / f"{number}.txt").write_text(f"Port {number}\n\nOf {number} ships one sailed to trade.\n")
    (folder / "200.txt").write_text("Port\n\nOne ship sailed.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert numbers(archive.ask('trade of "ship" -harbour', 100)) == [200]


def test_no_more_passages_are_read_than_it_takes(crowded: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[int]()

    def reading(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, StoredWords]:
        read.extend(rows)
        return read_words(connection, rows)

    monkeypatch.setattr("qa.retrieval.scope.read_words", reading)
    for question, most in (
        ("kettles by river", 0),
        ("kettles -seal", 0),
        ('kettles "said o33th"', 1),
        ('kettles "said o33rd"', 0),
        ('kettles -"said o33th" -o39th-said', 1),
        ('kettles -"of ward w33th"', 1),
        ('kettles "by river"', 2 * 200 + 32),
    ):
        crowded.ask(question, kind="question")
        assert len(read) == len(set(read)) <= most
        read.clear()


def test_no_passage_is_read_twice_to_count_what_is_on_a_topic(
    crowded: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[int]()

    def reading(connection: sqlite3.Connection, rows: Sequence[int]) -> dict[int, StoredWords]:
        read.extend(rows)
        return read_words(connection, rows)

    monkeypatch.setattr("qa.retrieval.scope.read_words", reading)
    topic = crowded.ask('kettles "by river"', kind="topic").topic
    assert topic is not None
    assert topic.passages == len(read) == len(set(read)) == 900


def test_quoted_words_come_before_the_best_are_taken(crowded: Archive) -> None:
    question = "Did clerk n450th of ward w450th trade kettles k450th by river, said o450th"
    assert numbers(crowded.ask(question, 1)) == [450]
    assert numbers(crowded.ask(f'{question}, of the "o3th"', 1)) == [3]


@pytest.mark.parametrize("operators", ['"trades"', '"under seal"', '-"trades"', "-seal", '"trades" -"under seal"'])
def test_pages_of_what_is_left_follow_each_other_without_a_gap(crowded: Archive, operators: str) -> None:
    question = f"Which clerk sold kettles by river {operators}"
    whole = crowded.ask(question, 1_000)
    paged = [number for at in range(0, 900, 90) for number in numbers(crowded.ask(question, 90, offset=at))]
    assert paged == numbers(whole)
    assert set(paged) == {number for number in range(900) if _left(number, operators)}


def _left(number: int, operators: str) -> bool:
    trades, seal = number % 3 == 0, number % 7 == 0
    return {
        '"trades"': trades,
        '"under seal"': seal,
        '-"trades"': not trades,
        "-seal": not seal,
        '"trades" -"under seal"': trades and not seal,
    }[operators]


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_what_is_ordered_by_date_obeys(crowded: Archive, order: str) -> None:
    answer = crowded.ask('kettles "trades" -"under seal"', 1_000, order=order)
    dates = [it.article.date for it in answer.evidence]
    assert dates == sorted(dates, key=str, reverse=order == "newest")
    assert len(dates) >= 200
    assert all(number % 3 == 0 and number % 7 for number in numbers(answer))


def test_copies_are_shown_though_they_do_not_obey(folder: Path, tmp_path: Path) -> None:
    text = "The ship of the harbour master left Portville for the northern islands at noon with forty barrels of salt"
    (folder / "one.txt").write_text(f"Ship leaves\n\n{text} today.\n")
    (folder / "two.txt").write_text(f"Vessel leaves\n\n{text}.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    (evidence,) = archive.ask('"salt today"').evidence
    assert [copy.article.file for copy in evidence.copies] == ["two.txt"]


@pytest.mark.parametrize("settings", [Settings(), ADDED_TO], ids=["rewritten", "added to"])
def test_an_update_that_takes_the_words_away_leaves_them_unheld(
    folder: Path, tmp_path: Path, settings: Settings
) -> None:
    path = folder / "storm.txt"
    path.write_text("Storm\n\nThe storm took the old lighthouse.\n\nThe river rose.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(), settings=settings)
    assert begin(archive.ask('"old lighthouse"')) == ["The storm"]
    path.write_text("Storm\n\nThe storm took a tree.\n\nThe river rose.\n")
    archive.update([path])
    assert archive.ask('"old lighthouse"').unheld == ("old lighthouse",)
    assert begin(archive.ask('"took a tree"')) == ["The storm"]
    path.unlink()
    archive.update([path])
    assert archive.ask('"took a tree"').unheld == ("took a tree",)
    assert len(archive.ask("trade -border", 100).evidence) == 5


def test_words_too_long_for_the_index_are_found_and_excluded_as_they_are_written(folder: Path, tmp_path: Path) -> None:
    (folder / "long.txt").write_text(f"Ship\n\nThe {LONG} said no.\n\nThe {LONG}s said yes.\n")
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder())
    assert texts(archive.ask(f'"{LONG.upper()}"')) == {f"The {LONG} said no."}
    assert texts(archive.ask(f'"The {LONG} said"')) == {f"The {LONG} said no."}
    assert texts(archive.ask(f"ship -{LONG}", 100, articles=["long.txt"])) == {f"The {LONG}s said yes."}


HOSTILE = {
    "pairs of nothing": ('"' * 999 + "x", 6, 0),
    "pairs and a word": ('""' * 499 + "x", 6, 0),
    "marks of every kind": ("“„«»”“" * 100 + "x", 6, 0),
    "one word 250 times": ('"a" ' * 250, 2, 0),
    "150 words": (" ".join(f'"{chr(0x3B1 + number)}{number}"' for number in range(150)), 6, 150),
    "one word excluded 330 times": ("x" + " -a" * 330, 4, 0),
    "130 words with hyphens excluded": ("x " + " ".join(f"-a{number}-b" for number in range(130)), 6, 0),
    "110 quotations excluded": ("x " + " ".join(f'-"b {number}"' for number in range(110)), 6, 0),
    "controls": ('"\x00\x1b[31m\u202e" x "\x00"', 6, 1),
    "lone surrogates": ('x "\ud800" -\ud800 -"\ud800"', 6, 0),
    "entities": ('"&quot;" &quot;x&quot;', 6, 0),
    "a regular expression": (r'"(?:a.*)+$[" "\b" -(a|b)*', 6, 2),
    "a query": ('x "+river:trade* AND NOT" -every:every', 6, 1),
    "400 words": ('"' + "a " * 400 + '"', 6, 1),
    "a word of 900 letters": (f'"{"y" * 900}"', 6, 1),
    "a word of 900 letters excluded": (f"x -{'y' * 900}", 6, 0),
}


@pytest.mark.parametrize(("question", "found", "unheld"), HOSTILE.values(), ids=HOSTILE)
def test_hostile_questions_are_answered_as_others_are(archive: Archive, question: str, found: int, unheld: int) -> None:
    answer = archive.ask(question, 100)
    assert (len(answer.evidence), len(answer.unheld)) == (found, unheld)


def test_a_question_without_operators_is_put_to_every_passage(archive: Archive) -> None:
    answer = archive.ask("What of the river - and a long-term trade at -5?", 100)
    assert len(answer.evidence) == 6
    assert answer.unheld == ()
