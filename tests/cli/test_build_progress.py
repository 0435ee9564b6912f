"""What a build shows on a terminal while it works."""

import io
import re
import time

from rich.console import Console

from qa.cli.build_progress import BuildProgress


def terminal() -> Console:
    return Console(file=io.StringIO(), width=200, force_terminal=True)


def last_line(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", console.file.getvalue()).strip().splitlines()[-1]


def test_until_passages_are_encoded_it_says_that_the_model_is_being_loaded() -> None:
    console = terminal()
    with BuildProgress(console) as progress:
        progress.start(40)
        for _ in range(40):
            progress.advance(1, 0)
    assert re.match(r"loading the model .* 40 of 40 articles read", last_line(console))


def test_a_build_shows_how_far_it_is_how_fast_and_the_time_left() -> None:
    console = terminal()
    with BuildProgress(console) as progress:
        progress.start(40)
        time.sleep(0.05)
        progress.advance(10, 1_500)
    shown = re.search(r"10/40, 1,500 passages encoded, ([\d,]+) a second (\d:\d\d:\d\d|-:--:--)", last_line(console))
    assert shown is not None
    assert 0 < int(shown[1].replace(",", "")) <= 30_000


def test_articles_that_were_only_read_do_not_count_as_done() -> None:
    console = terminal()
    with BuildProgress(console) as progress:
        progress.start(40)
        progress.advance(10, 1_500)
        progress.advance(30, 1_500)
    assert " 10/40, " in last_line(console)


def test_at_the_end_all_are_done() -> None:
    console = terminal()
    with BuildProgress(console) as progress:
        progress.start(40)
        progress.advance(40, 0)
        progress.advance(0, 900)
    assert " 40/40, 900 passages encoded" in last_line(console)


def test_where_no_terminal_is_a_build_shows_nothing() -> None:
    console = Console(file=io.StringIO(), width=200)
    with BuildProgress(console) as progress:
        progress.start(40)
        progress.advance(10, 1_500)
    assert isinstance(console.file, io.StringIO)
    assert not console.file.getvalue().strip()
