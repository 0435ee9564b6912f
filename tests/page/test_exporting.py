"""What a visitor takes along from the page is what stands in the articles, with its source, in files others read."""

import csv
import io
import json
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.archive.archive import Archive
from qa.exports.citations import FORMATS
from qa.exports.receipts import read_receipt, replay_receipt
from qa.page import exporting
from qa.page.address import SHOWN
from qa.page.client_actions import ClientAction
from qa.page.exporting import wire_exporting
from qa.page.words.english import ENGLISH
from qa.records import Passage, SearchRequest
from tests.page.script import Script
from tests.support.examples import few
from tests.support.seeds import BORDER

ADDRESS = "?" + urlencode({"q": BORDER})
FILE = "003_f21b648a2aaaf444.txt"
GONE = ClientAction("That passage is not in the archive. Its article was changed or removed.")


@pytest.fixture(scope="module")
def archive(small_archive: Archive) -> Archive:
    return small_archive


@pytest.fixture(scope="module")
def script(archive: Archive) -> Script:
    return Script(lambda bridge, taken: wire_exporting(archive, bridge, taken))


@pytest.fixture(scope="module")
def passages(archive: Archive) -> tuple[Passage, ...]:
    return archive.passages(FILE)


def picked(passage: Passage, sentence: str = "") -> dict[str, str]:
    return {"passage": passage.id, "sentence": sentence}


def saving(wanted: str, *some: dict[str, str]) -> dict[str, object]:
    return {"address": ADDRESS, "format": wanted, "evidence": list(some)}


def test_a_quote_is_copied_with_its_source_and_nothing_is_saved(
    script: Script, archive: Archive, passages: tuple[Passage, ...]
) -> None:
    article, passage = archive.article(FILE), passages[6]
    handed = script.tell("copy", {"address": ADDRESS} | picked(passage, "4-40"))
    assert handed == ClientAction(ENGLISH.card.copied, copied=handed.copied)
    assert handed.copied.startswith(f"“{passage.text[4:40]}” — ")
    for part in (article.title, article.outlet, f"paragraph {passage.number}", "year not stated", "retrieved"):
        assert str(part) in handed.copied


@pytest.mark.parametrize("sentence", ["", "40-4", "no stretch", "99999-100000"])
def test_where_no_sentence_is_marked_the_whole_passage_is_quoted(
    script: Script, passages: tuple[Passage, ...], sentence: str
) -> None:
    copied = script.tell("copy", {"address": ADDRESS} | picked(passages[0], sentence)).copied
    assert copied.startswith(f"“{passages[0].text}” — ")


@few(50)
@given(st.data())
def test_any_sentence_is_saved_word_for_word_beside_its_passage(
    script: Script, passages: tuple[Passage, ...], data: st.DataObject
) -> None:
    passage = data.draw(st.sampled_from(passages))
    start = data.draw(st.integers(0, len(passage.text) - 1))
    end = data.draw(st.integers(start + 1, len(passage.text)))
    handed = script.tell("download", saving("jsonl", picked(passage, f"{start}-{end}")))
    row = json.loads(handed.text)
    assert (row["quote"], row["passage"], row["passage_id"]) == (passage.text[start:end], passage.text, passage.id)
    assert (row["question"], row["file"]) == (BORDER, FILE)


@pytest.mark.parametrize("wanted", FORMATS)
def test_a_file_is_named_for_its_format_and_holds_what_was_selected_in_its_order(
    script: Script, passages: tuple[Passage, ...], wanted: str
) -> None:
    handed = script.tell("download", saving(wanted, picked(passages[6], "4-40"), picked(passages[1], "3-30")))
    assert re.fullmatch(rf"evidence-\d{{4}}-\d\d-\d\d{re.escape(FORMATS[wanted].suffix)}", handed.name)
    assert handed.message == f"Saved as {handed.name}."
    assert (handed.type, handed.copied) == (FORMATS[wanted].media_type, "")
    first, second = handed.text.index(passages[6].text[4:40]), handed.text.index(passages[1].text[3:30])
    assert first < second


def test_a_spreadsheet_finds_the_encoding_and_no_other_program_stumbles_over_it(
    script: Script, passages: tuple[Passage, ...]
) -> None:
    files = {wanted: script.tell("download", saving(wanted, picked(passages[0]))).text.encode() for wanted in FORMATS}
    assert [wanted for wanted, file in files.items() if "\ufeff".encode() in file] == ["csv"]
    (row,) = csv.DictReader(io.StringIO(files["csv"].decode("utf-8-sig"), newline=""))
    assert row["quote"] == passages[0].text


