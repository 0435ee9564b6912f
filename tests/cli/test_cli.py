"""The shell, as a person uses it: its output, its exit code; some commands as processes, the others within this one."""

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from qa import __version__
from qa.archive.archive import Archive
from qa.index.lock import writer_lock
from qa.models.encoder.model_folder import find_model
from tests.conftest import ROOT, SEEDS
from tests.support.hand_encoder import HandEncoder
from tests.support.imports import HEAVY, imported_by
from tests.support.ports import free_port, port_in_use
from tests.support.seeds import BORDER
from tests.support.shell import qa, qa_process

pytestmark = pytest.mark.model

GO_ON = "qa: stopped; nothing is lost, run the same command to go on"


def many_ships(folder: Path, count: int) -> Path:
    """Write articles of twenty passages each: enough of them keep a build busy."""
    folder.mkdir()
    for number in range(count):
        text = "\n\n".join(f"The ship number {number} left harbour {part} on Monday." for part in range(20))
        (folder / f"{number}.txt").write_text(f"Ship {number} leaves\n\n{text}\n")
    return folder


def test_the_border_question_is_answered_by_one_line_of_json(seeds_index: Path) -> None:
    asked = qa_process("ask", BORDER, "--json", "--index", seeds_index)
    assert asked.returncode == 0
    assert asked.stdout.count("\n") == 1
    assert asked.stderr == ""
    first = json.loads(asked.stdout)["evidence"][0]
    assert "7,591 kilometers" in first["passage"]["text"]
    assert "7,591 kilometers" in first["sentence"]["text"]
    assert first["article"]["file"] == "003_f21b648a2aaaf444.txt"
    assert first["article"]["outlet"] == 'GSV "Russia - Islamic World"'


def test_an_answer_for_a_person_leads_with_the_verdict_and_marks_the_sentence(seeds_index: Path) -> None:
    asked = qa("ask", BORDER, "--limit", "1", "--index", seeds_index)
    assert asked.returncode == 0
    assert asked.stdout.startswith("Answered")
    shown = " ".join(asked.stdout.split())
    assert "▶The Kazakh leader highlighted" in shown
    assert "22 October, year not stated" in shown


def test_no_answer_is_said_and_is_no_failure(seeds_index: Path) -> None:
    asked = qa_process("ask", "How do I reset my router password?", env={"QA_INDEX": str(seeds_index)})
    assert asked.returncode == 0
    assert asked.stdout.startswith("This archive does not answer that")
    assert "The closest passages:" in asked.stdout


def test_filters_reach_the_search_and_the_undated_are_counted(seeds_index: Path) -> None:
    asked = qa("ask", "Lavrov", "--after", "2023", "--limit", "1000", "--json", "--index", seeds_index)
    answer = json.loads(asked.stdout)
    assert {it["article"]["file"] for it in answer["evidence"]} == {"002_caa2fdbdc48b9f58.txt"}
    assert answer["undated"] == 3
    asked = qa("ask", "Lavrov", "--outlet", "tass", "--limit", "1000", "--json", "--index", seeds_index)
    assert {it["article"]["outlet"] for it in json.loads(asked.stdout)["evidence"]} == {"TASS"}
    said = qa("ask", "Lavrov", "--after", "2024", "--index", seeds_index).stdout
    assert "The date filter leaves out 3 articles without a full date." in said
    assert "No passage matches the filters" in said


def test_the_time_that_a_question_points_at_is_read_against_a_day_or_left_unread(seeds_index: Path) -> None:
    question = "What did Lavrov say this week?"
    said = qa("ask", question, "--index", seeds_index).stdout
    assert said.startswith("this week: 10–11 April 2023 (not with --any-time)\n")
    assert "The date filter leaves out 3 articles without a full date." in said
    for options, time in (
        (["--asked-on", "2022-12-10"], {"words": "this week", "first": "2022-12-05", "last": "2022-12-10"}),
        (["--any-time"], None),
    ):
        answer = json.loads(qa("ask", question, *options, "--limit", "50", "--json", "--index", seeds_index).stdout)
        found = {it["article"]["date"] for it in answer["evidence"]}
        assert answer["time"] is None if time is None else time.items() <= answer["time"].items()
        assert found == {"2022-12-10"} if time else len(found) > 1


