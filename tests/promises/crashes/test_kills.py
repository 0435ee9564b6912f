"""A process killed at any step or moment loses nothing that was acknowledged, and leaves nothing behind."""

import logging
import random
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from qa.build.verify import verify_index
from qa.errors import IndexMissing
from tests.promises.crashes.contents import contents, differences
from tests.promises.crashes.laboratory import Laboratory, Order, Outcome
from tests.promises.crashes.prepared import Prepared, left_over
from tests.promises.crashes.scenarios import SCENARIOS

STEPS = (
    "locked",
    "transaction begun",
    "pending vectors opened",
    "vectors pending",
    "passages stored",
    "articles stored",
    "vectors on disk",
    "lexical folder made",
    "lexical files linked",
    "lexical words committed",
    "lexical files written",
    "lexical files on disk",
    "lexical files adopted",
    "catalogue on disk",
    "derived files named",
    "ready to commit",
    "committed",
    "merged",
    "earlier file removed",
    "earlier files removed",
    "pending vectors removed",
    "rebuilt beside",
    "swapped",
    "rewritten",
    "compacted",
)
EXACT = 1e-5
WITH_DEAD = 0.1
"""By how much lexical scores may differ while deleted passages count in the statistics."""
often = pytest.mark.soak


@pytest.fixture(autouse=True)
def _warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.WARNING):
        yield


def test_the_steps_of_all_commands_are_these(prepared: Prepared) -> None:
    assert {step for outcome in prepared.outcomes.values() for step in outcome.steps} == set(STEPS)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_command_that_is_not_killed_leads_to_what_a_build_from_scratch_does(
    prepared: Prepared, scenario: str
) -> None:
    after = prepared.after[scenario]
    assert after is not None
    assert not differences(after, prepared.scratch[SCENARIOS[scenario].after], WITH_DEAD)
    assert not left_over(prepared.root / "runs" / scenario / "index")


@pytest.mark.parametrize("scenario", ["build again", "compact", "encode again", "first build", "mend", "rebuild"])
def test_scores_are_those_from_scratch_too_where_all_is_rewritten(prepared: Prepared, scenario: str) -> None:
    assert not differences(prepared.after[scenario], prepared.scratch[SCENARIOS[scenario].after], EXACT)


@pytest.mark.parametrize("kills", [3, pytest.param(20, marks=often)])
@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_leaves_the_last_state_or_the_next(
    prepared: Prepared,
    crashes: Laboratory,
    place: Path,
    caplog: pytest.LogCaptureFixture,
    step: str,
    kills: int,
) -> None:
    moments = [
        (scenario, occurrence)
        for scenario, outcome in prepared.outcomes.items()
        for occurrence in range(1, outcome.steps.count(step) + 1)
    ]
    for kill in range(kills):
        scenario, occurrence = moments[kill * max(len(moments) // kills, 1) % len(moments)]
        here = prepared.copy(scenario, place / str(kill))
        outcome = crashes.run(Order(scenario, str(here), step, occurrence))
        assert outcome.signal == 9, outcome
        assert outcome.steps[-1] == step
        caplog.clear()
        check_survival(prepared, crashes, scenario, outcome, here)
        check_silence(caplog, scenario, outcome)


@pytest.mark.parametrize("kills", [6, pytest.param(29, marks=often)])
@pytest.mark.parametrize("scenario", [name for name in SCENARIOS if name != "first build by the other encoder"])
def test_a_kill_at_any_moment_leaves_the_last_state_or_the_next(
    prepared: Prepared,
    crashes: Laboratory,
    place: Path,
    caplog: pytest.LogCaptureFixture,
    scenario: str,
    kills: int,
) -> None:
    moment, numbers = random.Random(scenario), count()
    killed, longest = 0, prepared.outcomes[scenario].seconds
    while killed < kills:
        number = next(numbers)
        assert number < 10 * kills, "the commands end before they can be killed"
        here = prepared.copy(scenario, place / str(number))
        seconds = moment.uniform(0, longest)
        outcome = crashes.run(Order(scenario, str(here), seconds=seconds))
        assert outcome.error is None
        if outcome.signal:
            killed += 1
        else:
            longest = seconds  # it ended within that
        caplog.clear()
        check_survival(prepared, crashes, scenario, outcome, here)
        check_silence(caplog, scenario, outcome)


def check_survival(prepared: Prepared, crashes: Laboratory, scenario: str, outcome: Outcome, place: Path) -> None:
    """Look at what a dead command left, and at what the same command makes of it."""
    again = place.with_name(place.name + "-again")
    shutil.copytree(place, again)
    last, following = prepared.before[SCENARIOS[scenario].before], prepared.after[scenario]
    possible = [following] if outcome.acknowledged or "committed" in outcome.steps else [last]
    if outcome.steps[-1:] == ("ready to commit",):  # committing
        possible = [last, following]
    found = contents(place / "index")
    assert any(not differences(found, state, EXACT) for state in possible), (scenario, outcome)
    if found is None:
        with pytest.raises(IndexMissing):
            verify_index(place / "index")
    else:
        assert verify_index(place / "index").problems == (), (scenario, outcome)
    repeated = crashes.run(Order(scenario, str(again)))
    assert repeated.acknowledged, (scenario, outcome, repeated)
    assert not differences(contents(again / "index"), following, EXACT), (scenario, outcome)
    assert verify_index(again / "index").problems == (), (scenario, outcome)
    if SCENARIOS[scenario].swept_later:
        assert crashes.run(Order("build", str(again))).acknowledged
    assert left_over(again / "index") == set(), (scenario, outcome)
    shutil.rmtree(place)
    shutil.rmtree(again)


def check_silence(caplog: pytest.LogCaptureFixture, scenario: str, outcome: Outcome) -> None:
    """Opening need not mend anything: what the last state names was never touched."""
    mending = scenario == "mend" and "committed" not in outcome.steps
    assert mending or not caplog.records, (scenario, outcome, caplog.text)