@pytest.fixture(params=["UTC-14", "UTC+11"])  # as POSIX counts: at any moment one of them has another date than UTC
def far_from_greenwich(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A clock that goes ahead of Greenwich, or behind."""
    with monkeypatch.context() as changed:
        changed.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("far_from_greenwich")
def test_a_file_is_named_for_the_day_that_its_quotes_were_retrieved(
    script: Script, passages: tuple[Passage, ...]
) -> None:
    handed = script.tell("download", saving("jsonl", picked(passages[0])))
    assert handed.name == f"evidence-{json.loads(handed.text)['retrieved']}.jsonl"


def test_a_file_has_an_end_however_much_is_asked_for(
    script: Script, passages: tuple[Passage, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exporting, "_MOST", 3)
    handed = script.tell("download", saving("jsonl", *[picked(passages[0], "0-9")] * 5))
    assert handed.text.count("\n") == 3


def test_a_receipt_asks_the_same_again(script: Script, archive: Archive, tmp_path: Path) -> None:
    outlet = archive.article(FILE).outlet or ""
    address = "?" + urlencode({"q": BORDER, "after": "", "order": "newest", "outlet": outlet, "shown": 20})
    handed = script.tell("download", {"address": address, "format": "receipt"})
    (tmp_path / handed.name).write_text(handed.text, encoding="utf-8")
    receipt = read_receipt(tmp_path / handed.name)
    assert receipt.search == SearchRequest(BORDER, 2 * SHOWN, order="newest", outlets=(outlet,))
    assert replay_receipt(archive, receipt).same
    assert timedelta(0) <= datetime.now(UTC) - receipt.made < timedelta(minutes=1)
    assert receipt.evidence
    assert handed == ClientAction(
        f"Saved as {handed.name}.", f"receipt-{receipt.made:%Y-%m-%d-%H%M%S}.json", "application/json", handed.text
    )


def test_a_receipt_holds_all_that_was_found(script: Script, archive: Archive, tmp_path: Path) -> None:
    handed = script.tell("download", {"address": ADDRESS, "format": "receipt", "evidence": []})
    found = [it["passage_id"] for it in json.loads(handed.text)["evidence"]]
    assert found == [it.passage.id for it in archive.ask(BORDER, SHOWN).evidence]
    assert found


def test_a_file_that_would_lack_a_passage_that_was_selected_is_not_saved(
    script: Script, passages: tuple[Passage, ...]
) -> None:
    gone = {"passage": "gone", "sentence": "0-5"}
    assert script.tell("download", saving("csv", picked(passages[0]), gone)) == GONE
    assert script.tell("copy", {"address": ADDRESS} | gone) == GONE


@pytest.mark.parametrize("wanted", ["", "docx", "Markdown"])
def test_another_format_is_refused_with_those_that_there_are(script: Script, wanted: str) -> None:
    handed = script.tell("download", saving(wanted))
    assert handed == ClientAction(f"Unknown export format '{wanted}': choose {', '.join(FORMATS)}.")


def test_a_receipt_of_a_search_that_cannot_be_made_is_refused_with_the_reason(script: Script) -> None:
    handed = script.tell("download", {"address": "?q=who&after=yesterday", "format": "receipt"})
    assert handed == ClientAction("“yesterday” is not a date. Write one such as 2022-12-31, 2022-12 or 2022.")


@pytest.mark.parametrize("event", ["download", "copy"])
def test_where_nothing_was_asked_there_is_nothing_to_take_along(
    script: Script, passages: tuple[Passage, ...], event: str
) -> None:
    for address in ("", "?tab=archive"):
        told = {"address": address, "format": "csv", "evidence": [picked(passages[0])]} | picked(passages[0])
        assert script.tell(event, told) == ClientAction()


def test_visitors_are_answered_in_their_language(script: Script, passages: tuple[Passage, ...]) -> None:
    assert script.tell("download", saving("csv"), "ru").message.startswith("Сохранено")
    assert script.tell("copy", {"address": ADDRESS} | picked(passages[0]), "ru").message.startswith("Скопировано")


TOLD = st.none() | st.booleans() | st.text(max_size=20) | st.lists(st.text(max_size=5), max_size=2)
FIELDS = {
    "address": TOLD | st.text(max_size=20).map(lambda it: f"?q={it}"),
    "format": TOLD | st.sampled_from([*FORMATS, "receipt"]),
    "evidence": TOLD | st.lists(st.dictionaries(st.sampled_from(["passage", "sentence"]), TOLD), max_size=2),
    "passage": TOLD,
    "sentence": TOLD,
}


@few(50)
@given(st.sampled_from(["download", "copy"]), st.fixed_dictionaries({}, optional=FIELDS))
def test_whatever_the_script_sends_nothing_breaks(script: Script, event: str, fields: dict[str, object]) -> None:
    assert ENGLISH.messages.ours not in script.tell(event, fields).message