def test_a_question_needs_no_quotation_marks(seeds_index: Path) -> None:
    asked = qa("ask", "How", "long", "is", "the", "border", "--limit", "1", "--json", "--index", seeds_index)
    assert "7,591" in json.loads(asked.stdout)["evidence"][0]["sentence"]["text"]


def test_without_a_command_the_shell_says_what_there_is() -> None:
    shown = qa_process()
    assert shown.returncode == 2
    assert "qa build FOLDER" in shown.stdout
    assert shown.stderr == ""


def test_a_name_that_no_article_states_is_said(seeds_index: Path) -> None:
    asked = qa("ask", "trade", "--outlet", "Reuter", "--index", seeds_index)
    assert asked.stdout.splitlines() == [
        "No article in this archive states “Reuter” as its outlet.",
        "No passage matches the filters. Widen them or remove one.",
    ]
    told = json.loads(qa("ask", "trade", "--outlet", "Reuter", "--json", "--index", seeds_index).stdout)
    assert told["unknown"] == {"outlets": ["Reuter"], "places": [], "files": [], "languages": []}


def test_a_question_may_begin_with_dashes(seeds_index: Path) -> None:
    asked = qa("ask", "--index", seeds_index, "--", "--How long is the border?", "--limit")
    assert asked.returncode == 2
    asked = qa("ask", "--index", seeds_index, "--", "--How long is the border?")
    assert "7,591" in asked.stdout


