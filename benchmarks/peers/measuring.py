"""Make one measurement: start the process, read what it prints, judge what it found."""

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peers.contenders import BY_NAME, OFFLINE, ROOT, Contender, Given
from benchmarks.peers.quality import judge
from benchmarks.peers.rows import Row, Run, Step
from benchmarks.processes import Failed, Usage, run

ASKERS = (1, 4, 16)
_ASKING_SECONDS = 90.0
"""How long one process may put questions one by one."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured with."""

    articles: Path
    questions: Path
    sizes: Path
    """The folder where each size is kept."""

    def measure(self, step: Step, before: Run) -> Row:
        """Make a measurement after those before; one that fails is a result too."""
        if step.kind == "contents":
            return Row(step, self._prepare(step.size))
        given, paragraphs = Given(self.sizes / step.size), before.sizes[step.size]
        if not given.paragraphs.exists():
            self._prepare(step.size)  # what was prepared before a stop is gone
        try:
            return Row(step, paragraphs, _figures(step, given, before))
        except Failed as failure:
            return Row(step, paragraphs, failed=str(failure))

    def _prepare(self, size: str) -> int:
        """Write what everybody is given at a size, and return how many paragraphs it has.

        Raises:
            Failed: the articles or questions cannot be used.
        """
        given = Given(self.sizes / size)
        words = [str(it) for it in (self.articles, self.questions, size, given.folder)]
        return int(
            _read(run([sys.executable, "-m", "benchmarks.peers.workload", *words], _environment()))["paragraphs"]
        )


def _figures(step: Step, given: Given, before: Run) -> Mapping[str, float]:
    contender = BY_NAME[step.contender]
    if step.kind == "build":
        return _build(contender, given)
    if not contender.folder(given).exists():
        builder = BY_NAME[contender.index or contender.name]
        if failure := before.failure(step.size, builder.name, "build"):
            raise Failed(f"not built: {failure}")
        _build(builder, given)  # what was built before a stop is gone
    return _serve(contender, given) if step.kind == "serve" else _cold(contender, given, step.round)


def _build(contender: Contender, given: Given) -> Mapping[str, float]:
    folder = contender.folder(given)
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(exist_ok=True)
    try:
        usage = run(contender.building(given), _environment(contender))
    except Failed:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    return _usage(usage) | {"disk_megabytes": size / 1e6}


def _cold(contender: Contender, given: Given, turn: int) -> Mapping[str, float]:
    questions = _questions(given)
    usage = run(contender.asking(given, questions[turn % len(questions)]), _environment(contender))
    if not usage.output.strip():
        raise Failed("printed no answer")
    return _usage(usage)


def _serve(contender: Contender, given: Given) -> Mapping[str, float]:
    usage = run(contender.serving(given, _ASKING_SECONDS, ASKERS), _environment(contender), stays=True)
    printed, questions = _read(usage), _questions(given)
    milliseconds: Sequence[float] = printed["milliseconds"]
    every = len(milliseconds) == len(questions)  # fewer would be others than those that the quicker are judged by
    return {
        "median_milliseconds": float(np.median(milliseconds)),
        "percentile_95_milliseconds": float(np.percentile(milliseconds, 95)),
        "asked": len(milliseconds),
        **{f"a_second_{askers}": printed["a_second"][str(askers)] for askers in ASKERS},
        "resident_megabytes": usage.resident_megabytes,
        **(judge(given, dict(zip(questions, printed["found"], strict=True))) if every else {}),
    }


def _questions(given: Given) -> Sequence[str]:
    return [json.loads(line)["question"] for line in given.questions.read_text(encoding="utf-8").splitlines()]


def _usage(usage: Usage) -> dict[str, float]:
    return {"seconds": usage.seconds, "cpu_seconds": usage.cpu_seconds, "peak_megabytes": usage.peak_megabytes}


def _read(usage: Usage) -> dict[str, Any]:
    try:
        printed: dict[str, Any] = json.loads(usage.output)
    except ValueError as error:
        raise Failed("did not print what it measured") from error
    return printed


def _environment(contender: Contender | None = None) -> dict[str, str]:
    """Return what a process finds in its environment; ours imports this very tree."""
    path = str(ROOT) if contender is None or contender.ours else ""
    return OFFLINE | {"PYTHONPATH": path} | dict(contender.environment if contender else {})