def test_in_a_pipe_a_passage_is_one_line_however_long(seeds_index: Path) -> None:
    asked = qa("ask", BORDER, "--limit", "1", "--index", seeds_index)
    passage = json.loads(qa("ask", BORDER, "--limit", "1", "--json", "--index", seeds_index).stdout)["evidence"][0]
    assert passage["passage"]["text"] in asked.stdout.replace("▶", "").replace("◀", "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", ""], "the question is empty"),
        (["ask", "   "], "the question is empty"),
        (["ask", "x" * 10_000], "10,000 characters"),
        (["ask", "🙂🙂"], "contains no word"),
        (["ask", "--", "-trade"], "only leaves words out"),
        (["ask", "-trade"], "only leaves words out"),
        (["ask", "trade", "--fsat"], "--fsat is not an option of `qa ask`: see `qa ask --help`"),
        (["ask"], "QUESTION is missing: see `qa ask --help`"),
        (["ask", "trade", "--", "how", "much", "--json"], "--json is not an option of `qa ask`"),
        (["aks", "trade"], "there is no command aks, but there is ask: see `qa --help`"),
        (["none"], "there is no command none: see `qa --help`"),
        (["verify", "--jsn"], "there is no option --jsn, but there is --json: see `qa verify --help`"),
        (["verify", "-x"], "there is no option -x: see `qa verify --help`"),
        (["ask", "trade", "--limit", "many"], "--limit takes a whole number, not 'many': see `qa ask --help`"),
        (["ask", "trade", "--limit", "1.5"], "--limit takes a whole number, not '1.5'"),
        (["ask", "trade", "--offset", "²"], "--offset takes a whole number, not '²'"),
        (["ask", "trade", "--limit"], "--limit needs a value: see `qa ask --help`"),
        (["ask", "trade", "--json=yes"], "--json takes no value: see `qa ask --help`"),
        (["ask", "trade", "--outlet", ""], "--outlet is empty; name something or leave it out"),
        (["build", ""], "FOLDER is empty; name something or leave it out: see `qa build --help`"),
        (["serve", "--port", "70000"], "--port takes a number from 1 to 65535, not '70000': see `qa serve --help`"),
        (["serve", "--port", "http"], "--port takes a number from 1 to 65535, not 'http'"),
        (["watch", "one", "two"], "too much is given: two: see `qa watch --help`"),
        (["build", "one", "two"], "one: no such file or folder; name folders, files or patterns such as 2024/*.html"),
        (["ask", "trade", "--limit", "0"], "limit is 0"),
        (["ask", "trade", "--limit", "-1"], "limit is -1"),
        (["ask", "trade", "--after", "2023", "--before", "2022"], "later than before"),
        (["ask", "trade", "--after", "2023-02-30"], "is not a date"),
        (["ask", "trade", "--before", "yesterday"], "is not a date"),
        (
            ["ask", "trade", "--asked-on", "yesterday"],
            "asked_on is 'yesterday', which is not a date: write one such as",
        ),
        (["ask", "trade", "--outlet", "TASS\udcff"], r"outlets holds 'TASS\udcff', which is not text"),
        (["ask", "trade", "--index", "/nowhere/at/all"], "qa build FOLDER"),
        (["status", "--index", "/nowhere/at/all"], "qa build FOLDER"),
        (["status", "--article", "none.txt"], "no article"),
        (["serve", "--port", "{port}", "--index", "/nowhere/at/all"], "qa build FOLDER"),
        (["serve", "--port", "{port}", "--watch", "--index", "{new}"], "qa build FOLDER"),
        (["verify", "--index", "{new}"], "qa build FOLDER"),
        (["compact", "--index", "{new}"], "qa build FOLDER"),
        (["watch", "--index", "{new}"], "qa build FOLDER"),
        (["watch", "/nowhere/at/all"], "no such folder"),
        (["watch", "/"], "--replace"),
        (["build", "/nowhere/at/all"], "/nowhere/at/all"),
        (["build", str(SEEDS), "--encoder", "/nowhere/at/all", "--index", "{new}"], "no encoder"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else None,
)
def test_bad_input_is_one_line_that_says_what_to_do_and_exit_code_2(
    seeds_index: Path, tmp_path: Path, arguments: list[str], says: str
) -> None:
    arguments = [
        argument.replace("{new}", str(tmp_path / "new")).replace("{port}", str(free_port())) for argument in arguments
    ]
    ran = qa(*arguments, env={"QA_INDEX": str(seeds_index)})
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1
    assert "Traceback" not in ran.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", "x" * 10_000], "10,000 characters"),
        (["ask", "trade", "--outlet", "TASS\udcff"], r"outlets holds 'TASS\udcff', which is not text"),
        (["aks", "trade"], "there is no command aks"),
    ],
    ids=["question", "filter", "command"],
)
def test_bad_input_is_one_line_for_a_process_as_well(seeds_index: Path, arguments: list[str], says: str) -> None:
    ran = qa_process(*arguments, env={"QA_INDEX": str(seeds_index)})
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--host", "0.0.0.0"], "ask for a login with --auth FILE, or let everyone in with --no-auth"),
        (["--host", "0.0.0.0", "--no-auth", "--admin"], "--admin would let everyone change the archive"),
        (["--no-auth", "--auth", "ann:secret"], "cannot be used together"),
        (["--auth", "/nowhere/either"], "there is no file /nowhere/either"),
        (["--behind", "archive.example.org", "--no-auth"], "--behind takes one like https://"),
        (["--host", "203.0.113.7"], "not an address of this machine"),
        (["--host", ""], "the host to serve on is empty"),
        (["--host", "0.0.0.0", "--auth", "ann:secret"], "qa build FOLDER"),
        (["--host", "0.0.0.0", "--no-auth"], "qa build FOLDER"),
        (["--behind", "https://archive.example.org", "--auth", "ann:secret", "--admin"], "qa build FOLDER"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_who_may_come_in_is_settled_before_the_index_is_looked_for(arguments: list[str], says: str) -> None:
    ran = qa("serve", "--port", str(free_port()), "--index", "/nowhere/at/all", *arguments)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_build_says_what_it_did_and_names_what_it_skipped(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.txt").write_text("Ship leaves\n\nThe ship left the harbour on Monday.\n")
    (folder / "empty.txt").write_bytes(b"")
    built = qa_process("build", folder, "--index", tmp_path / "index")
    assert built.returncode == 0, built.stderr
    assert built.stdout.splitlines()[0] == "1 added, 0 changed, 0 removed, 0 unchanged; 1 passage encoded"
    assert "1 file skipped:" in built.stdout
    assert re.search(r"empty\.txt: it is empty", built.stdout)
    again = qa("build", "--index", tmp_path / "index")
    assert again.stdout.startswith("0 added, 0 changed, 0 removed, 1 unchanged; 0 passages encoded")


def test_a_folder_where_nothing_can_be_read_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "empty.txt").write_bytes(b"")
    built = qa("build", tmp_path / "articles", "--index", tmp_path / "index")
    assert built.returncode == 2
    assert len(built.stderr.splitlines()) == 1


def test_status_says_what_is_held_and_whether_the_folder_is_ahead(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "one.txt").write_text("Ship leaves\n\n4 May 2020\n\nThe ship left the harbour on Monday.\n")
    qa("build", folder, "--index", tmp_path / "index")
    held = qa("status", "--index", tmp_path / "index")
    assert held.returncode == 0
    assert re.search(r"articles\s+1 in ", held.stdout)
    assert "4 May 2020" in held.stdout
    assert "no change since the build" in held.stdout
    (folder / "two.txt").write_text("Ship returns\n\nThe ship came back.\n")
    ahead = qa("status", "--index", tmp_path / "index", "--json")
    assert ahead.returncode == 1
    assert ahead.stdout.count("\n") == 1
    said = json.loads(ahead.stdout)
    assert said["ahead"] is True
    assert (said["added"], said["changed"], said["removed"]) == (["two.txt"], [], [])
    assert (said["index_kind"], said["recall"]) == ("exact", None)
    assert (said["newer_passages"], said["gone_passages"]) == (0, 0)
    assert (said["oldest_date"], said["newest_date"]) == ("2020-05-04", "2020-05-04")
    assert 0 <= said["age_seconds"] < 120
    assert said["index_bytes"] == sum(it.stat().st_size for it in (tmp_path / "index").rglob("*") if it.is_file())
    (folder / "one.txt").unlink()
    (folder / "two.txt").unlink()
    empty = json.loads(qa("status", "--index", tmp_path / "index", "--json").stdout)
    assert (empty["ahead"], empty["added"]) == (False, [])
    assert "holds no articles" in qa("status", "--index", tmp_path / "index").stdout


def test_status_of_an_article_shows_what_was_left_out_and_why(seeds_index: Path) -> None:
    shown = qa("status", "--article", "001_09a015d091362e36.txt", "--index", seeds_index)
    assert shown.returncode == 0
    assert re.search(r"All news\s+\[page furniture\]", shown.stdout)
    assert re.search(r"Use of US dollar\s+\[heading\]", shown.stdout)
    assert re.search(r"^\s+1  According to Russian Foreign Minister", shown.stdout, re.MULTILINE)


def test_verify_says_what_was_checked_and_finds_it_as_written(seeds_index: Path) -> None:
    checked = qa("verify", "--index", seeds_index)
    assert checked.returncode == 0, checked.stdout
    lines = checked.stdout.splitlines()
    assert re.fullmatch(r"revision 1: 5 articles, 44 passages, \d+ files checked", lines[0])
    assert lines[-1] == "no damage found"
    form = json.loads(qa("verify", "--json", "--index", seeds_index).stdout)
    assert (form["revision"], form["articles"], form["passages"], form["problems"]) == (1, 5, 44, [])
    assert form["files"] > 3


def test_verify_names_each_damaged_file_with_its_remedy_on_a_line(seeds_index: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    shutil.copytree(seeds_index, index)
    (vectors,) = index.glob("vectors-*.faiss")
    whole = bytearray(vectors.read_bytes())
    whole[len(whole) // 2] ^= 1
    vectors.write_bytes(whole)
    checked = qa("verify", "--index", index)
    assert checked.returncode == 1
    assert checked.stderr == ""
    (problem,) = [line for line in checked.stdout.splitlines() if vectors.name in line]
    assert "`qa compact`" in problem
    assert "no damage found" not in checked.stdout
    asked = qa("verify", "--json", "--index", index)
    assert asked.returncode == 1
    assert vectors.name in json.loads(asked.stdout)["problems"][0]
    compacted = qa("compact", "--index", index)
    assert compacted.returncode == 0, compacted.stderr
    assert qa("verify", "--index", index).returncode == 0


def test_compact_leaves_nothing_of_what_was_deleted_and_the_same_answers(tmp_path: Path) -> None:
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"Ship {number}\n\nThe ship number {number} left on Monday.\n")
    qa("build", folder, "--index", index)
    (folder / "4.txt").write_text("Ship 4\n\nIt is still in the harbour.\n")
    qa("build", "--index", index)
    before = qa("ask", "ship", "--json", "--index", index).stdout
    compacted = qa("compact", "--index", index)
    assert compacted.returncode == 0
    assert re.fullmatch(r"compacted: \d+\.\d MB, \d+\.\d MB before\n", compacted.stdout)
    assert qa("ask", "ship", "--json", "--index", index).stdout == before
    assert not [it for it in index.rglob("*") if it.is_file() and b"ship number 4" in it.read_bytes().lower()]


def test_version() -> None:
    assert qa_process("--version").stdout == f"qa {__version__}\n"


@pytest.mark.parametrize("command", ["build", "ask", "status", "replay", "verify", "compact", "watch", "serve"])
def test_each_command_explains_itself_and_takes_an_index(command: str) -> None:
    said = qa(command, "--help")
    assert said.returncode == 0
    assert "--index" in said.stdout
    assert said.stderr == ""


def test_help_imports_nothing_that_only_models_searches_or_the_page_need() -> None:
    helped = "import contextlib; from qa.cli.__main__ import main\nwith contextlib.suppress(SystemExit): main()"
    assert not imported_by(helped, "ask", "--help") & {*HEAVY, "faiss"}


INTERRUPTED = """
import os, signal, sys

def interrupt(event, arguments, left=[{count}]):
    if event == "{event}" and "{part}" in map(str, arguments) and left[0]:
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGINT)

sys.addaudithook(interrupt)
from qa.cli.__main__ import main
main()
"""


@pytest.mark.parametrize(
    ("command", "event", "part", "count", "says"),
    [
        ("ask", "import", "numpy", 1, "qa: stopped"),
        ("ask", "import", "openvino", 1, "qa: stopped"),
        ("serve", "import", "gradio", 1, "qa: stopped before the page was ready"),
        ("serve", "import", "qa.page.app", 1, "qa: stopped before the page was ready"),
        ("build", "import", "openvino", 1, GO_ON),
        ("build", "qa.step", "vectors pending", 2, GO_ON),
        ("build", "qa.step", "ready to commit", 1, GO_ON),
    ],
)
def test_ctrl_c_ends_a_command_at_any_moment_with_a_line_of_its_own(
    seeds_index: Path, tmp_path: Path, command: str, event: str, part: str, count: int, says: str
) -> None:
    """How soon, no busy machine can show: test_interruption stops what would go on for half a minute."""
    temporary, built = tmp_path / "temporary", tmp_path / "index"
    temporary.mkdir()
    folder = many_ships(tmp_path / "articles", 30)
    arguments = {
        "ask": ["ask", BORDER, "--index", str(seeds_index)],
        "serve": ["serve", "--port", str(free_port()), "--index", str(seeds_index)],
        "build": ["build", str(folder), "--index", str(built)],
    }
    running = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED.format(event=event, part=part, count=count), *arguments[command]],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    try:
        printed, said = running.communicate(timeout=120)
    finally:
        running.kill()
    # where Ctrl-C met code that C had Python run, Python ends by the signal: 130 as well, to a shell
    assert running.returncode in (130, -signal.SIGINT)
    assert (printed, said) == ("", f"{says}\n")
    assert list(temporary.iterdir()) == []
    if command == "build":
        assert "30 added" in str(Archive.build(folder, built).report)


def test_a_port_in_use_is_one_line(seeds_index: Path) -> None:
    with port_in_use() as port:
        served = qa("serve", "--port", str(port), "--index", seeds_index)
    assert served.returncode == 2
    assert served.stderr.splitlines() == [
        f"qa: port {port} is in use: stop the other program or choose another with --port"
    ]


def damage(index: Path) -> None:
    (index / "archive.sqlite").write_bytes(b"this was an archive once " * 400)


def remove(index: Path) -> None:
    (index / "archive.sqlite").unlink()


def make_newer(index: Path) -> None:
    with closing(sqlite3.connect(index / "archive.sqlite")) as connection:
        connection.execute("PRAGMA user_version = 99")


def make_with_another_encoder(index: Path) -> None:
    shutil.rmtree(index)
    Archive.build(SEEDS, index, encoder=HandEncoder(name="all-MiniLM-L6-v2"))


@pytest.mark.parametrize(
    ("command", "spoil", "says"),
    [
        (["ask", BORDER], damage, "is damaged"),
        (["ask", BORDER], remove, "no index in"),
        (["ask", BORDER], make_newer, "has format 99"),
        (["ask", BORDER], make_with_another_encoder, "qa build --encoder all-MiniLM-L6-v2"),
        (["build", str(SEEDS), "--replace"], damage, "is damaged"),
        (["build", str(SEEDS), "--replace"], make_newer, "has format 99"),
        (["build", str(SEEDS), "--replace"], make_with_another_encoder, "qa build --encoder all-MiniLM-L6-v2"),
        (["serve", "--port", "{port}"], damage, "is damaged"),
        (["serve", "--port", "{port}"], make_with_another_encoder, "qa build --encoder all-MiniLM-L6-v2"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else getattr(value, "__name__", None),
)
def test_an_index_that_cannot_answer_is_one_line_that_says_what_to_do(
    seeds_index: Path, tmp_path: Path, command: list[str], spoil: Callable[[Path], None], says: str
) -> None:
    index = tmp_path / "index"
    shutil.copytree(seeds_index, index)
    spoil(index)
    ran = qa(*(word.replace("{port}", str(free_port())) for word in command), "--index", index)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_another_encoder_encodes_everything_and_is_kept_until_another_is_named(tmp_path: Path) -> None:
    model = tmp_path / "model"
    shutil.copytree(find_model().path, model)
    (model / "config_sentence_transformers.json").write_text(
        json.dumps({"prompts": {"query": "question: ", "document": "news: "}, "similarity_fn_name": "cosine"})
    )
    folder, index = tmp_path / "articles", tmp_path / "index"
    folder.mkdir()
    (folder / "one.txt").write_text("Ship leaves\n\nThe ship left the harbour of Portville on Monday.\n")
    assert "1 added" in qa("build", folder, "--index", index).stdout
    assert "1 unchanged; 1 passage encoded" in qa("build", "--encoder", model, "--index", index).stdout
    assert "1 unchanged; 0 passages encoded" in qa("build", "--index", index).stdout
    assert json.loads(qa("status", "--json", "--index", index).stdout)["encoder"] == str(model)
    assert "▶The ship left the harbour" in qa("ask", "When did the ship leave Portville?", "--index", index).stdout


def test_a_second_build_says_who_is_building(seeds_index: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    shutil.copytree(seeds_index, index)
    with writer_lock(index):
        ran = qa_process("build", SEEDS, "--index", index, "--replace")
    assert ran.returncode == 2
    assert f"process {os.getpid()} on " in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_a_damaged_accelerator_is_one_warning_and_an_answer(seeds_index: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    shutil.copytree(seeds_index, index)
    for vectors in index.glob("vectors-*.faiss"):
        vectors.write_bytes(b"not vectors")
    ran = qa_process("ask", BORDER, "--json", "--index", index)
    assert ran.returncode == 0
    assert "7,591" in ran.stdout
    assert len(ran.stderr.splitlines()) == 1
    assert "rebuilt" in ran.stderr
